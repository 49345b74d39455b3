import { hasWordCharacter } from '../words/letters.ts';
import type { BlockRole } from '../types.ts';
import type { DomElement } from './dom.ts';
import { pictureOf, type PictureSource } from './dom-pictures.ts';
import { dataTable, isNoteMark, scripted, SCRIPTS, type Script } from './dom-tables.ts';
import { block, tableBlock, type RawBlock } from './types.ts';

/** Never the article's words. */
const SKIPPED = new Set(
  'script style noscript template nav form button select textarea iframe svg math canvas video audio object dialog head link meta title'.split(
    ' ',
  ),
);
/** A page's parts around the article: left out when a whole page is walked. */
const AROUND = new Set(['footer', 'aside']);
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p ' +
    'pre section summary table tbody td tfoot th thead time tr ul'
  )
    .split(' ')
    .filter((tag) => tag !== 'time'),
);
const BOLD = new Set(['b', 'strong', 'big']);
const ITALIC = new Set(['i', 'em', 'cite']);

/** What a class, id or itemprop says about its element, first match. */
const ROLES: readonly { readonly names: RegExp; readonly role: BlockRole; readonly longest: number }[] = [
  { names: /(?:about|author|writer|contributor)[-_ ]?(?:bio|info|box|description)|(?:^|[-_ ])bio(?:$|[-_ ])/, role: 'bio', longest: 1500 },
  { names: /disclaimer/, role: 'disclaimer', longest: 2000 },
  { names: /(?:^|[-_ ])(?:headline|intake-title|(?:entry|post|article|page)-title)(?:$|[-_ ])/, role: 'title', longest: 300 },
  {
    names: /standfirst|(?:^|[-_ ])(?:dek|deck|chapo|strapline|sub-?title|subhead(?:line|ing)?|sous-titre)(?:$|[-_ ])/,
    role: 'standfirst',
    longest: 600,
  },
  {
    names: /byline|(?:^|[-_ ])(?:author|authors|auteur|autor|autore|writer|creator|contributors?)(?:$|[-_ ])/,
    role: 'byline',
    longest: 160,
  },
  // The day of an update, which a reader would take for that of publication; themes of WordPress call the day of publication both.
  {
    names: /^(?!.*(?:publish|post[-_]?date|entry[-_]?date)).*(?:^|[-_ ])(?:updated|modified|last-?mod\w*|date-?modified)(?:$|[-_ ])/,
    role: 'boilerplate',
    longest: 80,
  },
  {
    names: /(?:^|[-_ ])(?:date|dateline|pub-?date|date-?published|published|post-date|timestamp|datepublished)(?:$|[-_ ])/,
    role: 'date',
    longest: 80,
  },
];
/** Class or id of what stands on a page beside its article. */
const FURNITURE =
  /(?:^|[-_ ])(?:ad|ads|advert\w*|share|sharing|social\w*|related|recommended|newsletter|promo\w*|cookies?(?:-\w+)?|comments?|breadcrumbs?|tags|sidebar|nav|navbar|menu|topbar|masthead|footer|print-?only|skip-?link|caption|credit)(?:$|[-_ ])/;

export interface WalkOptions {
  /** A whole page: leave out what stands around the article. False for an article's own element. */
  readonly page: boolean;
  /** Its pictures are wanted. */
  readonly pictures?: PictureSource;
  /** Made of an office document: its tables hold data. */
  readonly inDocument?: true;
  /** Lines that stay apart whatever their length, as a message's headers. */
  readonly apart?: (lines: readonly string[]) => boolean;
}

interface State {
  readonly found: RawBlock[];
  readonly options: WalkOptions;
  text: string;
  bold: number;
  italic: number;
  linked: number;
}

interface Context {
  readonly page: boolean;
  readonly shape: 'paragraph' | 'item' | 'quotation' | 'heading' | 'note';
  readonly level: number;
  readonly role: BlockRole | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: boolean;
  readonly script: Script | null;
  readonly list: { readonly ordered: boolean; readonly start?: number } | null;
}

/** An element's blocks in reading order. Recursive: the caller has bounded the depth (`scanMarkup`). */
export function domBlocks(root: DomElement, options: WalkOptions): RawBlock[] {
  const { page } = options;
  const state: State = { found: [], options, text: '', bold: 0, italic: 0, linked: 0 };
  const context: Context = {
    page,
    shape: 'paragraph',
    level: 0,
    role: null,
    bold: false,
    italic: false,
    link: false,
    script: null,
    list: null,
  };
  walk(root, context, state);
  flush(state, context);
  return state.found;
}

function walk(parent: DomElement, context: Context, state: State): void {
  for (const node of parent.childNodes) {
    if (node.nodeType === 3) addText(node.textContent ?? '', context, state);
    else if (node.nodeType === 1) element(node as DomElement, context, state);
  }
}

