import type { Change, DeckDiff, LineChange, SlideDiff, WordSpan } from '../core/write/pptx/diff/types.ts';

/** Whether anything does. */
export const differs = ({ changed, everywhere, design }: DeckDiff): boolean => changed.length > 0 || everywhere.length > 0 || design;

/** What differs between two decks, to be read: slide by slide, words marked, numbers first. */
export function diffText(found: DeckDiff): string {
  const { slides, changed, everywhere, design, looksCompared } = found;
  const count = (is: (slide: SlideDiff) => boolean): number => changed.filter(is).length;
  const facts = [
    [count(({ from, to }) => from !== null && to !== null), 'changed or moved'],
    [count(({ from }) => from === null), 'added'],
    [count(({ to }) => to === null), 'deleted'],
  ] as const;
  const told = facts.flatMap(([n, what]) => (n > 0 ? [`${n} ${what}`] : []));
  const lines = [
    `${slides.from} slides, now ${slides.to}: ${told.length > 0 ? told.join(', ') : differs(found) ? 'none changed by itself' : 'no difference'}`,
    ...(everywhere.length > 0 ? ['', 'On most slides', ...everywhere.map((change) => `  ${describe(change)}`)] : []),
    ...changed.flatMap((slide) => [
      '',
      heading(slide),
      ...slide.changes.map((change) => `  ${describe(change)}`),
      ...slide.lines.map((text) => `    ${text}`),
    ]),
    ...(design ? ['', 'The slide master, a layout or the theme differs.'] : []),
    ...(looksCompared ? [] : ['', 'Another program wrote one of the decks anew, so looks, places and pictures’ bytes cannot be compared.']),
  ];
  return `${lines.join('\n')}\n`;
}

function heading({ from, to, moved }: SlideDiff): string {
  const range = (place: NonNullable<SlideDiff['from']>): string =>
    place.parts > 1 ? `${place.number} (${place.parts} parts)` : String(place.number);
  if (from === null) return to === null ? '' : `+ Slide ${range(to)}  ${to.title}  [added]`;
  if (to === null) return `- Slide ${range(from)}  ${from.title}  [deleted]`;
  const [then, now] = [range(from), range(to)];
  return `Slide ${then === now ? now : `${then} → ${now}`}  ${to.title}${moved ? '  [moved]' : ''}`;
}

/** `[-old-]` and `{+new+}`, as `git diff --word-diff` marks them. */
function marked(spans: readonly WordSpan[]): string {
  return spans.map(({ of, text }) => (of === 'both' ? text : of === 'old' ? `[-${text}-]` : `{+${text}+}`)).join('');
}

const NAMES: Readonly<Record<LineChange['kind'], string>> = { words: 'words', figures: 'figure', notes: 'notes' };

/** `80,300 → 81,000: `, what of a line's numbers, dates and names differs; empty where nothing, or where the line stands alone. */
function facts({ facts: found, from, to }: Pick<LineChange, 'facts' | 'from' | 'to'>): string {
  if (from === null || to === null) return '';
  return found.map((fact) => `${fact.from ?? '(none)'} → ${fact.to ?? '(none)'}; `).join('');
}

function change({ from, to, spans }: Pick<LineChange, 'from' | 'to' | 'spans'>): string {
  if (from === null) return `{+${to ?? ''}+}`;
  return to === null ? `[-${from}-]` : marked(spans);
}

/** One change as one line. */
function describe(one: Change): string {
  switch (one.kind) {
    case 'words':
    case 'figures':
    case 'notes': {
      const name = one.at === 'title' ? 'title' : one.at === 'alt' ? 'alternative text' : NAMES[one.kind];
      return one.order ? `${name}: in another place: ${one.to ?? ''}` : `${name}: ${facts(one)}${change(one)}`;
    }
    case 'cells':
      return `cell ${[one.row, one.column].filter((part) => part !== null).join(' / ')}: ${change(one)}`;
    case 'data': {
      const where = [one.series, one.category].filter((part) => part !== null).join(' / ');
      return `chart ${one.chart}${where ? `, ${where}` : ''}: ${one.from ?? '(none)'} → ${one.to ?? '(none)'}`;
    }
    case 'pictures':
      return one.from === null
        ? `picture added: ${one.to ?? ''}`
        : one.to === null
          ? `picture deleted: ${one.from}`
          : `picture changed: ${one.to}`;
    case 'sources':
      return `sources: ${one.from.join(', ') || '(none)'} → ${one.to.join(', ') || '(none)'}: ${one.text}`;
    case 'comments':
      return one.to === null ? `comment deleted: ${one.author}: ${one.from ?? ''}` : `comment: ${one.author}: ${one.to}`;
    case 'layout':
      return 'layout: things stand elsewhere, or on another layout';
    case 'look':
      return 'look: type, fills, outlines, background or transition';
  }
}
