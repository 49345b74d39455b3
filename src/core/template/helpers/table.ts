import { paragraphsText } from '../../briefing/index.ts';
import { bare } from '../../base/origin.ts';
import type { Run } from '../../base/text.ts';
import { ANY, VALUE, type Shape } from '../shape.ts';
import { referenceMarkup, runsMarkup, withoutRefs } from './markup.ts';

/**
 * Every helper a template may call; there are no others. Tests keep their names apart from the view's keys, because
 * Handlebars takes a helper where both have one name.
 */
export interface Helper {
  /** `inline`: `{{name …}}` or `(name …)`. `block`: `{{#name …}}`. */
  readonly use: 'inline' | 'block';
  /** How it is written, for messages and the guide. */
  readonly signature: string;
  readonly says: string;
  /** Least and most values. */
  readonly values: readonly [number, number];
  /** Names that may stand before `=`. */
  readonly options: readonly string[];
  /** It prints markup, so it may not stand in an attribute. */
  readonly markup: boolean;
  /** The shape of what it gives, from those of what it is given. */
  readonly gives: (given: readonly Shape[]) => Shape;
  /** Values have marks of origin in them: what is compared is `bare`, what is given on keeps its marks. Absent: Handlebars' own. */
  readonly run?: (values: readonly unknown[], options: Readonly<Record<string, unknown>>) => unknown;
  /** How many characters it is going to make, where that can be many times what it is given. */
  readonly makes?: (values: readonly unknown[]) => number;
}

const gives = (shape: Shape) => (): Shape => shape;
const sameList = (given: readonly Shape[]): Shape => given[0] ?? ANY;
const itemOf = (given: readonly Shape[]): Shape => (given[0]?.kind === 'list' ? given[0].of : ANY);
const either = (given: readonly Shape[]): Shape =>
  given.every((shape) => shape.kind === 'value') ? VALUE : (given.find((shape) => shape.kind !== 'value') ?? ANY);

function list(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new TypeError('a list is needed here');
}

function whole(marked: unknown): number {
  const value = bare(marked);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new TypeError('a whole number from 0 is needed here');
}

const number = (value: unknown): number => Number(bare(value));

/** The items of a list as words; nothing is none. */
function wordsOf(value: unknown): string[] {
  return list(value).map((item) => {
    if (item === null || item === undefined) return '';
    if (typeof item === 'object') throw new TypeError('a list of words is needed here');
    return `${item as string | number | boolean}`;
  });
}

