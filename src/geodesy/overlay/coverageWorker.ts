/** Module worker of {@link coverageInWorker}: one request, then messages of its progress and its end. */
import { runCoverageTask, type CoverageRequest } from "./coverageTask.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.addEventListener("message", (event: MessageEvent<CoverageRequest>) => {
  runCoverageTask(event.data, (message) => scope.postMessage(message));
});
