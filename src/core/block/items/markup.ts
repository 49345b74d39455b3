import { textRuns, type Run } from '../../base/text.ts';
import { count, oneOf } from '../../deck/attributes.ts';
import { runsOf, type BlockContext } from '../../deck/context.ts';
import { elementsOf } from '../../deck/inline.ts';
import type { Element } from '../../deck/element.ts';
import type { MarkupPiece } from '../../deck/piece.ts';
import { inline, slot, type RuleKey } from '../../deck/rule.ts';
import { ITEM_FORMS, type Entry, type ItemsForm, type ItemsSlideBlock, type Step } from './types.ts';

const form = { 'data-form': oneOf(...ITEM_FORMS) };
const marked = { 'data-marked': oneOf('', 'true', 'false') };

const isMarked = ({ attributes }: Element): boolean => (attributes['data-marked'] ?? 'false') !== 'false';

function readSteps(list: Element | undefined, context: BlockContext): Step[] {
  return (list ? elementsOf(list) : []).map((item) => ({ runs: runsOf(item, context), marked: isMarked(item) }));
}

function readEntry(item: Element, number: number | null, context: BlockContext): Entry | null {
  const parts = elementsOf(item);
  const first = (key: RuleKey): readonly Run[] => {
    const found = parts.find((part) => part.key === key);
    return found ? runsOf(found, context) : [];
  };
  const all = (key: RuleKey): (readonly Run[])[] =>
    parts
      .filter((part) => part.key === key)
      .map((part) => runsOf(part, context))
      .filter((runs) => runs.length > 0);
  // Cells of a column hold their places, empty ones too.
  const points = readSteps(
    parts.find(({ key }) => key === 'entryPoints'),
    context,
  );
  const steps = readSteps(
    parts.find(({ key }) => key === 'entrySteps'),
    context,
  ).filter(({ runs }) => runs.length > 0);
  const entry: Entry = {
    number,
    marked: isMarked(item),
    kicker: first('entryKicker'),
    head: first('entryHead'),
    sub: first('entrySub'),
    body: all('innerParagraph'),
    side: all('entrySide'),
    points,
    steps,
  };
  const said = [entry.kicker, entry.head, entry.sub, ...entry.body, ...entry.side, ...points.map(({ runs }) => runs), ...steps];
  return said.some((one) => ('runs' in one ? true : one.length > 0)) ? entry : null;
}

function readItems(list: Element, context: BlockContext): ItemsSlideBlock | null {
  let next = list.rule.name === 'ol' ? Number(list.attributes['start'] ?? 1) : null;
  const entries = elementsOf(list).flatMap((item) => {
    const entry = readEntry(item, next, context);
    if (entry && next !== null) next += 1;
    return entry ?? [];
  });
  // The attribute is required, and one of these.
  const named = (list.attributes['data-form'] ?? 'rows') as ItemsForm;
  return entries.length === 0 ? null : { kind: 'items', form: named, entries };
}

const list = { class: 'items', required: ['data-form'], text: false, children: ['entry'] } as const;

export const itemsMarkup: MarkupPiece<'items'> = {
  rules: {
    items: { ...list, name: 'ul', attributes: { ...slot, ...form } },
    numberedItems: { ...list, name: 'ol', attributes: { ...slot, ...form, start: count } },
    entry: {
      name: 'li',
      attributes: marked,
      text: false,
      children: ['entryKicker', 'entryHead', 'entrySub', 'innerParagraph', 'entryPoints', 'entrySteps', 'entrySide'],
    },
    entryKicker: { ...inline('p'), class: 'kicker' },
    entryHead: inline('h3'),
    entrySub: { ...inline('p'), class: 'sub' },
    entrySide: { ...inline('p'), class: 'side' },
    entryPoints: { name: 'ul', attributes: {}, text: false, children: ['entryStep'] },
    entrySteps: { name: 'ol', attributes: {}, text: false, children: ['entryStep'] },
    entryStep: inline('li', marked),
  },
  readers: { items: readItems, numberedItems: readItems },
  specimen: {
    layout: 'items',
    block: ({ lines }) => ({
      kind: 'items',
      form: 'rows',
      entries: lines.map((line, i) => ({
        number: i + 1,
        marked: i === 1,
        kicker: [],
        head: textRuns(line),
        sub: [],
        body: [],
        side: [textRuns(`¶ ${i + 1}`)],
        points: [],
        steps: [],
      })),
    }),
  },
};
