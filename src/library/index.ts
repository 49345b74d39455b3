/** Lectern for programs: from articles to decks and back, all in memory. `docs/api.md` says how. */
export type { Article } from '../core/article/types.ts';
export { LecternError, type Outcome, type Place, type Problem, type Result, type Severity } from '../core/base/errors.ts';
export type { Draft } from '../core/intake/types.ts';
export { sceneJson, SCENE_VERSION } from '../core/layout/index.ts';
export type { Scene } from '../core/layout/types.ts';
export type { Change as SlideChange, DeckDiff, LineChange, SlideDiff } from '../core/write/pptx/diff/types.ts';
export type { Change, InspectedSlide, Inspection } from '../core/write/pptx/index.ts';
export { buildDeck, type ArticleText, type BuildRequest, type BuiltDeck } from './build.ts';
export { ingest, type Ingested, type IngestRequest } from './ingest.ts';
export { diff, inspect } from './inspect.ts';
