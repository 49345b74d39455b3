import type { Html, List, Nodes, RootContent, Table } from 'mdast';
import { withoutComments } from '../../article/index.ts';
import { problem, type Outcome } from '../../base/errors.ts';
import { textOfRun } from '../../base/text.ts';
import type { FieldName } from '../types.ts';
import { domBlocks } from './dom-blocks.ts';
import { parseDocument } from './dom.ts';
import { openComments } from './open-comment.ts';
import { scanMarkup } from './scan.ts';
import { block, tableBlock, type Hint, type RawBlock, type Reading } from './types.ts';

/** Front-matter keys of the usual generators, and the field each fills. */
const KEYS: Readonly<Record<string, FieldName>> = {
  title: 'title',
  headline: 'title',
  standfirst: 'standfirst',
  subtitle: 'standfirst',
  description: 'standfirst',
  summary: 'standfirst',
  excerpt: 'standfirst',
  author: 'authors',
  authors: 'authors',
  byline: 'authors',
  date: 'published',
  published: 'published',
  publishdate: 'published',
  pubdate: 'published',
  publisher: 'publisher',
  site: 'publisher',
  publication: 'publisher',
  url: 'url',
  canonical: 'url',
  source: 'url',
  lang: 'language',
  language: 'language',
  tags: 'tags',
  keywords: 'tags',
  bio: 'bio',
  disclaimer: 'disclaimer',
};

/** What stands in blocks of HTML. */
type Inner = ReadonlyMap<Nodes, readonly RawBlock[]>;

/** Markdown to blocks, the HTML in it too, front matter to hints. Errors: `intake/too-deep`, `intake/too-large`. */
export async function readMarkdown(
  text: string,
  { name, depth, elements }: { readonly name: string; readonly depth: number; readonly elements: number },
): Promise<Outcome<Reading>> {
  if (nestedDeeper(text, depth)) {
    const hint = 'Take the quotations or lists out of each other.';
    const message = 'Quotations or lists stand inside each other too deep to be an article.';
    return { value: null, problems: [problem('intake/too-deep', { message, place: { file: name }, allowed: `${depth} levels`, hint })] };
  }
  const [{ fromMarkdown }, { gfmTable }, { gfmTableFromMarkdown }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('micromark-extension-gfm-table'),
    import('mdast-util-gfm-table'),
  ]);
  const plain = withoutComments(text);
  const parts = splitSource(plain.text);
  const root = fromMarkdown(parts.body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const html = htmlIn(root);
  const scans = html.map(({ value }) => scanMarkup(value, { xml: false }));
  const place = { file: name };
  if (scans.some((scan) => scan.depth > depth)) {
    const hint = 'Open the page in a browser, select the article’s text, and paste it.';
    const message = 'Elements of HTML stand inside each other too deep to be an article.';
    return { value: null, problems: [problem('intake/too-deep', { message, place, allowed: `${depth} levels`, hint })] };
  }
  if (scans.reduce((sum, scan) => sum + scan.elements, 0) > elements) {
    const hint = 'Take the HTML out, or write it as Markdown.';
    return {
      value: null,
      problems: [problem('intake/too-large', { message: 'The file has too much HTML.', place, allowed: `${elements} elements`, hint })],
    };
  }
  const inner: Inner = new Map(await Promise.all(html.map(async (node) => [node, await htmlBlocks(node)] as const)));
  const hints = parts.yaml === null ? [] : await frontMatter(parts.yaml);
  const notes = parts.notes.map((note) => block(note, { shape: 'note' }));
  return {
    value: {
      blocks: [...root.children.flatMap((node) => blocksOf(node, inner)), ...notes],
      hints,
      problems: openComments(text, plain.open, name),
    },
    problems: [],
  };
}

interface Source {
  readonly yaml: string | null;
  readonly body: string;
  readonly notes: readonly string[];
}

/** Front matter and footnotes (`[^1]: …` with the marks that point at them, `^[…]`) taken out of the text. */
function splitSource(text: string): Source {
  const front = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const notes: string[] = [];
  const body = text
    .slice(front?.[0].length ?? 0)
    .replace(/^\[\^[^\]\n]+\]:[ \t]*(.*(?:\n(?:[ \t]+\S.*))*)$/gm, (_, note: string) => {
      notes.push(note.replace(/\s+/g, ' ').trim());
      return '';
    })
    .replace(/(?<!\\)\^\[((?:[^[\]\n]|\[[^[\]\n]*\])*)\]/g, (_, note: string) => {
      notes.push(note.trim());
      return '';
    })
    .replace(/\[\^[^\]\s]+\]/g, '');
  return { yaml: front?.[1] ?? null, body, notes: notes.filter(Boolean) };
}

