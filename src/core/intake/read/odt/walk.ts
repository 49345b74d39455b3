import type { BlockRole } from '../../types.ts';
import { captionParts, formOf, pictureBlock, zipPicture } from '../pictures.ts';
import type { Package } from '../package.ts';
import { block, tableBlock, type RawBlock } from '../types.ts';
import { Words } from '../words.ts';
import { child, children, textOf, value, within, type XmlElement } from '../xml/index.ts';
import { objectChart } from './object.ts';
import type { Styles } from './styles.ts';

/** What is gathered while a text is walked. */
export interface TextState {
  readonly opened: Package;
  readonly styles: Styles;
  readonly blocks: RawBlock[];
  readonly notes: RawBlock[];
  readonly unkept: string[];
  readonly counts: { hidden: number; comments: number; merged: number };
}

interface ListPlace {
  readonly level: number;
  readonly style: string | null;
  /** Number of the next item where the list says one. */
  readonly start: number | null;
}

/** Style names, of whichever ancestor, that say what a paragraph is. */
const ROLES: readonly (readonly [RegExp, BlockRole])[] = [
  [/^title$/i, 'title'],
  [/^(?:subtitle|abstract)$/i, 'standfirst'],
  [/^(?:author|byline)$/i, 'byline'],
  [/^date$/i, 'date'],
];
const CAPTION = /^(?:caption|illustration|figure|table|drawing|bildunterschrift|legend)$/i;
const QUOTATION = /^(?:quotations?|quote|intense quote|block ?quote)$/i;

/** Where words are made by the program, and what is no text. */
const SKIPPED = new Set([
  'text:tracked-changes', 'text:sequence-decls', 'text:variable-decls', 'text:user-field-decls', 'text:table-of-content', 'text:alphabetical-index',
  'text:illustration-index', 'text:table-index', 'text:user-index', 'text:bibliography', 'office:forms', 'text:page-number', 'text:page-count',
  'text:note-citation', 'text:bookmark-ref', 'office:event-listeners', 'text:ruby-text',
]); // prettier-ignore

/** Reads what stands in a text body, section, cell or box, in its order. */
export function walkText(parent: XmlElement, state: TextState, list: ListPlace | null = null): void {
  for (const element of children(parent)) {
    switch (element.name) {
      case 'text:h':
      case 'text:p':
        paragraph(element, state, list);
        break;
      case 'text:list':
        walkList(element, state, list);
        break;
      case 'table:table':
        walkTable(element, state);
        break;
      case 'text:section':
        if (value(element, 'text:display') === 'none') state.counts.hidden += 1;
        else walkText(element, state, list);
        break;
      case 'draw:frame':
        walkFrame(element, null, state);
        break;
      default:
        if (!SKIPPED.has(element.name)) walkText(element, state, list);
    }
  }
}

function walkList(element: XmlElement, state: TextState, outer: ListPlace | null): void {
  const own = { level: (outer?.level ?? 0) + 1, style: value(element, 'text:style-name') ?? outer?.style ?? null };
  for (const item of children(element)) {
    const start = Number.parseInt(value(item, 'text:start-value') ?? '', 10) || null;
    if (item.name === 'text:list-item' || item.name === 'text:list-header') walkText(item, state, { ...own, start });
  }
}

function paragraph(element: XmlElement, state: TextState, list: ListPlace | null): void {
  const { names, hidden } = state.styles.of(value(element, 'text:style-name'), 'paragraph');
  if (hidden) {
    state.counts.hidden += 1;
    return;
  }
  const words = new Words();
  const frames: XmlElement[] = [];
  inline(element, words, frames, state, null);
  const text = words.text.replace(/[ \t]+/g, ' ').trim();
  const is = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (text !== '') state.blocks.push(blockOf(element, text, list, is, state));
  const caption = is(CAPTION) && text !== '' ? text : null;
  for (const frame of frames) walkFrame(frame, caption, state);
}

function blockOf(
  element: XmlElement,
  text: string,
  list: ListPlace | null,
  is: (pattern: RegExp) => boolean,
  { styles }: TextState,
): RawBlock {
  const role = ROLES.find(([pattern]) => is(pattern))?.[1];
  if (role !== undefined) return block(text, { role });
  if (element.name === 'text:h') return block(text, { shape: 'heading', level: Number(value(element, 'text:outline-level') ?? 1) || 1 });
  if (is(CAPTION)) return block(text, { role: 'boilerplate' });
  if (list !== null) {
    const ordered = styles.isNumbered(list.style, list.level);
    const given = { kind: 'item', ordered, ...(ordered && list.start !== null && { start: list.start }) } as const;
    return block(text, { shape: 'item', level: list.level, given });
  }
  return is(QUOTATION) ? block(text, { shape: 'quotation' }) : block(text);
}

type Script = 'sub' | 'super' | null;

