import type { ReviewAct } from '../review-keys.ts';
import { move, select } from '../state/review.ts';
import { entryOf } from '../state/review-entries.ts';
import { formOf, type FormPart } from '../state/review-forms.ts';
import { selectedTopic } from '../state/review-steps.ts';
import type { ReviewHolder, ReviewSteps } from './review-steps.ts';

/** Opens the form of the selected line at the first of these parts that it has. */
function ask({ get, update }: ReviewHolder, parts: readonly FormPart[]): boolean {
  const open = get();
  const entry = open && entryOf(open.parts, open.item);
  const line = entry ? formOf(entry).find(({ part }) => parts.includes(part)) : undefined;
  if (!line) return false;
  update((now) => ({ ...now, asked: { part: line.part, n: (now.asked?.n ?? 0) + 1 } }));
  return true;
}

/** Does what a key asks for. Answers whether there was anything to do. */
export function actOn(holder: ReviewHolder, steps: Pick<ReviewSteps, 'press' | 'again'>, wanted: ReviewAct): boolean {
  const { update } = holder;
  const open = holder.get();
  if (!open) return false;
  switch (wanted.do) {
    case 'move':
      update((now) => move(now, wanted.move));
      return true;
    case 'step':
      return steps.press(open, wanted);
    case 'edit':
      return ask(holder, wanted.parts);
    case 'heading': {
      const topic = selectedTopic(open, entryOf(open.parts, open.item));
      if (!topic) return false;
      update((now) => select(now, topic.heading.id));
      return ask(holder, ['text']);
    }
    case 'role':
      if (!open.place) return false;
      update((now) => ({ ...now, side: 'source', choosingRole: !now.choosingRole }));
      return true;
    case 'unfold':
      update((now) => ({ ...now, unfolded: !now.unfolded }));
      return true;
    case 'compare':
      if (open.review.changes.length === 0) return false;
      update((now) => ({ ...now, comparing: !now.comparing }));
      return true;
    case 'undo':
    case 'redo':
      steps.again(`intake.${wanted.do}`);
      return true;
  }
}
