import { compose, deckMark, placesByName, type MarkOrder, type PlaceOf } from '../briefing/index.ts';
import type { ArticleEntry, Briefing, DeckChange, OptionValue, View } from '../briefing/types.ts';
import { checkWording, findDisagreements } from '../claims/index.ts';
import { readDeck, type LeftOut, type WantedLayout } from '../deck/index.ts';
import type { Deck, DeckMeta, PictureQuality, SourceImage } from '../deck/types.ts';
import { hasErrors, type Outcome, type Problem } from '../base/errors.ts';
import { openingQuotationMark } from '../language/index.ts';
import { layOutDeck, type ChoiceReason, type LayoutMemory, type Preference } from '../layout/index.ts';
import type { FontLibrary, Scene } from '../layout/types.ts';
import { withPictures, type MakeImage } from './pictures.ts';
import { canonicalJson, makeRecipe, stampOf } from './recipe.ts';
import { packCache, renderTemplate, type PackCache } from '../template/index.ts';
import { decorationImages } from '../template/theme/index.ts';
import type { PageFormat, Theme, Variant } from '../template/theme/types.ts';
import type { Pack } from '../template/types.ts';

/** What a deck is made from, all in memory. */
export interface DeckInput {
  readonly briefing: Briefing;
  /** How problems name the briefing. */
  readonly file: string;
  /** Where its fields stand, if it was read from a file. */
  readonly placeOf?: PlaceOf | undefined;
  /** By article id. */
  readonly articles: ReadonlyMap<string, ArticleEntry>;
  readonly pack: Pack;
  readonly forPresenter: boolean;
  /** In what it differs from an earlier deck, where a slide shall say so. */
  readonly changes?: readonly DeckChange[] | undefined;
  /** The workspace's order of handling marks, the lowest first; left out: nobody has said one. */
  readonly marks?: MarkOrder | undefined;
  /** Where the next deck is made from the same pack. */
  readonly packs?: PackCache | undefined;
}

export interface DeckAndTheme {
  readonly deck: Deck;
  readonly theme: Theme;
  readonly view: View;
}

const FORMATS: readonly PageFormat[] = ['16:9', '4:3', 'A4'];
const VARIANTS: readonly Variant[] = ['light', 'dark'];
const QUALITIES: readonly PictureQuality[] = ['screen', 'print', 'original'];

function choice<T extends string>(value: OptionValue | undefined, allowed: readonly T[], fallback: T): T {
  return allowed.find((a) => a === value) ?? fallback;
}

/** What a deck says of itself, from its view. */
export function deckMeta(view: View, recipe: string | null, briefing?: Pick<Briefing, 'items' | 'seconds'>): DeckMeta {
  const { deck } = view;
  return {
    title: deck.title,
    subtitle: deck.subtitle,
    presenter: deck.presenter,
    audience: deck.audience,
    date: deck.date,
    minutes: deck.minutes,
    mark: deck.mark,
    language: deck.language,
    direction: deck.direction,
    progress: view.items.map(({ key, minutes, speakingMinutes, isOwn }, at) => ({
      topic: key,
      ...(isOwn && { own: true as const }),
      minutes: minutes ?? speakingMinutes,
      ...(briefing?.items[at]?.minutes !== undefined && { stated: true as const }),
    })),
    ...(briefing?.seconds && { seconds: briefing.seconds }),
    forPresenter: deck.forPresenter,
    stamp: deck.stamp,
    recipe,
    words: { ...view.words },
  };
}

/** The deck's articles that say another language of themselves than it has, by their ids; null where none does. */
function otherLanguages({ deck, articles: own }: View, articles: DeckInput['articles']): Readonly<Record<string, string>> | null {
  const others = own.flatMap(({ id }) => {
    const article = articles.get(id)?.article;
    return !article || article.languageAssumed || article.language === deck.language ? [] : [[id, article.language] as const];
  });
  return others.length === 0 ? null : Object.fromEntries(others);
}

/** Slides that the briefing leaves out, of topics and of the deck itself. */
function leftOutOf({ without = [], items }: Briefing, at: PlaceOf): LeftOut[] {
  const slide = (topic: string | null, name: string, path: readonly PropertyKey[]): LeftOut => {
    const [kind = '', number] = name.split('/');
    return { topic, kind, number: number === undefined ? null : Number(number), place: at(path) };
  };
  return [
    ...without.map((name, index) => slide(null, name, ['without', index])),
    ...items.flatMap((item, index) => {
      if (item.kind !== 'topic') return [];
      const names = item.overrides?.without ?? [];
      return names.map((name, own) => slide(`${item.article}/${item.topic}`, name, ['items', index, 'overrides', 'without', own]));
    }),
  ];
}

/** Layouts that the briefing's items ask for. */
function pinsOf({ items }: Briefing, at: PlaceOf): WantedLayout[] {
  return items.flatMap((item, index) => {
    const topic = item.kind === 'topic' ? `${item.article}/${item.topic}` : `own/${item.id}`;
    return item.layout === undefined ? [] : [{ topic, layout: item.layout, place: at(['items', index, 'layout']) }];
  });
}

