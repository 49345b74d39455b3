export { DEFAULT_LIMITS } from './limits.ts';
export { restoreRepeat, setRole } from './review/blocks.ts';
export { shortestClause } from './review/clause.ts';
export { findItem } from './review/edit.ts';
export {
  correctActor,
  correctEvent,
  correctField,
  correctFigure,
  correctQuotation,
  moveItem,
  promoteSentence,
  promoteToSummary,
  rewritePoint,
  setState,
} from './review/items.ts';
export { reviewOrder, type ReviewEntry } from './review/order.ts';
export { mergeTopics, moveBlock, moveTopic, renameTopic, splitTopic } from './review/topics.ts';
export { takeClause, weighPoint, type Weighed } from './review/weigh.ts';
export { LONGEST_POINT, reviewWarnings, type WarningOptions } from './review/warnings.ts';
export { alignParagraphs } from './save/align.ts';
export { mergeNewer } from './save/merge.ts';
export { articleIdOf, draftToArticle, isTaken, refsOfSpans, sourceOf, takenActors, type SaveOptions } from './save/to-article.ts';
export { pictureBytes } from './save/pictures.ts';
export { ingest } from './ingest.ts';
