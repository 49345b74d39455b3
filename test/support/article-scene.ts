import { join } from 'node:path';
import { parseArticle } from '../../src/core/article/index.ts';
import { briefingFromArticles, parseBriefing, type MarkOrder } from '../../src/core/briefing/index.ts';
import type { ArticleEntry, Briefing } from '../../src/core/briefing/types.ts';
import { unwrap, type Problem } from '../../src/core/base/errors.ts';
import { layOut } from '../../src/core/layout/index.ts';
import type { ImageAsset, Images } from '../../src/core/deck/types.ts';
import type { MadeScene } from '../../src/core/pipeline/index.ts';
import type { Scene } from '../../src/core/layout/types.ts';
import { makeDeck } from '../../src/core/pipeline/index.ts';
import { packCache } from '../../src/core/template/index.ts';
import type { Variant } from '../../src/core/template/theme/types.ts';
import type { Pack } from '../../src/core/template/types.ts';
import { loadPack } from '../../src/workspace/packs.ts';
import { FONTS, MEASURED } from './layout.ts';
import { packFolder } from './theme.ts';

/** A picture that every article and briefing may have: `map.png`. */
const MAP: ImageAsset = { hash: '0'.repeat(64), type: 'image/png', width: 900, height: 600, bytes: new Uint8Array() };
/** By its path from an article and from a briefing. */
const IMAGES: Images = new Map(['map.png', 'a/map.png', 'own/map.png', 'content/map.png'].map((src) => [src, MAP]));

const packs = new Map<string, Promise<Pack>>();
const cache = packCache();

/** A built-in pack or the tests' plain one, read once a test file. */
export function builtInPack(name: string): Promise<Pack> {
  const pack = packs.get(name) ?? loadPack(join(import.meta.dirname, '..', '..', packFolder(name)), packFolder(name)).then(unwrap);
  packs.set(name, pack);
  return pack;
}

export interface ArticleDeck {
  /** Texts of articles without pictures, whole; the first is called `a`, the next `b`. */
  readonly articles: readonly string[];
  /** A built-in one by its name, or one in memory. */
  readonly pack?: string | Pack;
  readonly variant?: Variant;
  readonly forPresenter?: boolean;
  /** The text of a briefing; without one all topics are taken, as `build ARTICLE.md --depth full` does. */
  readonly briefing?: string;
  /** The workspace's order of handling marks. */
  readonly marks?: MarkOrder;
}

/** Articles laid out in a built-in pack. */
export async function articleScene(deck: ArticleDeck): Promise<Scene> {
  return (await articleMade(deck)).scene;
}

/** The same with the view that its template was filled with, and what layout says. */
export async function articleMade({
  articles,
  pack = 'policy-brief',
  forPresenter = true,
  ...more
}: ArticleDeck): Promise<Pick<MadeScene, 'scene' | 'view'> & { readonly problems: readonly Problem[] }> {
  const entries = articles.map((text, index): ArticleEntry => {
    const file = `${'abc'[index] ?? ''}.md`;
    return { article: unwrap(parseArticle(text, { file })), source: null, hash: '' };
  });
  const all = entries.map(({ article }) => article);
  const read: Briefing =
    more.briefing === undefined
      ? unwrap(briefingFromArticles(all, { topics: null, depth: 'full', file: 'a.md' }))
      : unwrap(parseBriefing(more.briefing, { file: 'b.yaml' }));
  const briefing = { ...read, options: { ...read.options, variant: more.variant ?? 'light' } };
  const byId = new Map(entries.map((entry) => [entry.article.id, entry]));
  const { deck, theme, view } = unwrap(
    makeDeck({
      briefing,
      file: 'b.yaml',
      articles: byId,
      pack: typeof pack === 'string' ? await builtInPack(pack) : pack,
      forPresenter,
      packs: cache,
      marks: more.marks,
    }),
  );
  const laidOut = layOut(deck, theme, { fonts: FONTS, images: IMAGES, memory: MEASURED });
  return { scene: unwrap(laidOut), view, problems: laidOut.problems };
}
