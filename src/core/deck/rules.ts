import { MARKUP_PIECES } from '../block/markup.ts';
import type { Block, BlockElement } from '../block/types.ts';
import { name, names, references, someText, url, yes } from './attributes.ts';
import type { BlockContext } from './context.ts';
import type { Element } from './element.ts';
import { inline, shown, type Rule, type RuleKey } from './rule.ts';

type BlockReader = (element: Element, context: BlockContext) => Block | null;

/** One reader for each element that makes a block; an element with nothing in it makes none. */
export const BLOCK_READERS: Readonly<Partial<Record<RuleKey, BlockReader>>> = Object.assign(
  {},
  ...Object.values(MARKUP_PIECES).map(({ readers }) => readers),
) as Partial<Record<BlockElement, BlockReader>>;

const BLOCK_RULES = Object.assign({}, ...Object.values(MARKUP_PIECES).map(({ rules }) => rules)) as Readonly<Record<BlockElement, Rule>>;

const BLOCK_KEYS = Object.keys(BLOCK_READERS) as BlockElement[];

/**
 * The grammar of slide markup, as data: which element may stand in which, with which attributes, and where words may stand.
 * One element of HTML can have several rules, told apart by its parent and its class.
 */
export const RULES: Readonly<Record<RuleKey, Rule>> = {
  document: { name: '', attributes: {}, text: false, children: ['section', 'arrange'] },
  section: {
    name: 'section',
    attributes: { layout: names, kind: name, topic: someText, section: someText, 'data-topics': someText, 'data-ref': references },
    required: ['layout'],
    text: false,
    children: ['heading1', 'heading2', ...BLOCK_KEYS, 'notes'],
  },
  arrange: {
    name: 'arrange',
    attributes: { topic: someText, section: someText },
    text: false,
    children: ['heading1', 'heading2', 'pooled', 'notes', 'option'],
  },
  pooled: { name: 'block', attributes: { name, optional: yes }, required: ['name'], text: false, children: BLOCK_KEYS },
  option: { name: 'option', attributes: {}, text: false, children: ['optionSection'] },
  optionSection: {
    name: 'section',
    attributes: { layout: names, kind: name, 'data-ref': references },
    required: ['layout', 'kind'],
    text: false,
    children: ['heading1', 'heading2', 'use'],
  },
  use: { name: 'use', attributes: { block: name, slot: name }, required: ['block'], text: false, children: [], void: true },
  heading1: inline('h1'),
  heading2: inline('h2'),
  innerParagraph: inline('p'),
  definition: inline('dd'),
  notes: { name: 'aside', class: 'notes', attributes: {}, text: false, children: ['innerParagraph', 'notesHeading', 'sourceParagraph'] },
  notesHeading: inline('h3'),
  sourceParagraph: { ...inline('p'), class: 'source' },
  strong: inline('strong'),
  b: inline('b'),
  em: inline('em'),
  i: inline('i'),
  struck: inline('s'),
  subscript: inline('sub'),
  superscript: inline('sup'),
  link: {
    name: 'a',
    attributes: { href: url },
    required: ['href'],
    text: true,
    children: ['strong', 'b', 'em', 'i', 'struck', 'subscript', 'superscript', 'break'],
  },
  reference: { name: 'a', class: 'ref', attributes: { 'data-ref': references }, required: ['data-ref'], text: true, children: [] },
  break: { name: 'br', attributes: {}, text: false, children: [], void: true },
  ...BLOCK_RULES,
};

/** Stamped by the template stage on every tag of a template. */
export const AT = 'data-at';

/** Every element name that some rule has. */
export const KNOWN_ELEMENTS: readonly string[] = [...new Set(Object.values(RULES).map((rule) => rule.name))].filter(
  (element) => element !== '',
);

/** Elements that never have content, nor an end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(Object.values(RULES).flatMap((rule) => (rule.void ? [rule.name] : [])));

/** What may stand in an element, in words. */
export function allowedIn(rule: Rule): string {
  const elements = [...new Set(rule.children.map((key) => shown(RULES[key])))];
  return [...(rule.text ? ['text'] : []), ...elements].join(', ') || 'nothing';
}
