import { frontMatterSchema } from '../../core/article/index.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import {
  correctActor,
  correctEvent,
  correctField,
  correctFigure,
  correctQuotation,
  mergeTopics,
  moveBlock,
  moveItem,
  moveTopic,
  promoteSentence,
  promoteToSummary,
  renameTopic,
  restoreRepeat,
  rewritePoint,
  setRole,
  setState,
  splitTopic,
  takeClause,
} from '../../core/intake/index.ts';
import type { Draft, FieldName } from '../../core/intake/types.ts';
import type { ReviewOperation } from '../../api/schemas/intake-view.ts';

type Kind = ReviewOperation['kind'];
type Apply<K extends Kind> = (draft: Draft, operation: Extract<ReviewOperation, { readonly kind: K }>) => Draft;

/** The contract's steps and the stage's functions. */
const STEPS: { readonly [K in Kind]: Apply<K> } = {
  'split-topic': (draft, { topic, block }) => splitTopic(draft, topic, block),
  'merge-topics': (draft, { topic, into }) => mergeTopics(draft, topic, into),
  'move-topic': (draft, { topic, to }) => moveTopic(draft, topic, to),
  'rename-topic': (draft, { topic, heading }) => renameTopic(draft, topic, heading),
  'move-block': (draft, { block, topic }) => moveBlock(draft, block, topic),
  'promote-sentence': (draft, { block, sentence }) => promoteSentence(draft, block, sentence),
  'promote-to-summary': (draft, { item }) => promoteToSummary(draft, item),
  'move-item': (draft, { item, topic, to }) => moveItem(draft, item, topic, to),
  'rewrite-point': (draft, { item, text }) => rewritePoint(draft, item, text),
  'take-clause': (draft, { item }) => takeClause(draft, item),
  'correct-quotation': (draft, { item, change }) => correctQuotation(draft, item, change),
  'correct-event': (draft, { item, change }) => correctEvent(draft, item, change),
  'correct-figure': (draft, { item, change }) => correctFigure(draft, item, change),
  'correct-actor': (draft, { item, change }) => correctActor(draft, item, change),
  'correct-field': (draft, { field, value }) => setField(draft, field, value),
  'set-state': (draft, { ids, state }) => setState(draft, ids, state),
  'restore-repeat': (draft, { block }) => restoreRepeat(draft, block),
  'set-role': (draft, { block, role }) => setRole(draft, block, role),
};

/** The draft after one step; the same one where there was nothing to do. Throws `intake/value` for a value that no article can have. */
export function applyOperation(draft: Draft, operation: ReviewOperation): Draft {
  // The table's own type says that each kind's function takes that kind.
  const step = STEPS[operation.kind] as (draft: Draft, operation: ReviewOperation) => Draft;
  return step(draft, operation);
}

/** A field as the article format takes it; what is empty is taken away. */
function setField(draft: Draft, field: FieldName, entered: string | readonly string[] | null): Draft {
  const lines = (typeof entered === 'string' ? [entered] : (entered ?? [])).map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
  if (lines.length === 0) return draft.meta[field] === null ? draft : correctField(draft, field, null);
  if (field === 'authors' || field === 'tags') return correctField(draft, field, lines);
  const [value = ''] = lines;
  const parsed = lines.length > 1 ? null : frontMatterSchema.shape[field].safeParse(value);
  if (parsed?.success) return correctField(draft, field, value);
  throw new LecternError(
    problem('intake/value', {
      message: parsed === null ? 'there can be only one' : (parsed.error.issues[0]?.message ?? 'the format does not allow this value'),
      place: { field },
      received: lines.join(', ').slice(0, 200),
      hint: 'Enter it in this form, or leave the field empty.',
    }),
  );
}
