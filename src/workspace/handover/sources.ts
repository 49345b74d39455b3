import { rightsOf, writeSourceText } from '../../core/article/index.ts';
import { problem, type Problem } from '../../core/base/errors.ts';
import { isDeviceName } from '../../core/base/file-name.ts';
import { countWords } from '../../core/base/speaking.ts';
import type { SourceEntry } from '../../core/briefing/types.ts';
import type { ArticleFile } from '../articles.ts';

/** The deck's articles that have a source text, each once. */
function withSource(sources: readonly SourceEntry[], articles: ReadonlyMap<string, ArticleFile>) {
  const ids = new Set(sources.filter(({ isNote }) => !isNote).map(({ article }) => article));
  return [...ids].flatMap((id) => {
    const file = articles.get(id);
    const source = file?.entry?.source;
    return file?.entry && source ? [{ id, file, article: file.entry.article, source }] : [];
  });
}

/** The source texts that may be handed on whole, by their path in a hand-over. */
export function sourceTexts(sources: readonly SourceEntry[], articles: ReadonlyMap<string, ArticleFile>): Map<string, Uint8Array> {
  const allowed = withSource(sources, articles).filter(({ article }) => rightsOf(article) === 'all');
  return new Map(
    allowed.map(({ id, source }) => {
      const name = `${id}.source.txt`;
      return [`sources/${isDeviceName(name) ? '_' : ''}${name}`, new TextEncoder().encode(writeSourceText(source))];
    }),
  );
}

/** Of a text of which nobody has said that it may be handed on: so much of it is no short quotation any more. */
const MUCH = { share: 0.5, words: 300 } as const;

/** Source texts of which most is among the excerpts, though nobody has said that they may be handed on whole: `handover/much-quoted`. */
export function muchQuoted(sources: readonly SourceEntry[], articles: ReadonlyMap<string, ArticleFile>): Problem[] {
  return withSource(sources, articles).flatMap(({ id, file, article, source }) => {
    if (rightsOf(article) !== 'excerpts') return [];
    const excerpts = sources.filter((entry) => entry.article === id).map(({ excerpt }) => excerpt ?? '');
    const quoted = countWords(excerpts.join(' '));
    const all = countWords(source.paragraphs.join(' '));
    if (quoted < MUCH.words || quoted < all * MUCH.share) return [];
    return [
      problem('handover/much-quoted', {
        message: 'most of the source text is among the excerpts that are handed over',
        place: { file: file.shown, field: 'rights' },
        received: `${Math.round((100 * quoted) / all)} % of it`,
        hint: 'Write “rights: all” where it may be handed on, “rights: none” where it may not, or hand over without the presenter’s copy.',
      }),
    ];
  });
}
