import { writeInline } from '../../core/article/index.ts';
import type { Problem } from '../../core/base/errors.ts';
import { plainText } from '../../core/base/text.ts';
import type { BriefingEdit, ItemRef } from '../../core/briefing/index.ts';
import type { HandChange } from '../../core/write/pptx/merge/hand-types.ts';
import { addedRow, altOffer, chartedOffer, removedRow } from './data.ts';
import { lineSteps } from './lines.ts';
import { flat } from './pieces.ts';
import { withoutTemplate } from './template-words.ts';
import { IN_DECK, offered, stays, type Context, type Offer, type Step } from './types.ts';

const WHAT: Readonly<Record<string, string>> = {
  alt: 'alternative text was changed by hand',
  data: 'a chart was given other categories or series by hand',
  pictures: 'a picture was changed by hand',
  look: 'the slide’s look was changed by hand',
  layout: 'the places of things on the slide, or the order of its lines, were changed by hand',
  table: 'a table’s columns were changed by hand',
  box: 'something was put on the slide by hand',
  comments: 'somebody commented on the slide',
};

/** What the briefing can hold of a change; else why it stays in the deck. */
export function stepsOf(change: HandChange, context: Context): readonly Step[] {
  if (change.kind === 'reworded' || change.kind === 'removed' || change.kind === 'added') return lineSteps(change, context);
  return [offerOf(change, context)];
}

function offerOf(change: Exclude<HandChange, { kind: 'reworded' | 'removed' | 'added' }>, context: Context): Offer | Problem {
  switch (change.kind) {
    case 'row-added':
      return addedRow(change, context);
    case 'row-removed':
      return removedRow(change, context);
    case 'charted':
      return chartedOffer(change, context);
    case 'alt':
      return altOffer(change, context);
    case 'slide-removed':
      return removedSlide(change, context);
    case 'slide-added': {
      const { template } = context;
      const said = change.lines
        .map((runs) => withoutTemplate(runs, template))
        .filter((runs) => plainText(runs) !== '' && !template.lines.has(flat(plainText(runs)).trim()));
      const body = [
        ...said.map((runs) => `- ${writeInline(runs)}`),
        ...(change.notes.length > 0 ? ['', ':::notes', change.notes.join('\n\n'), ':::'] : []),
      ];
      const edit: BriefingEdit = {
        kind: 'own-added',
        after: itemOf(change.after, context),
        title: change.slide.title,
        body: body.join('\n'),
      };
      return offered(edit, { slide: change.slide, was: null, now: [change.slide.title, ...said.map(plainText)].join('\n') });
    }
    case 'slide-moved': {
      const [item, after] = [itemOf(change.id, context), itemOf(change.after, context)];
      const isFirst = item !== null && context.scene.slides.find(({ topic }) => topic === item.key)?.id === change.id;
      if (!isFirst || after?.key === item.key)
        return stays(context, change.slide, 'the slide was moved by hand, away from the others of its topic', null, IN_DECK);
      return offered({ kind: 'item-moved', item, after }, { slide: change.slide, was: null, now: null });
    }
    case 'kept-in-deck':
      return stays(context, change.slide, WHAT[change.what] ?? change.what, change.said ?? null, IN_DECK);
    case 'contested':
      return stays(
        context,
        change.slide,
        'this was changed by hand, and in the briefing or its articles, too',
        change.was,
        'Settle it with lectern merge first.',
      );
  }
}

/** The running order's item that a slide of ours is of; null: none. */
function itemOf(slide: string | null, { scene }: Context): ItemRef | null {
  const topic = scene.slides.find(({ id }) => id === slide)?.topic ?? null;
  return topic === null ? null : { key: topic };
}

function removedSlide(change: Extract<HandChange, { kind: 'slide-removed' }>, context: Context): Offer {
  const { topic, slideKind, number, title } = change;
  const gone = new Set(context.changes.flatMap((one) => (one.kind === 'slide-removed' ? [one.id] : [])));
  const isWhole = topic !== null && context.scene.slides.every((slide) => slide.topic !== topic || gone.has(slide.id));
  const item = topic === null ? null : { key: topic };
  const edit: BriefingEdit =
    isWhole && item ? { kind: 'item-removed', item } : { kind: 'slide-removed', item, slide: slideKind, ...(number > 1 && { number }) };
  return offered(edit, { slide: null, was: title, now: null });
}
