import type { Translate } from "../../i18n/messages.ts";
import type { Problem } from "../../scenario/problem.ts";
import { problemMessage } from "../../scenario/problemMessage.ts";

/** `launchPoints[2].geometry.coordinates[1]: latitude 95 is outside −90…90` */
export function problemInWords(problem: Problem, translate: Translate): string {
  const words = problemMessage(problem, translate);
  return problem.path === "" ? words : `${problem.path}: ${words}`;
}
