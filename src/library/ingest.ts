import { writeArticle, writeSourceText } from '../core/article/index.ts';
import type { Article } from '../core/article/types.ts';
import type { Outcome } from '../core/base/errors.ts';
import { draftToArticle, ingest as readDraft, pictureBytes } from '../core/intake/index.ts';
import type { Draft } from '../core/intake/types.ts';
import { openCMaps } from '../workspace/cmaps.ts';
import { RESOURCES } from './resources.ts';

export interface IngestRequest {
  /** The file's name; its ending is a hint, the bytes decide. */
  readonly name: string;
  /** A character set where the bytes do not say: read so or refused. */
  readonly charset?: string;
  /** The last day that it can be of, `YYYY-MM-DD`. */
  readonly latest?: string;
  /** An id for the article; default: made from its title. */
  readonly id?: string;
  readonly signal?: AbortSignal;
}

export interface Ingested {
  readonly article: Article;
  /** The article as a file, `ID.md`. */
  readonly text: string;
  /** The numbered source text that it refers to, `ID.source.txt`. */
  readonly source: string;
  /** Files that the article's images name, to be put beside it. */
  readonly pictures: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  /** Everything that was found, sure or not, as the app's review shows it. */
  readonly draft: Draft;
}

/**
 * A raw file (.txt, .md, .html, .docx, .odt, .pptx, .eml, .mhtml, .pdf with text) as an article, unreviewed: only what is sure is in it, in the source's own
 * sentences. Never throws for a file's sake: what stands in the way is a problem, without a value.
 */
export async function ingest(bytes: Uint8Array, request: IngestRequest): Promise<Outcome<Ingested>> {
  const { id, ...options } = request;
  const { value: draft, problems } = await readDraft(bytes, { ...options, pdf: openCMaps(RESOURCES.fonts) });
  if (draft === null) return { value: null, problems };
  const saved = draftToArticle(draft, id === undefined ? {} : { id });
  const { article, source } = saved;
  const pictures: { file: string; bytes: Uint8Array }[] = [];
  for (const { file, picture } of saved.pictures) {
    const found = await pictureBytes(bytes, draft.file.format, picture);
    // One that is damaged stays named in the article, whose check says that it is missing.
    if (found !== null) pictures.push({ file, bytes: found });
  }
  return { value: { article, text: writeArticle(article), source: writeSourceText(source), pictures, draft }, problems };
}
