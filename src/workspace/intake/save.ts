import { basename, dirname, join } from 'node:path';
import { frontMatterSchema, parseArticle, writeArticle, writeSourceText } from '../../core/article/index.ts';
import type { Article } from '../../core/article/types.ts';
import { LecternError, problem, type Problem } from '../../core/base/errors.ts';
import { draftToArticle } from '../../core/intake/index.ts';
import type { Draft } from '../../core/intake/types.ts';
import { withPictures } from './pictures.ts';
import { readBytes, readText, exists } from '../files.ts';
import type { Store } from '../store/index.ts';
import { originalName } from './original.ts';
import { stateOf, type Based } from './renew.ts';

export interface SaveRequest {
  readonly draft: Draft;
  /** The original's bytes. */
  readonly original: Uint8Array;
  /** Where a new article goes. */
  readonly folder: string;
  /** Null: the draft's own. */
  readonly id: string | null;
  /** The article that the draft renews. */
  readonly based: Based | null;
  /** The file of another article with an id, if there is one. */
  readonly fileOf: (id: string) => string | null;
  /** The folder in which all must really lie. */
  readonly within?: string;
  /** Overrules `file/exists` and `file/conflict`. */
  readonly replace: boolean;
}

export interface SavedFiles {
  readonly article: Article;
  /** Absolute: the article first, its numbered text, its original, its pictures. */
  readonly files: readonly string[];
  /** What `check` says of it. */
  readonly problems: readonly Problem[];
}

/**
 * Writes an article, its numbered text, the original and its pictures side by side, together or not at all. Throws `intake/value` for an id that is
 * none, `file/exists` where another article or a stranger's file has the name, `file/conflict` where the article it renews has changed
 * since, and `file/write`. The order (text, original, article) leaves even whoever reads in between with an article whose references
 * hold, for a newer text only adds paragraphs.
 */
export async function saveArticle(store: Store, request: SaveRequest): Promise<SavedFiles> {
  const { original, folder, based, replace } = request;
  const as = request.id === null ? {} : { id: request.id };
  const { draft, bytes, problems } = await withPictures(request.draft, original, as);
  const { article, source, pictures } = draftToArticle(draft, as);
  refuseId(article.id);
  const renewed = based?.id === article.id ? based : null;
  const there = renewed === null ? request.fileOf(article.id) : null;
  const file = renewed?.file ?? there ?? join(folder, `${article.id}.md`);
  const sourceName = article.source ?? `${article.id}.source.txt`;
  const place = request.within === undefined ? {} : { within: request.within };

  const write = async (mayReplace: () => Promise<void>): Promise<SavedFiles> => {
    const text = writeArticle(article, renewed === null ? null : await readText(renewed.file).catch(() => null));
    const checked = parseArticle(text, { file: basename(file), source });
    if (checked.value === null) throw new LecternError(checked.problems);
    const beside = (name: string): string => join(dirname(file), name);
    const files = [
      { file: beside(sourceName), content: Buffer.from(writeSourceText(source)) },
      { file: beside(originalName(article.id, draft.file.format)), content: original },
      ...pictures.flatMap(({ file: name, picture }) => {
        const content = bytes.get(picture.key);
        return content === undefined ? [] : [{ file: beside(name), content }];
      }),
      { file, content: Buffer.from(text) },
    ];
    if (!replace) {
      if (renewed) await refuseChanged(renewed, sourceName);
      else for (const each of [...files].reverse()) await refuseOther(each.file, each.content);
    }
    await store.writeTogether(files, { ...place, mayReplace });
    return { article, files: [file, ...files.slice(0, -1).map((each) => each.file)], problems: [...problems, ...checked.problems] };
  };
  return store.alone(dirname(file), write, place);
}

function refuseId(id: string): void {
  const parsed = frontMatterSchema.shape.id.safeParse(id);
  if (parsed.success) return;
  throw new LecternError(
    problem('intake/value', {
      message: parsed.error.issues[0]?.message ?? 'this is no id',
      place: { field: 'id' },
      received: id.slice(0, 200),
      hint: 'Choose an id of letters, digits, “-” and “_”.',
    }),
  );
}

async function refuseChanged({ file, hash }: Based, source: string): Promise<void> {
  const now = await stateOf(file, source);
  if (now === null || now === hash) return;
  throw new LecternError(
    problem('file/conflict', {
      message: 'the article was changed on disk since this review began',
      place: { file },
      hint: 'Save it under another id, replace the article, or begin the review anew.',
    }),
  );
}

/** A file of the same bytes is no other file. */
async function refuseOther(file: string, content: Uint8Array): Promise<void> {
  if (!(await exists(file)) || Buffer.compare(await readBytes(file), content) === 0) return;
  throw new LecternError(
    problem('file/exists', {
      message: 'another file of this name is there already',
      place: { file },
      hint: 'Choose another id, or replace the file if it is to go.',
    }),
  );
}
