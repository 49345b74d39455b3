import type { RawBlock, Reading } from './read/types.ts';
import { cleanBlocks } from './read/index.ts';
import { cleanWords } from './decode/characters.ts';
import { readHead, type Head } from './metadata/head.ts';
import { makeMetadata } from './metadata/fields.ts';
import { guessLanguage, languageTag } from '../language/index.ts';
import { numericOrder } from './metadata/order.ts';
import { readNames } from './words/names.ts';
import { assignRoles } from './metadata/roles.ts';
import { findRepeats } from './repeats.ts';
import { sentenceSplitter } from './sentences.ts';
import type { BlockRole, SourceBlock } from './types.ts';
import { foldKey } from './words/fold.ts';
import { wholeBlock, type Understood } from './build-draft.ts';

/** Blocks with roles and metadata, before repeats are folded and paragraphs numbered. */
export interface Judged extends Understood {
  readonly raw: readonly RawBlock[];
}

/** What each block is, and what is known of the article. */
export function judge({ blocks, hints, head: above }: Reading, { latest = null }: { readonly latest?: string | null } = {}): Judged {
  const raw = cleanBlocks(blocks);
  const text = raw.map((block) => block.text).join('\n');
  const tag = hints.flatMap(({ field, value }) => (field === 'language' ? (languageTag(value) ?? []) : []))[0] ?? null;
  const language = guessLanguage(text)?.language ?? tag ?? 'en';
  const order = numericOrder(text, tag);
  const named = (field: string): Set<string> =>
    new Set(hints.filter((hint) => hint.field === field).flatMap(({ value }) => titleKeys(cleanWords(value), field)));
  const authors = named('authors');
  const head = readHead(above === undefined ? raw : raw.slice(0, above), {
    language,
    order,
    titles: named('title'),
    descriptions: named('standfirst'),
    authors,
  });
  const known = [
    ...head.lines.flatMap(({ line }) => line.authors),
    ...hints.filter((hint) => hint.field === 'authors').flatMap(({ value }) => readNames(cleanWords(value)) ?? []),
  ];
  const found = above === undefined ? assignRoles(raw, { head, authors: known }) : rolesAsSaid(raw, head, above);
  const roles = found.map((role, index) => givenRole(raw[index]) ?? role);
  const split = sentenceSplitter(language);
  const sentences = raw.map((block) => split(block.text));
  const meta = makeMetadata({
    blocks: raw,
    roles,
    hints,
    head,
    language,
    order,
    latest,
    span: (block) =>
      wholeBlock(
        raw.map((b, index) => ({ text: b.text, sentences: sentences[index] ?? [] })),
        block,
      ),
  });
  const made = raw.map((block, index): SourceBlock => ({
    role: roles[index] ?? 'body',
    shape: block.shape,
    text: block.text,
    level: block.level,
    sentences: sentences[index] ?? [],
    number: null,
    repeats: null,
    rows: block.rows,
    ...(block.given && { given: block.given }),
    since: null,
  }));
  return { raw, blocks: made, meta, language: meta.language?.value ?? language, order };
}

/** What each block is where the format says so of all; of those above the text what reads as none of an article's lines is set aside. */
function rolesAsSaid(blocks: readonly RawBlock[], head: Head, above: number): BlockRole[] {
  return blocks.map(({ role, shape }, index): BlockRole => {
    if (index < above) return head.roles.get(index) ?? role ?? 'boilerplate';
    return role ?? (shape === 'heading' ? 'heading' : shape === 'note' ? 'note' : 'body');
  });
}

/** Pictures and what is said to slides are no paragraphs. */
function givenRole(block: RawBlock | undefined): BlockRole | null {
  const kind = block?.given?.kind;
  return kind === 'picture' ? 'picture' : kind === 'speech' ? 'speech' : null;
}

/** A page's title with its site's name is also known by its parts. */
function titleKeys(value: string, field: string): string[] {
  const parts = field === 'title' ? value.split(/\s+(?:[-–—|·•:»]|::)\s+/) : [];
  return [value, ...parts.filter((part) => part.split(' ').length > 2)].map(foldKey);
}

/** Folds repeated paragraphs, and numbers what is left. */
export function foldAndNumber(blocks: readonly SourceBlock[]): SourceBlock[] {
  const body = blocks.flatMap((block, index) => (block.role === 'body' ? [index] : []));
  const repeats = findRepeats(body.map((index) => blocks[index]?.text ?? ''));
  const folded = new Map(repeats.flatMap((repeat, position) => (repeat === null ? [] : [[body[position] ?? -1, repeat] as const])));
  let number = 0;
  return blocks.map((block, index): SourceBlock => {
    const repeat = folded.get(index);
    const role: BlockRole = repeat ? 'repeat' : block.role;
    if (repeat) return { ...block, role, repeats: { block: body[repeat.of] ?? 0, likeness: repeat.likeness } };
    return role === 'body' ? { ...block, number: ++number } : block;
  });
}
