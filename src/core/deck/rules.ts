import { anyText, count, date, focus, imagePath, name, oneOf, references, someText, url, type AttributeRule } from './attributes.ts';

/**
 * The grammar of slide markup, as data: which element may stand in which, with which attributes, and where words may stand.
 * One element of HTML can have several rules, told apart by its parent and its class.
 */
export interface Rule {
  readonly name: string;
  /** The class that makes it this rule; without one, the element must have no class. */
  readonly class?: string;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  readonly required?: readonly string[];
  /** Whether words may stand directly in it. */
  readonly text: boolean;
  /** Keys of `RULES`. */
  readonly children: readonly RuleKey[];
  /** It never has content, as `<br>`. */
  readonly void?: true;
}

export type RuleKey =
  | 'document'
  | 'section'
  | 'heading1'
  | 'heading2'
  | 'paragraph'
  | 'list'
  | 'orderedList'
  | 'sourceList'
  | 'item'
  | 'nestedList'
  | 'nestedOrderedList'
  | 'quote'
  | 'innerParagraph'
  | 'cite'
  | 'table'
  | 'caption'
  | 'head'
  | 'body'
  | 'foot'
  | 'headRow'
  | 'row'
  | 'headCell'
  | 'cell'
  | 'rowHead'
  | 'chart'
  | 'timeline'
  | 'date'
  | 'definition'
  | 'stats'
  | 'stat'
  | 'value'
  | 'figure'
  | 'image'
  | 'innerImage'
  | 'figureCaption'
  | 'callout'
  | 'notes'
  | 'notesHeading'
  | 'sourceParagraph'
  | 'strong'
  | 'b'
  | 'em'
  | 'i'
  | 'link'
  | 'reference'
  | 'break';

const slot = { slot: name };
const align = { 'data-align': oneOf('start', 'center', 'end') };
const INLINE: readonly RuleKey[] = ['strong', 'b', 'em', 'i', 'link', 'reference', 'break'];
const IMAGE_ATTRIBUTES = { src: imagePath, alt: anyText, 'data-fit': oneOf('contain', 'cover'), 'data-focus': focus };

const inline = (element: string, attributes: Rule['attributes'] = {}): Rule => ({
  name: element,
  attributes,
  text: true,
  children: INLINE,
});

export const RULES: Readonly<Record<RuleKey, Rule>> = {
  document: { name: '', attributes: {}, text: false, children: ['section'] },
  section: {
    name: 'section',
    attributes: { layout: name, kind: name, topic: someText, section: someText },
    required: ['layout'],
    text: false,
    children: [
      'heading1', 'heading2', 'paragraph', 'list', 'orderedList', 'sourceList', 'quote', 'table', 'chart', 'timeline', 'stats', 'figure', 'image', 'callout', 'notes',
    ], // prettier-ignore
  },
  heading1: inline('h1'),
  heading2: inline('h2'),
  paragraph: inline('p', slot),

  list: { name: 'ul', attributes: slot, text: false, children: ['item'] },
  orderedList: { name: 'ol', attributes: { ...slot, start: count }, text: false, children: ['item'] },
  sourceList: { name: 'ol', class: 'sources', attributes: { ...slot, start: count }, text: false, children: ['item'] },
  item: { name: 'li', attributes: {}, text: true, children: [...INLINE, 'nestedList', 'nestedOrderedList'] },
  nestedList: { name: 'ul', attributes: {}, text: false, children: ['item'] },
  nestedOrderedList: { name: 'ol', attributes: {}, text: false, children: ['item'] },

  quote: { name: 'blockquote', attributes: slot, text: false, children: ['innerParagraph', 'cite'] },
  innerParagraph: inline('p'),
  cite: inline('cite'),

  table: { name: 'table', attributes: slot, text: false, children: ['caption', 'head', 'body', 'foot'] },
  chart: {
    name: 'table',
    class: 'chart',
    attributes: {
      ...slot,
      'data-type': oneOf('bar', 'stacked-bar', 'line', 'doughnut'),
      'data-unit': anyText,
      'data-title': anyText,
      'data-ref': references,
    },
    required: ['data-type'],
    text: false,
    children: ['head', 'body'],
  },
  caption: inline('caption'),
  head: { name: 'thead', attributes: {}, text: false, children: ['headRow'] },
  body: { name: 'tbody', attributes: {}, text: false, children: ['row'] },
  foot: { name: 'tfoot', attributes: {}, text: false, children: ['row'] },
  headRow: { name: 'tr', attributes: {}, text: false, children: ['headCell'] },
  row: { name: 'tr', attributes: {}, text: false, children: ['cell', 'rowHead'] },
  headCell: inline('th', align),
  cell: inline('td', align),
  rowHead: inline('th', align),

  timeline: { name: 'dl', class: 'timeline', attributes: { ...slot, 'data-today': date }, text: false, children: ['date', 'definition'] },
  date: { name: 'dt', attributes: { 'data-date': anyText }, text: true, children: [] },
  definition: inline('dd'),
  stats: { name: 'dl', class: 'stats', attributes: slot, text: false, children: ['stat', 'definition'] },
  stat: { name: 'dt', attributes: {}, text: true, children: ['value'] },
  value: { name: 'data', attributes: {}, text: true, children: [] },

  figure: { name: 'figure', attributes: slot, text: false, children: ['innerImage', 'figureCaption'] },
  image: { name: 'img', attributes: { ...slot, ...IMAGE_ATTRIBUTES }, required: ['src', 'alt'], text: false, children: [], void: true },
  innerImage: { name: 'img', attributes: IMAGE_ATTRIBUTES, required: ['src', 'alt'], text: false, children: [], void: true },
  figureCaption: inline('figcaption'),
  callout: { name: 'aside', class: 'callout', attributes: slot, text: false, children: ['innerParagraph'] },

  notes: { name: 'aside', class: 'notes', attributes: {}, text: false, children: ['innerParagraph', 'notesHeading', 'sourceParagraph'] },
  notesHeading: inline('h3'),
  sourceParagraph: { ...inline('p'), class: 'source' },

  strong: inline('strong'),
  b: inline('b'),
  em: inline('em'),
  i: inline('i'),
  link: { name: 'a', attributes: { href: url }, required: ['href'], text: true, children: ['strong', 'b', 'em', 'i', 'break'] },
  reference: { name: 'a', class: 'ref', attributes: { 'data-ref': references }, required: ['data-ref'], text: true, children: [] },
  break: { name: 'br', attributes: {}, text: false, children: [], void: true },
};

/** Stamped by the template stage on every tag of a template. */
export const AT = 'data-at';

/** Every element name that some rule has. */
export const KNOWN_ELEMENTS: readonly string[] = [...new Set(Object.values(RULES).map((rule) => rule.name))].filter(
  (element) => element !== '',
);

/** Elements that never have content, nor an end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(Object.values(RULES).flatMap((rule) => (rule.void ? [rule.name] : [])));

/** An element as a person would look for it: `<ol class="sources">`. */
export function shown(rule: Rule): string {
  return rule.class === undefined ? `<${rule.name}>` : `<${rule.name} class="${rule.class}">`;
}

/** What may stand in an element, in words. */
export function allowedIn(rule: Rule): string {
  const elements = [...new Set(rule.children.map((key) => shown(RULES[key])))];
  return [...(rule.text ? ['text'] : []), ...elements].join(', ') || 'nothing';
}
