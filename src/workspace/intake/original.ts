import { parseArticle } from '../../core/article/index.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import type { SourceFormat } from '../../core/intake/types.ts';

/** Endings of originals. A raw `.md` is kept as `.markdown`: what ends in `.md` below `content` is an article. */
const ENDINGS: Readonly<Record<SourceFormat, string>> = {
  text: 'txt',
  markdown: 'markdown',
  html: 'html',
  docx: 'docx',
  pdf: 'pdf',
  pptx: 'pptx',
  odt: 'odt',
  eml: 'eml',
  mhtml: 'mhtml',
};

/** What the file that an article was made from is called beside it: `ID.original.docx`. */
export function originalName(id: string, format: SourceFormat): string {
  return `${id}.original.${ENDINGS[format]}`;
}

/** Throws `intake/structured` for an article of ours: read as a raw text it would lose what it has. */
export function refuseArticle(bytes: Uint8Array, name: string): void {
  if (!/\.md$/i.test(name) || bytes[0] !== 0x2d) return;
  const text = new TextDecoder().decode(bytes);
  if (!text.startsWith('---') || !/\[¶\d/.test(text) || parseArticle(text, { file: name }).value === null) return;
  throw new LecternError(
    problem('intake/structured', {
      message: 'The file is a structured article already.',
      place: { file: name },
      hint: 'Put it into the content folder as it is.',
    }),
  );
}
