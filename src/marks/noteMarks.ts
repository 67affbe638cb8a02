import { annotationMark } from "./annotation.ts";
import { contextLayerMark } from "./contextLayer.ts";
import { distanceLineMark } from "./distanceLine.ts";
import { highlightMark } from "./highlight.ts";
import { addNoteMarks } from "./registry.ts";

// Importing this file registers them: the page does so with the first map that has one of them.
addNoteMarks({ under: [highlightMark, contextLayerMark], over: [distanceLineMark, annotationMark] });
