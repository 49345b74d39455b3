import type { TextBox } from '../../layout/types.ts';
import { plainText } from '../../base/text.ts';
import type { Context } from './context.ts';
import { EMPTY, escape, h, join, type Attributes, type Html } from './html.ts';
import { lineAttributes, linesMarkup, paragraphAttributes, setParagraphs, type SetParagraph } from './line.ts';
import { refsOfParagraphs } from './line-refs.ts';
import type { Drawn } from './drawn.ts';
import { ground } from './shape.ts';

/** What of its attributes a paragraph has: `lineAttributes`, or those of a part of what is a line as a whole. */
export type AttributesOf = typeof lineAttributes;

/** The element of one paragraph outside lists. */
function paragraphElement(name: string, set: SetParagraph, context: Context, attributes: Attributes): Html {
  return h(name, attributes, linesMarkup(set, context));
}

function isItem({ paragraph, level }: SetParagraph): boolean {
  return typeof paragraph.bullet === 'number' || (paragraph.bullet === 'level' && level.bullet !== null);
}

/** Items from `from` on that belong to one list: the same level or deeper. Returns the list and the index after it. */
function list(sets: readonly SetParagraph[], from: number, context: Context, attributesOf: AttributesOf): { html: Html; next: number } {
  const first = sets[from];
  if (!first) return { html: EMPTY, next: from };
  const depth = first.paragraph.level;
  const ordered = typeof first.paragraph.bullet === 'number';
  const items: Html[] = [];
  let i = from;
  for (;;) {
    const set = sets[i];
    if (!set || !isItem(set) || set.paragraph.level < depth) break;
    const { bullet } = set.paragraph;
    if ((typeof bullet === 'number') !== ordered && set.paragraph.level === depth) break;
    i += 1;
    const parts = [linesMarkup(set, context)];
    let child = sets[i];
    while (child && isItem(child) && child.paragraph.level > depth) {
      const inner = list(sets, i, context, attributesOf);
      parts.push(inner.html);
      i = inner.next;
      child = sets[i];
    }
    items.push(h('li', { ...attributesOf(set, context), value: typeof bullet === 'number' ? bullet : null }, ...parts));
  }
  // VoiceOver forgets that a list without markers is one
  return { html: h(ordered ? 'ol' : 'ul', { role: 'list' }, ...items), next: i };
}

/** Paragraphs with real, nested lists where they have bullets, each a line of the slide. */
export function flow(sets: readonly SetParagraph[], context: Context, attributesOf: AttributesOf = lineAttributes): Html {
  const parts: Html[] = [];
  for (let i = 0; i < sets.length;) {
    const set = sets[i];
    if (!set) break;
    if (isItem(set)) {
      const { html, next } = list(sets, i, context, attributesOf);
      parts.push(html);
      i = next;
    } else {
      parts.push(paragraphElement('p', set, context, attributesOf(set, context)));
      i += 1;
    }
  }
  return join(parts);
}

/** Paragraphs of which the whole is one line of the slide: a figure, an event, a picture's caption. */
export function flowOfParts(sets: readonly SetParagraph[], context: Context): Html {
  return flow(sets, context, paragraphAttributes);
}

/** A title's lines in one heading. Where the slide shows it cut, reading mode and screen readers get the whole. */
export function heading(sets: readonly SetParagraph[], whole: string, context: Context): Html {
  const [first] = sets;
  const shown = sets.map((set) => plainText(set.paragraph.runs)).join(' ');
  const cut = shown.replace(/\s+/g, ' ') !== whole.replace(/\s+/g, ' ').trim();
  const lines = join(sets.flatMap((set, i) => (i === 0 ? [linesMarkup(set, context)] : [escape(' '), linesMarkup(set, context)])));
  if (!first) return h('h2', { class: 'unseen' }, escape(whole));
  const attributes = lineAttributes(first, context);
  if (!cut) return h('h2', attributes, lines);
  return h('h2', attributes, h('span', { class: 'whole' }, escape(whole)), h('span', { class: 'cut', 'aria-hidden': 'true' }, lines));
}

/** A text box as the element its role asks for. Titles are `heading`'s. */
export function text(box: TextBox, context: Context): Drawn {
  const sets = setParagraphs(box);
  return { shapes: ground(box), html: element(box, sets, context) };
}

function element(box: TextBox, sets: readonly SetParagraph[], context: Context): Html {
  const { role } = box;
  switch (role) {
    case 'quote': {
      // the hanging quotation mark is a bullet to the eye alone
      const words = sets.map((set) =>
        paragraphElement(set.paragraph.level === 0 ? 'p' : 'footer', set, context, paragraphAttributes(set, context)),
      );
      return h('blockquote', { 'data-refs': refsOfParagraphs(box.paragraphs, context) }, ...words);
    }
    case 'callout':
      return h('div', { class: 'callout', role: 'note' }, flow(sets, context));
    case 'footer':
    case 'number':
    case 'date':
      return join(sets.map((set) => paragraphElement('p', set, context, paragraphAttributes(set, context, 'repeated'))));
    case 'mark':
    case 'kicker':
      return join(sets.map((set) => paragraphElement('p', set, context, lineAttributes(set, context, role))));
    case 'title':
    case 'subtitle':
    case 'body':
    case 'caption':
    case 'stat':
    case 'label':
      return flow(sets, context);
  }
}