/**
 * The stages from briefing to deck: compose, hold its own wording against the sources, load the theme, fill the template, read its slides.
 * Pure; layout and writing follow once the images the deck names have been read.
 */
export function makeDeck(input: DeckInput): Outcome<DeckAndTheme> {
  const { briefing, articles, pack, file, placeOf, forPresenter, marks = [], changes, packs = packCache() } = input;
  const at = placeOf ?? placesByName(file);
  const recipe = makeRecipe(briefing, articles, pack);
  const problems: Problem[] = [];
  const take = <T>(outcome: Outcome<T>): T | null => {
    problems.push(...outcome.problems);
    return hasErrors(outcome.problems) ? null : outcome.value;
  };

  // Without a mark that it may bear there is no deck, but the rest is still looked at.
  const mark = take(deckMark(briefing, articles, marks, at));
  const stamp = stampOf(recipe, mark);
  const view = take(compose(briefing, articles, { file, placeOf, forPresenter, stamp, mark, options: pack.manifest.options, changes }));
  const theme = take(
    packs.theme(pack, {
      format: choice(view?.options['format'], FORMATS, '16:9'),
      variant: choice(view?.options['variant'], VARIANTS, 'light'),
      direction: view?.deck.direction ?? 'ltr',
      quotationMark: openingQuotationMark(view?.deck.language ?? 'en'),
    }),
  );
  problems.push(...checkWording(briefing, articles, at), ...findDisagreements(briefing, articles, at));
  if (!view || !theme || hasErrors(problems)) return { value: null, problems };
  const markup = take(renderTemplate(pack, view, packs.prepared(pack)));
  if (!markup) return { value: null, problems };
  const languages = otherLanguages(view, articles);
  const meta = { ...deckMeta(view, forPresenter ? canonicalJson(recipe) : null, briefing), ...(languages && { languages }) };
  const deck = take(readDeck(markup, { theme, meta, sources: view.sources, leftOut: leftOutOf(briefing, at), pins: pinsOf(briefing, at) }));
  return { value: deck ? { deck, theme, view } : null, problems };
}

/** The images that slides (whichever are chosen) and decoration name, each once. */
export function imageSources(deck: Deck, theme: Theme): string[] {
  const decoration = decorationImages(theme).map(({ src }) => src);
  const all = deck.groups?.flatMap(({ options }) => options.flat()) ?? deck.slides;
  const blocks = all.flatMap((slide) =>
    slide.blocks.flatMap(({ block }) => (block.kind === 'image' ? block.pictures.map(({ src }) => src) : [])),
  );
  return [...new Set([...decoration, ...blocks])];
}

export interface SceneInput extends DeckInput {
  readonly fonts: FontLibrary;
  /** A picture by the name it has in the deck: `pack/…`, `own/…`, `ARTICLE/…`. */
  readonly image: (src: string) => Outcome<SourceImage> | Promise<Outcome<SourceImage>>;
  /** Makes those that cannot be stored as they are. */
  readonly makeImage: MakeImage;
  /** Where the next deck is nearly the same as the last. */
  readonly memory?: LayoutMemory | undefined;
  /** How an earlier deck was arranged; asked only where there is something to choose. */
  readonly prefer?: (() => Promise<Preference | null>) | undefined;
}

export interface MadeScene {
  readonly scene: Scene;
  readonly deck: Deck;
  /** Why its slides stand as they do; empty where there was nothing to choose. */
  readonly reasons: readonly ChoiceReason[];
  readonly view: View;
}

/** The whole line from articles to the laid-out scene, which every format is written from. */
export async function makeScene(input: SceneInput): Promise<Outcome<MadeScene>> {
  const { fonts, image, makeImage, memory, prefer } = input;
  const made = makeDeck(input);
  const problems: Problem[] = [...made.problems];
  if (made.value === null) return { value: null, problems };
  const { deck, theme, view } = made.value;
  const images = new Map<string, SourceImage>();
  for (const src of imageSources(deck, theme)) {
    const outcome = await image(src);
    problems.push(...outcome.problems);
    if (outcome.value) images.set(src, outcome.value);
  }
  if (hasErrors(problems)) return { value: null, problems };
  const laidOut = layOutDeck(deck, theme, { fonts, images, memory, prefer: deck.groups && prefer ? await prefer() : null });
  problems.push(...laidOut.problems);
  if (laidOut.value === null) return { value: null, problems };
  const pictured = await withPictures(laidOut.value.scene, images, choice(view.options['pictures'], QUALITIES, 'screen'), makeImage);
  problems.push(...pictured.problems);
  return { value: pictured.value && !hasErrors(pictured.problems) ? { ...laidOut.value, scene: pictured.value, view } : null, problems };
}

export type { MakeImage } from './pictures.ts';
