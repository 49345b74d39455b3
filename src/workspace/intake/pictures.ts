import { problem, type Problem } from '../../core/base/errors.ts';
import { draftToArticle, pictureBytes, type SaveOptions } from '../../core/intake/index.ts';
import type { Draft } from '../../core/intake/types.ts';

export interface WithPictures {
  /** Without the pictures that are not to be had. */
  readonly draft: Draft;
  /** By their keys. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

/** The bytes of all pictures that saving a draft takes. One that is not in the original, or is no picture, is left out and named. */
export async function withPictures(draft: Draft, original: Uint8Array, options: SaveOptions): Promise<WithPictures> {
  const bytes = new Map<string, Uint8Array>();
  const missing: string[] = [];
  const { pictures } = draftToArticle(draft, options);
  for (const { picture } of pictures) {
    const found = await pictureBytes(original, draft.file.format, picture);
    if (found === null) missing.push(picture.key);
    else bytes.set(picture.key, found);
  }
  if (missing.length === 0) return { draft, bytes, problems: [] };
  const isThere = (item: Draft['topics'][number]['items'][number]): boolean =>
    item.kind !== 'kept' || !item.picture || !missing.includes(item.picture.key);
  const topics = draft.topics.map((topic) => ({ ...topic, items: topic.items.filter(isThere) }));
  const received = `${missing.length}`;
  const hint = 'Save those you need as PNG or JPEG beside the article and name them there.';
  const message = 'Pictures were left out whose bytes are damaged or of another form than their names say.';
  return {
    draft: { ...draft, topics },
    bytes,
    problems: [problem('intake/images-left-out', { message, place: { file: draft.file.name }, received, hint })],
  };
}
