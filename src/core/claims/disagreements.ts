import type { ArticleBlock } from '../article/types.ts';
import { problem, type Problem } from '../base/errors.ts';
import { plainText, refsOf } from '../base/text.ts';
import type { PlaceOf } from '../briefing/index.ts';
import type { ArticleEntry, Briefing } from '../briefing/types.ts';
import { stopwordsOf } from '../language/index.ts';
import { findNumbers } from './numbers/mentions.ts';
import { baseOf, tokensOf } from './tokens.ts';

/** A value or a date with what it is said of. */
interface Stated {
  readonly article: string;
  readonly topic: string;
  /** The item of the briefing that shows it. */
  readonly item: number;
  readonly language: string;
  /** What it is said of: beginnings of its words. */
  readonly words: ReadonlySet<string>;
  /** Years and other numbers among these words: of another year there is nothing to compare. */
  readonly marks: string;
  /** As it is written, and what it is of. */
  readonly shown: string;
  readonly refs: readonly number[];
  readonly value:
    { readonly kind: 'number'; readonly number: number; readonly percent: boolean } | { readonly kind: 'date'; readonly iso: string };
}

/** So much of a word tells what it is. */
const BEGINNING = 6;
/** Of all words of two labels, so many are in both. */
const ALIKE = { number: 0.75, date: 0.7 } as const;
const FEWEST = { number: 2, date: 3 } as const;
/** Closer than this, two numbers are one. */
const CLOSE = 0.005;

type Origin = Pick<Stated, 'article' | 'topic' | 'item' | 'language'>;

function stated(label: string, shown: string, value: Stated['value'], refs: readonly number[], origin: Origin): Stated {
  const stopwords = stopwordsOf(origin.language);
  const tokens = tokensOf(label);
  const words = tokens
    .filter(({ kind, lower }) => kind === 'word' && lower.length > 2 && !stopwords.has(lower))
    .map(({ lower }) => lower.slice(0, BEGINNING));
  const marks = tokens.filter(({ kind }) => kind === 'digits').map(({ lower }) => lower);
  return { ...origin, words: new Set(words), marks: marks.sort().join(' '), shown, refs, value };
}

function numberIn(text: string, language: string): Stated['value'] | null {
  const [first, ...more] = findNumbers(tokensOf(text), { language, taken: new Set() });
  const [number] = first?.values ?? [];
  // A range or an upper bound is no value to hold another against.
  if (first === undefined || number === undefined || more.length > 0 || first.bound !== null || first.kind !== 'cardinal') return null;
  return { kind: 'number', number, percent: first.percent };
}

function statedIn(block: ArticleBlock, origin: Origin): Stated[] {
  const { language } = origin;
  switch (block.kind) {
    case 'figures':
      return block.figures.flatMap(({ value, unit, label }) => {
        const number = numberIn(`${value} ${unit}`, language);
        const words = plainText(label);
        return number === null ? [] : [stated(`${unit} ${words}`, `${value} ${unit} ${words}`, number, refsOf(label), origin)];
      });
    case 'chart':
      return block.series.flatMap(({ name, values }) =>
        values.flatMap((value, row) => {
          const category = block.categories[row] ?? '';
          const label = [block.title ?? '', block.series.length > 1 ? name : '', category, block.unit ?? ''].filter(Boolean).join(' – ');
          if (value === null) return [];
          return [
            stated(
              label,
              `${value}: ${label}`,
              { kind: 'number', number: value, percent: block.unit?.includes('%') === true },
              block.refs,
              origin,
            ),
          ];
        }),
      );
    case 'table':
      return block.rows.flatMap((cells) =>
        cells.slice(1).flatMap((runs, at) => {
          const text = plainText(runs);
          const number = /^[^\p{L}]*\p{Nd}[^\p{L}]*$/u.test(text) ? numberIn(text, language) : null;
          const label = [block.title ?? '', plainText(cells[0] ?? []), plainText(block.header[at + 1] ?? [])].filter(Boolean).join(' – ');
          return number === null
            ? []
            : [
                stated(
                  label,
                  `${text}: ${label}`,
                  number,
                  cells.flatMap((own) => refsOf(own)),
                  origin,
                ),
              ];
        }),
      );
    case 'timeline':
      return block.events.flatMap(({ date, runs }) => {
        if (date.iso === null || date.about) return [];
        return [stated(plainText(runs), `${date.text}: ${plainText(runs)}`, { kind: 'date', iso: date.iso }, refsOf(runs), origin)];
      });
    default:
      return [];
  }
}