/** As Handlebars’ own `if`: null, false, 0, empty text and empty lists are no. */
export function isTrue(marked: unknown): boolean {
  const value = bare(marked);
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function runsIn(value: unknown): readonly Run[] {
  if (value === null || value === undefined) return [];
  const runs: unknown = Array.isArray(value) ? value : typeof value === 'object' && 'runs' in value ? value.runs : undefined;
  if (Array.isArray(runs)) return runs as readonly Run[];
  throw new TypeError('a line with runs is needed here, as topic.headline');
}

/** An item's own data under a key; never what JavaScript's objects inherit. */
function ownValue(item: unknown, name: unknown): unknown {
  const key = bare(name);
  return typeof key === 'string' && typeof item === 'object' && item !== null && Object.hasOwn(item, key)
    ? (item as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

const block = (signature: string, says: string): Helper => ({
  use: 'block',
  signature,
  says,
  values: [1, 1],
  options: [],
  markup: false,
  gives: gives(VALUE),
});

const inline = (
  signature: string,
  says: string,
  values: Helper['values'],
  result: Helper['gives'],
  run: NonNullable<Helper['run']>,
  more: Partial<Pick<Helper, 'options' | 'markup' | 'makes'>> = {},
): Helper => ({ use: 'inline', signature, says, values, options: [], markup: false, gives: result, run, ...more });

const MANY = 20;

export const HELPERS: Readonly<Record<string, Helper>> = {
  if: {
    ...block('{{#if value}}…{{else}}…{{/if}}', 'When the value is there: not null, false, 0, empty text or an empty list.'),
    options: ['includeZero'],
  },
  unless: { ...block('{{#unless value}}…{{/unless}}', 'The reverse of if.'), options: ['includeZero'] },
  each: block(
    '{{#each list as |item index|}}…{{else}}…{{/each}}',
    'Once for each item; @index, @first and @last are at hand. else: the list is empty.',
  ),
  with: block('{{#with value as |name|}}…{{else}}…{{/with}}', 'A short name for a value that is there; else: it is not.'),

  rich: inline(
    '{{rich line}}, {{rich line refs=false}}',
    'A line with its bold, italic, links and references; refs=false leaves the references out.',
    [1, 1],
    gives(VALUE),
    ([value], { refs = true }) => runsMarkup(refs === true ? runsIn(value) : withoutRefs(runsIn(value))),
    { options: ['refs'], markup: true },
  ),
  references: inline(
    '{{references refs}}',
    'Source numbers as links to the sources.',
    [1, 1],
    gives(VALUE),
    ([refs]) => referenceMarkup(typeof refs === 'number' ? [refs] : list(refs)),
    { markup: true },
  ),

  cite: inline(
    '{{cite sources language}}',
    'The paragraphs of sources, as ¶ 6–8: of (where @root.sources "number" refs).',
    [1, 2],
    gives(VALUE),
    ([sources, language = '']) =>
      paragraphsText(
        list(sources).flatMap((source) => (isTrue(ownValue(source, 'paragraph')) ? number(ownValue(source, 'paragraph')) : [])),
        String(bare(language)),
      ),
  ),

  eq: inline('(eq a b)', 'Whether two values are the same.', [2, 2], gives(VALUE), ([a, b]) => bare(a) === bare(b)),
  ne: inline('(ne a b)', 'Whether two values differ.', [2, 2], gives(VALUE), ([a, b]) => bare(a) !== bare(b)),
  gt: inline('(gt a b)', 'Whether a is greater than b.', [2, 2], gives(VALUE), ([a, b]) => number(a) > number(b)),
  lt: inline('(lt a b)', 'Whether a is less than b.', [2, 2], gives(VALUE), ([a, b]) => number(a) < number(b)),
  and: inline('(and a b …)', 'Whether all are there.', [2, MANY], gives(VALUE), (values) => values.every(isTrue)),
  or: inline('(or a b …)', 'The first that is there.', [2, MANY], either, (values) => values.find(isTrue) ?? null),
  not: inline('(not a)', 'Whether it is not there.', [1, 1], gives(VALUE), ([a]) => !isTrue(a)),

  add: inline('(add a b)', 'The sum of two numbers.', [2, 2], gives(VALUE), ([a, b]) => number(a) + number(b)),

  count: inline('(count list)', 'How many items.', [1, 1], gives(VALUE), ([items]) => list(items).length),
  first: inline('(first list)', 'The first item, or nothing.', [1, 1], itemOf, ([items]) => list(items)[0] ?? null),
  last: inline('(last list)', 'The last item, or nothing.', [1, 1], itemOf, ([items]) => list(items).at(-1) ?? null),
  at: inline(
    '(at list index)',
    'The item at an index from 0, or nothing.',
    [2, 2],
    itemOf,
    ([items, index]) => list(items)[whole(index)] ?? null,
  ),
  limit: inline('(limit list n)', 'The first n items.', [2, 2], sameList, ([items, n]) => list(items).slice(0, whole(n))),
  skip: inline('(skip list n)', 'All but the first n items.', [2, 2], sameList, ([items, n]) => list(items).slice(whole(n))),
  chunk: inline(
    '(chunk list n)',
    'The list in pieces of n items.',
    [2, 2],
    (given) => ({ kind: 'list', of: sameList(given) }),
    ([items, n]) => {
      const [all, size] = [list(items), Math.max(1, whole(n))];
      return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
    },
  ),
  where: inline(
    '(where list "key" values)',
    'The items whose key has one of the values, in the list’s order.',
    [3, 3],
    sameList,
    ([items, key, values]) => {
      const wanted = new Set(list(values).map(bare));
      return list(items).filter((item) => wanted.has(bare(ownValue(item, key))));
    },
  ),
  having: inline('(having list "key")', 'The items that have something under a key.', [2, 2], sameList, ([items, key]) =>
    list(items).filter((item) => isTrue(ownValue(item, key))),
  ),
  join: inline(
    '{{join list ", "}}',
    'The items in a row, with words between them.',
    [1, 2],
    gives(VALUE),
    ([items, between = ', ']) => wordsOf(items).join(String(between)),
    { makes: ([items, between = ', ']) => wordsOf(items).reduce((sum, { length }) => sum + length + String(between).length, 0) },
  ),
};

export const HELPER_NAMES: readonly string[] = Object.keys(HELPERS);