function element(node: DomElement, context: Context, state: State): void {
  const tag = node.localName.toLowerCase();
  if (SKIPPED.has(tag) || (context.page && AROUND.has(tag)) || isHidden(node)) return;
  const names = `${node.getAttribute('class') ?? ''} ${node.id} ${node.getAttribute('itemprop') ?? ''}`.toLowerCase();
  if (tag === 'br') {
    state.text += '\n';
    return;
  }
  if (tag === 'img' && state.options.pictures !== undefined) {
    const pictures = pictureOf(node, state.options.pictures);
    if (pictures.length > 0) flush(state, context);
    state.found.push(...pictures);
    return;
  }
  if (isNoteMark(node)) return;
  if (tag === 'a' && /^#(?:foot|end)note-ref-/.test(node.getAttribute('href') ?? '')) return;
  // Wikis put `[edit]` into their headings.
  if (context.shape === 'heading' && /^\[.{1,30}\]$/.test(node.textContent.trim())) return;
  if (!BLOCKS.has(tag)) {
    // A heading is one whatever its words are called (`<h2><span class="headline">`).
    const role = context.role ?? (context.shape === 'heading' ? null : roleOf(node, names));
    const opens = role !== context.role && role !== null;
    if (opens) flush(state, context);
    const inner = {
      ...context,
      role,
      bold: context.bold || BOLD.has(tag),
      italic: context.italic || ITALIC.has(tag),
      link: context.link || tag === 'a',
      script: SCRIPTS[tag] ?? context.script,
    };
    walk(node, inner, state);
    if (opens) flush(state, inner);
    return;
  }
  flush(state, context);
  if (context.page && FURNITURE.test(names) && !/^(?:body|main|article|html)$/.test(tag)) return;
  const rows = tag === 'table' ? dataTable(node, { inDocument: state.options.inDocument === true }) : null;
  if (rows !== null) {
    const title = (node.querySelector('caption')?.textContent ?? '').replace(/\s+/g, ' ').trim();
    state.found.push(title === '' ? tableBlock(rows) : { ...tableBlock(rows), given: { kind: 'table', title } });
    return;
  }
  const inner = innerContext(node, tag, names, context);
  walk(node, inner, state);
  flush(state, inner);
}

function innerContext(node: DomElement, tag: string, names: string, context: Context): Context {
  const role = context.role ?? (tag === 'figcaption' ? 'boilerplate' : roleOf(node, names));
  if (/^h[1-6]$/.test(tag)) return { ...context, role, shape: 'heading', level: Number(tag[1]) };
  // The form in which mammoth lists a document's notes.
  if (tag === 'li' && /^(?:foot|end)note-/.test(node.id)) return { ...context, role: 'note', shape: 'note' };
  if (tag === 'li') return { ...context, role, shape: 'item', level: Math.max(1, listDepth(node)), list: listOf(node) };
  if (tag === 'blockquote') return { ...context, role, shape: 'quotation' };
  return { ...context, role };
}

function listDepth(node: DomElement): number {
  let depth = 0;
  for (let at = node.parentElement; at !== null; at = at.parentElement) if (/^[uo]l$/i.test(at.localName)) depth++;
  return depth;
}

/** Whether an item's list is numbered, and from which number where it says so. */
function listOf(node: DomElement): Context['list'] {
  const list = node.parentElement;
  const ordered = list?.localName.toLowerCase() === 'ol';
  const start = Number.parseInt(list?.getAttribute('start') ?? '', 10);
  return { ordered, ...(ordered && Number.isInteger(start) && start > 1 && { start }) };
}

function roleOf(node: DomElement, names: string): BlockRole | null {
  const found = ROLES.find((rule) => rule.names.test(names));
  if (found === undefined) return node.getAttribute('rel') === 'author' ? 'byline' : null;
  return node.textContent.trim().length <= found.longest ? found.role : null;
}

function isHidden(node: DomElement): boolean {
  return node.hasAttribute('hidden') || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(node.getAttribute('style') ?? '');
}

function addText(raw: string, context: Context, state: State): void {
  const text = scripted(raw.replace(/[ \t\r\n]+/g, ' '), context.script);
  state.text += text;
  const letters = text.trim().length;
  if (context.bold) state.bold += letters;
  if (context.italic) state.italic += letters;
  if (context.link) state.linked += letters;
}

function flush(state: State, context: Context): void {
  const letters = state.text.replace(/\s+/g, '').length;
  const linked = letters === 0 ? 0 : Math.min(1, state.linked / state.text.trim().length);
  const whole = (count: number): boolean => letters > 0 && count >= state.text.trim().length * 0.9;
  const emphasis = whole(state.bold) ? 'bold' : whole(state.italic) ? 'italic' : null;
  for (const text of parts(state.text, state.options)) {
    const { shape, level, role, list } = context;
    const given = shape === 'item' && list !== null && { given: { kind: 'item', ...list } as const };
    state.found.push(block(text, { shape, level, role, emphasis, links: linked, ...given }));
  }
  state.text = '';
  state.bold = 0;
  state.italic = 0;
  state.linked = 0;
}

/** Two line breaks make a paragraph; single ones only where every line is short, as in a byline over a date. */
function parts(text: string, { apart }: WalkOptions): string[] {
  return text
    .split(/ *\n(?: *\n)+ */)
    .flatMap((part) => {
      const lines = part.split('\n').map((line) => line.trim());
      const short = lines.every((line) => line.length < 60) || apart?.(lines) === true;
      return lines.length > 1 && short ? lines : [lines.join(' ')];
    })
    .map((part) => part.trim())
    .filter(hasWordCharacter);
}