function isAlike(a: Stated, b: Stated): boolean {
  const { kind } = a.value;
  if (kind !== b.value.kind || a.marks !== b.marks || baseOf(a.language) !== baseOf(b.language)) return false;
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared++;
  return shared >= FEWEST[kind] && shared >= ALIKE[kind] * (a.words.size + b.words.size - shared);
}

/** Half of the last digit that a number is written with: another within it may be the same, rounded. */
function rounding(value: number): number {
  if (!Number.isInteger(value)) return 0.5 * 10 ** -(String(value).split('.')[1]?.length ?? 0);
  let unit = 1;
  while (value !== 0 && value % (unit * 10) === 0) unit *= 10;
  return unit / 2;
}

function differs(a: Stated['value'], b: Stated['value']): boolean {
  if (a.kind === 'date') return b.kind === 'date' && !a.iso.startsWith(b.iso) && !b.iso.startsWith(a.iso);
  if (b.kind === 'date' || a.percent !== b.percent) return false;
  const off = Math.abs(a.number - b.number);
  return off > Math.max(Math.abs(a.number), Math.abs(b.number)) * CLOSE && off > Math.max(rounding(a.number), rounding(b.number));
}

const said = ({ shown, article, topic, refs }: Stated): string =>
  `“${shown}” (${[`${article}/${topic}`, ...refs.map((ref) => `¶${ref}`)].join(', ')})`;

/** Values of one thing, and dates of one event, in which two articles of a briefing differ. */
export function findDisagreements(briefing: Briefing, articles: ReadonlyMap<string, ArticleEntry>, placeOf: PlaceOf): Problem[] {
  const ids = new Set(briefing.items.flatMap((item) => (item.kind === 'topic' ? [item.article] : [])));
  if (ids.size < 2) return [];
  const seen = new Set<string>();
  const all = briefing.items.flatMap((item, index) => {
    if (item.kind !== 'topic' || seen.has(`${item.article}/${item.topic}`)) return [];
    seen.add(`${item.article}/${item.topic}`);
    const article = articles.get(item.article)?.article;
    const topic = article?.topics.find(({ id }) => id === item.topic);
    if (!article || !topic) return [];
    const origin = { article: item.article, topic: item.topic, item: index, language: article.language };
    return topic.blocks.flatMap((block) => statedIn(block, origin));
  });
  // Only what shares a word can be alike.
  const byWord = new Map<string, number[]>();
  all.forEach(({ words }, index) => {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), index]);
  });
  return all.flatMap((one, index) => {
    const others = new Set([...one.words].flatMap((word) => byWord.get(word) ?? []));
    return [...others].flatMap((at) => {
      const other = all[at];
      if (other === undefined || at >= index || other.article === one.article || !isAlike(one, other) || !differs(one.value, other.value))
        return [];
      const isDate = one.value.kind === 'date';
      return [
        problem(isDate ? 'claims/dates-disagree' : 'claims/values-disagree', {
          message: isDate
            ? 'two articles of the briefing date one event differently'
            : 'two articles of the briefing say different values of one thing',
          place: placeOf(['items', one.item]),
          received: said(one),
          allowed: said(other),
          hint: 'Look both up in their sources; keep one of them, or say on the slide why they differ.',
        }),
      ];
    });
  });
}
