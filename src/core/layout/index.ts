export { layOut, type LayoutInput } from './layout.ts';
export { layoutMemory, type LayoutMemory } from './memory.ts';
export { measuredBy } from './font/faces.ts';
export { filesFor } from './scene/faces.ts';
export { sceneJson, SCENE_VERSION } from './scene/json.ts';
export { chartLabels } from './scene/walk.ts';
export { wordsDrawnOn } from './slide/words.ts';
export { displayRuns, refLabel, runsText, SUPERSCRIPT_RISE, SUPERSCRIPT_SIZE, type DisplayRun } from './text/display.ts';
export { numberLabel } from './text/numbers.ts';