/** The words of a paragraph; frames in it are put aside, notes and comments told of. */
function inline(parent: XmlElement, words: Words, frames: XmlElement[], state: TextState, script: Script): void {
  for (const part of parent.children) {
    if (typeof part === 'string') {
      words.add(part.replace(/\s+/g, ' '), script);
      continue;
    }
    switch (part.name) {
      case 'text:s':
        words.add(' ');
        break;
      case 'text:tab':
        words.add(' ');
        break;
      case 'text:line-break':
        words.add('\n');
        break;
      case 'text:note':
        noteOf(part, state);
        break;
      case 'office:annotation':
        state.counts.comments += 1;
        break;
      case 'office:annotation-end':
      case 'text:soft-page-break':
        break;
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
        state.counts.hidden += 1;
        break;
      case 'draw:frame':
        frames.push(part);
        break;
      case 'text:span': {
        const style = state.styles.of(value(part, 'text:style-name'), 'text');
        if (style.hidden) state.counts.hidden += 1;
        else inline(part, words, frames, state, style.script ?? script);
        break;
      }
      default:
        if (part.name.startsWith('draw:')) frames.push(...within(part, 'draw:frame'), ...(within(part, 'text:p').length > 0 ? [part] : []));
        else if (!SKIPPED.has(part.name)) inline(part, words, frames, state, script);
    }
  }
}

function noteOf(note: XmlElement, state: TextState): void {
  const inner: TextState = { ...state, blocks: [], notes: [] };
  const body = child(note, 'text:note-body');
  if (body) walkText(body, inner);
  const text = inner.blocks.map((b) => b.text).join(' ');
  if (text !== '') state.notes.push(block(text, { shape: 'note' }));
}

/** The largest table that is kept as one; repeated rows and columns (a sheet's empty rest) are not spelt out beyond. */
const MOST_REPEATED = 50;

function walkTable(table: XmlElement, state: TextState): void {
  const rows = within(table, 'table:table-row').map((row) => cellsOf(row, state));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  if (width >= 2 && filled.length >= 2) state.blocks.push(tableBlock(filled));
  // A table of one column or row only places text.
  else for (const cell of within(table, 'table:table-cell')) walkText(cell, state);
}

function cellsOf(row: XmlElement, state: TextState): string[] {
  const all = children(row);
  return all.flatMap((cell, index) => {
    if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') return [];
    const spans = Math.max(Number(value(cell, 'table:number-columns-spanned') ?? 1), Number(value(cell, 'table:number-rows-spanned') ?? 1));
    if (spans > 1) state.counts.merged += 1;
    const repeated = Math.min(MOST_REPEATED, Math.max(1, Number(value(cell, 'table:number-columns-repeated') ?? 1) || 1));
    if (cell.name === 'table:covered-table-cell') return Array<string>(repeated).fill('');
    const inner: TextState = { ...state, blocks: [] };
    walkText(cell, inner);
    // Some programs leave out the cells that one reaches over.
    const across = Math.min(MOST_REPEATED, Number(value(cell, 'table:number-columns-spanned') ?? 1) || 1);
    const left = across > 1 && all[index + 1]?.name !== 'table:covered-table-cell' ? across - 1 : 0;
    return [...Array<string>(repeated).fill(inner.blocks.map(({ text }) => text).join(' ')), ...Array<string>(left).fill('')];
  });
}

/** A frame: a picture, a chart, or a box of text. */
function walkFrame(frame: XmlElement, caption: string | null, state: TextState): void {
  const box = child(frame, 'draw:text-box');
  if (box) {
    walkText(box, state);
    return;
  }
  const object = child(frame, 'draw:object');
  if (object) {
    const folder = (value(object, 'xlink:href') ?? '').replace(/^\.\//, '');
    const chart = objectChart(state.opened.xml(`${folder}/content.xml`));
    if (chart) {
      state.blocks.push(chart);
      return;
    }
  }
  const links = children(frame, 'draw:image').map((image) => value(image, 'xlink:href') ?? '');
  if (links.length === 0) {
    if (frame.name !== 'draw:frame') walkText(frame, state);
    else if (object || child(frame, 'draw:object-ole') || child(frame, 'draw:plugin')) state.unkept.push('an embedded file');
    return;
  }
  const part = links.map((link) => link.replace(/^\.\//, '')).find((link) => formOf(link) !== null && state.opened.entries.has(link));
  const words = [child(frame, 'svg:desc'), child(frame, 'svg:title')].map((element) => textOf(element).replace(/\s+/g, ' ').trim());
  const alt = words.find(Boolean) ?? '';
  const picture = part === undefined || object ? null : zipPicture(state.opened.entries, part, { alt, ...captionParts(caption ?? '') });
  if (picture) state.blocks.push(pictureBlock(picture, alt !== '' || caption !== null));
  else
    state.unkept.push(
      object
        ? 'a formula or embedded file'
        : formOf(links[0] ?? '') === null
          ? (links[0]?.split('.').at(-1)?.toUpperCase() ?? '')
          : 'a picture in another file',
    );
}
