import type { DeckChange } from '../briefing/types.ts';
import type { Change, DeckDiff, SlideDiff } from '../write/pptx/diff/types.ts';

/** Made anew from all the others with every build: what changed on them is said where it changed. */
const DERIVED: ReadonlySet<string | null> = new Set(['title', 'agenda', 'overview', 'sources', 'changes']);

/** What changed on a slide as far as its viewers see words: not notes, looks, places and pictures, and no line that only moved. */
function wordsOf(slide: string, change: Change): DeckChange[] {
  const of = (where: string | null, from: string | null, to: string | null, values: DeckChange['values']): DeckChange[] => [
    { kind: 'words', slide, where, values, from, to },
  ];
  switch (change.kind) {
    case 'words':
    case 'figures': {
      if (change.order || change.at === 'alt') return [];
      // `2 / 7` counts the deck's topics.
      if (change.kind === 'words' && !/\p{L}/u.test(`${change.from ?? ''}${change.to ?? ''}`)) return [];
      const values = change.facts.filter(({ kind }) => kind !== 'name').map(({ from, to }) => ({ from, to }));
      // A number set large says little without its slide.
      return of(change.kind === 'figures' ? slide : null, change.from, change.to, values);
    }
    case 'cells': {
      const where = [change.row, change.column].filter((part) => part !== null && part !== '').join(', ');
      return of(where || null, change.from, change.to, [{ from: change.from, to: change.to }]);
    }
    case 'data': {
      const where = [change.chart, change.series, change.category].filter((part) => part !== null && part !== '');
      return of([...new Set(where)].join(', ') || null, change.from, change.to, [{ from: change.from, to: change.to }]);
    }
    default:
      return [];
  }
}

function changesOf({ from, to, moved, changes }: SlideDiff): DeckChange[] {
  const place = to ?? from;
  if (!place || DERIVED.has(place.kind)) return [];
  const whole = (kind: 'added' | 'removed' | 'moved'): DeckChange => ({
    kind,
    slide: place.title,
    where: null,
    values: [],
    from: null,
    to: null,
  });
  if (from === null) return [whole('added')];
  if (to === null) return [whole('removed')];
  return [...changes.flatMap((change) => wordsOf(to.title, change)), ...(moved ? [whole('moved')] : [])];
}

/** Values that have an old one and a new one, then slides that came and went, then words, then what was moved. */
function rank({ kind, values }: DeckChange): number {
  if (kind === 'moved') return 3;
  if (kind !== 'words') return 1;
  return values.some(({ from, to }) => from !== null && to !== null) ? 0 : 2;
}

/** What a comparison found, as a slide tells it: the most important first, each once, however many slides say it. */
export function deckChanges(diff: DeckDiff): DeckChange[] {
  const all = diff.changed.flatMap(changesOf);
  const key = ({ kind, slide, where, from, to }: DeckChange): string =>
    JSON.stringify(kind === 'words' && where === null ? [from, to] : [kind, slide, where, from, to]);
  return [...new Map(all.map((change) => [key(change), change])).values()].sort((a, b) => rank(a) - rank(b));
}
