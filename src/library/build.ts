import { join } from 'node:path';
import { parseArticle, parseSourceText } from '../core/article/index.ts';
import { parseBriefing } from '../core/briefing/index.ts';
import type { ArticleEntry } from '../core/briefing/types.ts';
import { readImage, type ImageName } from '../core/deck/index.ts';
import { hasErrors, LecternError, problem, unwrap, type Outcome, type Problem } from '../core/base/errors.ts';
import type { Scene } from '../core/layout/types.ts';
import { makeScene, type MakeImage } from '../core/pipeline/index.ts';
import { readPack } from '../core/template/index.ts';
import type { Pack } from '../core/template/types.ts';
import { entryOf } from '../workspace/articles.ts';
import { makeFiles } from '../workspace/export.ts';
import { openFonts } from '../workspace/pack-fonts.ts';
import { loadPack } from '../workspace/packs.ts';
import { openPictures } from '../workspace/pictures/index.ts';
import { RESOURCES } from './resources.ts';

/** An article as it would lie in a folder. */
export interface ArticleText {
  /** What problems call it. */
  readonly file: string;
  /** Markdown with front matter. */
  readonly text: string;
  /** Its numbered source text, where it has one: what `[¶3]` refers to. */
  readonly source?: string;
}

/** What a deck is made from, all in memory. */
export interface BuildRequest {
  /** Those that the briefing takes topics from; others may be among them. */
  readonly articles: readonly ArticleText[];
  /** YAML. */
  readonly briefing: string;
  /** The name of a built-in pack, or a pack's files by their path in its folder. */
  readonly pack: 'policy-brief' | 'situation-report' | 'talking-points' | ReadonlyMap<string, Uint8Array>;
  /** PNG, JPEG, SVG, WebP or GIF: `ARTICLE/PATH` as the article of this id names it, `own/PATH` as an own slide of the briefing does. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
  /** Default: both. PDF needs a browser to print: `lectern build --format pdf`. */
  readonly formats?: readonly ('pptx' | 'html')[];
  /** False: the audience's copy, without notes, excerpts and recipe. Default: true. */
  readonly forPresenter?: boolean;
}

export interface BuiltDeck {
  /** What both files were drawn from. Points from the page's top left corner. */
  readonly scene: Scene;
  /** The files that were asked for. */
  readonly files: { readonly pptx?: Uint8Array; readonly html?: Uint8Array };
  /** What cannot be kept or was set smaller, with its place and what to do. */
  readonly warnings: readonly Problem[];
}

/**
 * Makes a deck. The same request gives the same bytes. Throws a `LecternError` with everything that stands in the way, and whatever
 * warnings there were before.
 */
export async function buildDeck(request: BuildRequest): Promise<BuiltDeck> {
  const { images = new Map<string, Uint8Array>(), formats = ['pptx', 'html'], forPresenter = true } = request;
  const problems: Problem[] = [];
  const take = <T>(outcome: Outcome<T>): T => {
    problems.push(...outcome.problems);
    if (hasErrors(problems)) throw new LecternError(problems);
    return unwrap(outcome);
  };
  const articles = take(readArticles(request.articles));
  const parsed = parseBriefing(request.briefing, { file: 'briefing' });
  const briefing = take(parsed);
  const pack = take(await readPackOf(request.pack));
  const { fonts, problems: fontProblems } = await openFonts(RESOURCES)(pack);
  problems.push(...fontProblems);
  const nameOf = (src: string): ImageName => ({ file: src.startsWith('pack/') ? pack.folder : 'images', src });
  const image = (src: string): ReturnType<typeof readImage> => {
    const own = src.startsWith('pack/') ? pack.assets.get(src.slice('pack/'.length)) : images.get(src);
    return readImage(own ?? new Uint8Array(), nameOf(src));
  };
  const pictures = openPictures();
  const makeImage: MakeImage = (job, src) => pictures.make(job, nameOf(src));
  const { scene } = take(
    await makeScene({ briefing, file: 'briefing', placeOf: parsed.placeOf, articles, pack, forPresenter, fonts, image, makeImage }),
  );
  const { made, problems: written } = await makeFiles({ scene, fonts, formats, print: null });
  problems.push(...written);
  return { scene, files: Object.fromEntries(made.map(({ format, bytes }) => [format, bytes])), warnings: problems };
}

/** By id. All that is wrong with any of them, at once. */
function readArticles(texts: readonly ArticleText[]): Outcome<ReadonlyMap<string, ArticleEntry>> {
  const problems: Problem[] = [];
  const articles = new Map<string, ArticleEntry>();
  for (const article of texts) {
    const { value, problems: own } = readArticle(article);
    problems.push(...own);
    if (value === null) continue;
    const { id } = value.article;
    if (articles.has(id)) {
      problems.push(
        problem('article/id-duplicate', {
          message: `another article of the request has the id “${id}”`,
          place: { file: article.file },
          received: id,
          hint: 'Give one of them another “id:” in its front matter, or pass it once.',
        }),
      );
    }
    articles.set(id, value);
  }
  return { value: hasErrors(problems) ? null : articles, problems };
}

function readArticle({ file, text, source: numbered }: ArticleText): Outcome<ArticleEntry> {
  const source = numbered === undefined ? null : parseSourceText(numbered);
  return entryOf(
    parseArticle(text, { file, source }),
    { text, file, source },
    {
      message: 'the source text that the article names was not passed',
      hint: 'Pass its text as `source`, or take the line out of the front matter.',
    },
  );
}

async function readPackOf(pack: BuildRequest['pack']): Promise<Outcome<Pack>> {
  return typeof pack === 'string' ? loadPack(join(RESOURCES.templates, pack), pack) : readPack(new Map(pack), 'pack');
}
