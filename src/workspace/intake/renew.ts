import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fold } from '../../api/fold.ts';
import type { Article, SourceText } from '../../core/article/types.ts';
import { alignParagraphs, articleIdOf, mergeNewer } from '../../core/intake/index.ts';
import type { Draft, MergeChange } from '../../core/intake/types.ts';
import { LecternError } from '../../core/base/errors.ts';
import { sha256 } from '../../core/base/hash.ts';
import { loadArticle } from '../articles.ts';
import { readBytes } from '../files.ts';
import { originalName } from './original.ts';

/** A saved article as far as a library knows it. */
export interface KnownArticle {
  readonly id: string;
  readonly title: string;
  /** Absolute. */
  readonly file: string;
}

/** The saved article that a draft renews, as it was read: saving looks whether it is that still. */
export interface Based {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  /** Of the article and its numbered text together. */
  readonly hash: string;
}

export interface Renewed {
  readonly draft: Draft;
  readonly changes: readonly MergeChange[];
  readonly based: Based;
}

interface SavedArticle {
  readonly article: Article;
  readonly source: SourceText;
  readonly based: Based;
}

/** As much of an article's paragraphs must be in a text of its title for the text to be its newer version. */
const IN_COMMON = 0.25;

/**
 * The draft as the newer version of an article that is saved already; null where there is none. It is the same article where its
 * original is this very file, or where id or title agree and a quarter of the paragraphs are the same.
 */
export async function renewIfSaved(draft: Draft, known: readonly KnownArticle[]): Promise<Renewed | null> {
  const [id, title] = [articleIdOf(draft), fold(draft.meta.title?.value ?? '')];
  for (const candidate of known) {
    if (!(await isOriginal(draft, candidate))) continue;
    const saved = await read(candidate.file).catch(unusable);
    if (saved) return merged(saved, draft);
  }
  for (const candidate of known.filter((other) => other.id === id || (title !== '' && fold(other.title) === title))) {
    const saved = await read(candidate.file).catch(unusable);
    if (saved && inCommon(saved.source, draft) >= IN_COMMON) return merged(saved, draft);
  }
  return null;
}

/** The draft as the newer version of this article, whatever they have in common. Throws what stands in the way. */
export async function renew(draft: Draft, { file }: KnownArticle): Promise<Renewed> {
  return merged(await read(file), draft);
}

/** What an article's file and its numbered text are now, as one hash; null where the file is gone. */
export async function stateOf(file: string, source: string): Promise<string | null> {
  const bytes = await readBytes(file).catch(unusable);
  if (bytes === null) return null;
  const text = await readBytes(join(dirname(file), basename(source))).catch(unusable);
  return sha256(`${sha256(bytes)} ${text === null ? '' : sha256(text)}`);
}

async function read(file: string): Promise<SavedArticle> {
  const { entry, problems } = await loadArticle(file);
  if (!entry) throw new LecternError(problems);
  const article = { ...entry.article, source: entry.article.source ?? usualSource(file) };
  // Written by hand, without a source: its references count the paragraphs of nothing, and those of the file are new.
  const source = entry.source ?? { paragraphs: [] };
  const hash = (await stateOf(file, article.source)) ?? '';
  return { article, source, based: { id: article.id, title: article.title, file, hash } };
}

/** The numbered text of an article that does not name one. */
function usualSource(file: string): string {
  return `${basename(file).replace(/\.md$/i, '')}.source.txt`;
}

function unusable(error: unknown): null {
  if (error instanceof LecternError) return null;
  throw error;
}

function merged({ article, source, based }: SavedArticle, draft: Draft): Renewed {
  return { ...mergeNewer(article, source, draft), based };
}

async function isOriginal({ file: { format, bytes, hash } }: Draft, { id, file }: KnownArticle): Promise<boolean> {
  for (const name of new Set([originalName(id, format), originalName(basename(file).replace(/\.md$/i, ''), format)])) {
    const path = join(dirname(file), name);
    const size = await stat(path).then(
      (info) => info.size,
      () => null,
    );
    if (size === bytes && sha256(await readBytes(path, { limit: bytes })) === hash) return true;
  }
  return false;
}

function inCommon({ paragraphs }: SourceText, { blocks }: Draft): number {
  const body = blocks.flatMap(({ role, text }) => (role === 'body' ? [text] : []));
  const same = alignParagraphs(paragraphs, body).filter(({ newer }) => newer !== null).length;
  return same / Math.max(1, Math.min(paragraphs.length, body.length));
}