/** Marks of quotation and steps of indentation before any line's words: what nests in Markdown. */
function nestedDeeper(text: string, depth: number): boolean {
  return new RegExp(`^(?:[ \\t]*>){${depth},}|^(?:[ \\t]*[-*+]){${depth},}|^[ ]{${depth * 4},}\\S`, 'm').test(text);
}

async function frontMatter(yaml: string): Promise<Hint[]> {
  const [{ parseYaml, TooDeep }, { decodeHTMLStrict }] = await Promise.all([
    import('../../base/yaml-document.ts'),
    import('entities/decode'),
  ]);
  let data: unknown;
  try {
    const document = parseYaml(yaml, { uniqueKeys: false });
    data = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return [];
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const field = KEYS[key.toLowerCase().replace(/[^a-z]/g, '')];
    if (field === undefined) return [];
    // Generators write these values into HTML as they stand, so what stands for a letter there is one.
    return valuesOf(value).map((text): Hint => ({ field, value: decodeHTMLStrict(text), origin: 'front-matter', confidence: 0.98 }));
  });
}

function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') {
    const textOf = withoutComments(value).text.trim();
    return textOf === '' ? [] : [textOf];
  }
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (typeof value === 'object' && value !== null && 'name' in value) return valuesOf(value.name);
  return [];
}

/** Blocks of HTML, wherever blocks may stand. */
function htmlIn(node: Nodes): Html[] {
  if (node.type === 'html') return [node];
  return node.type !== 'paragraph' && 'children' in node ? node.children.flatMap(htmlIn) : [];
}

/** A block of HTML ends with an empty line, so its tags may be open or close nothing: its words are what counts. */
async function htmlBlocks({ value }: Html): Promise<readonly RawBlock[]> {
  if (!/\p{L}|\p{N}/u.test(value.replace(/<[^>]*>/g, ''))) return [];
  return domBlocks((await parseDocument(`<html><body>${value}</body></html>`)).body, { page: false });
}

function blocksOf(node: RootContent, inner: Inner): readonly RawBlock[] {
  switch (node.type) {
    case 'html':
      return inner.get(node) ?? [];
    case 'heading':
      return [block(words(node), { shape: 'heading', level: node.depth })];
    case 'paragraph':
      return paragraphBlocks(node);
    case 'list':
      return items(node, 1, inner);
    case 'blockquote':
      return node.children
        .flatMap((child) => blocksOf(child, inner))
        .map((b) => (b.shape === 'paragraph' ? { ...b, shape: 'quotation' as const } : b));
    case 'code':
      return node.value.trim() === '' ? [] : [block(node.value, { shape: 'code' })];
    case 'table':
      return [tableBlock(rows(node))];
    default:
      return [];
  }
}

/** A paragraph; one whose lines each are a byline, a date or so was written without the two spaces that part them. */
function paragraphBlocks(node: Nodes): RawBlock[] {
  const only = 'children' in node && node.children.length === 1 ? node.children[0] : undefined;
  const emphasis = only?.type === 'strong' ? 'bold' : only?.type === 'emphasis' ? 'italic' : null;
  const text = words(node);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const separate = lines.length > 1 && lines.every((line) => line.length < 60);
  return (separate ? lines : [lines.join(' ')]).filter(Boolean).map((line) => block(line, { emphasis }));
}

function items(list: List, level: number, inner: Inner): RawBlock[] {
  return list.children.flatMap((item) =>
    item.children.flatMap((child): readonly RawBlock[] =>
      child.type === 'list'
        ? items(child, level + 1, inner)
        : child.type === 'paragraph'
          ? [block(oneLine(words(child)), { shape: 'item', level })]
          : blocksOf(child, inner),
    ),
  );
}

function rows(table: Table): string[][] {
  return table.children.map((row) => row.children.map((cell) => oneLine(words(cell))));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of a node, line breaks kept; references to notes, pictures and HTML's tags left out. */
function words(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
    case 'html':
      return '';
    default:
      return 'children' in node ? siblings(node.children) : '';
  }
}

/** What stands between `<sup>` and `</sup>` keeps its place in plain words: 10⁶, and not 106. */
function siblings(nodes: readonly Nodes[]): string {
  let script: 'sub' | 'super' | null = null;
  return nodes
    .map((node) => {
      const tag = node.type === 'html' ? /^<(\/?)(sup|sub)>$/i.exec(node.value) : null;
      if (tag) script = tag[1] === '/' ? null : tag[2]?.toLowerCase() === 'sub' ? 'sub' : 'super';
      const text = words(node);
      return script === null ? text : textOfRun({ text, script });
    })
    .join('');
}
