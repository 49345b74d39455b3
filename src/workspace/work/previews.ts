import { withoutDirectionMarks } from '../../core/base/bidi.ts';
import { shortHash } from '../../core/base/hash.ts';
import type { Briefing, View } from '../../core/briefing/types.ts';
import { distinct } from '../../core/base/distinct.ts';
import { LecternError, type Problem } from '../../core/base/errors.ts';
import { layoutMemory, preferenceOf, type ChoiceReason, type LayoutMemory, type Preference } from '../../core/layout/index.ts';
import type { FontFile, Scene, SceneSlide } from '../../core/layout/types.ts';
import { packCache } from '../../core/template/index.ts';
import { plainText } from '../../core/base/text.ts';
import type { MarkupMemory } from '../../core/write/html/index.ts';
import { rememberPictures } from '../pictures/index.ts';
import { recent } from './recent.ts';
import { sceneMaker, type SceneTools, type Shown } from './scenes.ts';
import type { PreviewAnswer, PreviewRequest, Rendered, Workshop } from './types.ts';

type Deck = NonNullable<Rendered['deck']>;
type Slide = Deck['slides'][number];

/** What was last sent on a channel: markup by slide id, and the style sheet. */
interface Sent {
  readonly revision: string;
  readonly markup: ReadonlyMap<string, string>;
  readonly style: string;
}

/** Who asks for a preview again and again, and what need not be made again for it. */
interface Channel {
  readonly layout: LayoutMemory;
  /** How the last deck was arranged: typing a word changes that only where another way is clearly better. */
  arranged: Preference | null;
  markup: MarkupMemory | null;
  sent: Sent | null;
}

type Asked = PreviewRequest['asked'];

/** Bytes of pictures that are kept for the next preview: those of a large deck. */
const PICTURES = 64_000_000;

/** Channels that slides are kept for: a window's, and those of a gallery. Of more, the one that was asked on longest ago is forgotten. */
const MOST_CHANNELS = 12;

/** By what it is called and what it holds, so that a font that a pack's author exchanges is another. A font's file is hashed once. */
const ids = new WeakMap<FontFile, string>();
function fontId(file: FontFile): string {
  const id = ids.get(file) ?? [file.family, file.weight, file.style, file.subset, shortHash(file.read())].join('/');
  ids.set(file, id);
  return id;
}

/** Lays out and writes slides for whoever asks, and keeps in mind what need not be made again. */
export function openPreviews(tools: SceneTools): Workshop['preview'] {
  const channels = new Map<string, Channel>();
  /** Fonts whose bytes have been told. */
  const told = new Set<string>();
  const packs = packCache();
  const pictures = rememberPictures(PICTURES);
  const make = sceneMaker(tools);

  const channelOf = (name: string): Channel =>
    recent(channels, name, MOST_CHANNELS, () => ({ layout: layoutMemory(), arranged: null, markup: null, sent: null }));

  const deckOf = async (
    { scene, library }: Shown,
    shown: readonly SceneSlide[],
    items: Deck['items'],
    request: Asked,
  ): Promise<Pick<PreviewAnswer, 'bytes'> & { readonly deck: Deck }> => {
    const { deckFaces, deckStyle, markupMemory } = await import('../../core/write/html/index.ts');
    const channel = channelOf(request.channel);
    const known = channel.sent?.revision === request.since ? channel.sent : null;
    channel.markup ??= markupMemory();
    const write = channel.markup.next(scene);
    const markup = new Map<string, string>();
    const slides: Slide[] = shown.slice(0, request.limit ?? undefined).map((slide) => {
      const made = write(slide);
      const text = made.html + made.css;
      markup.set(slide.id, text);
      const { id, number, title, kind, topic, part, parts, seconds } = slide;
      return {
        id,
        number,
        title,
        kind,
        topic,
        part,
        parts,
        seconds,
        notes: slide.notes.map((note) => ({ kind: note.kind, text: withoutDirectionMarks(plainText(note.runs)) })),
        markup: known?.markup.get(id) === text ? null : { html: made.html, css: made.css },
      };
    });
    const style = deckStyle(scene);
    const revision = shortHash([style, ...markup.values()].join('\n'));
    channel.sent = { revision, markup, style };
    const faces = deckFaces(scene, library);
    const fresh = faces.filter(({ file }) => !told.has(fontId(file)));
    for (const { file } of fresh) told.add(fontId(file));
    const bytes = [...new Map(fresh.map(({ file }) => [fontId(file), file.read()]))];
    const deck: Deck = {
      revision,
      page: scene.theme.page,
      language: scene.meta.language,
      direction: scene.meta.direction,
      style: known?.style === style ? null : style,
      fonts: faces.map(({ file, family, weight, style: slant, unicodeRange }) => ({
        id: fontId(file),
        family,
        weight,
        style: slant,
        unicodeRange,
      })),
      slides,
      items,
      seconds: items.reduce((sum, item) => sum + item.seconds, 0),
      stamp: scene.meta.stamp,
    };
    return { deck, bytes };
  };

  /** The slides of one item are those of a topic that is looked at by itself. */
  const shownOf = ({ slides }: Scene, items: Deck['items'], only: number | null): readonly SceneSlide[] =>
    only === null ? slides : slides.filter((slide) => slide.topic === items[only]?.key);

  return async ({ asked, items, kept, only, ...work }) => {
    const problems: Problem[] = [];
    try {
      if (work.sources.briefing.items.length === 0) return { deck: null, problems: (await tools.load(work.pack)).problems, bytes: [] };
      const channel = channelOf(asked.channel);
      const prefer = (): Promise<Preference | null> => Promise.resolve(channel.arranged);
      const made = await make(work, { forPresenter: true, memory: channel.layout, prefer, packs, pictures });
      problems.push(...made.problems);
      if (made.shown === null) return { deck: null, problems: distinct(problems), bytes: [] };
      const { scene, view, reasons } = made.shown;
      channel.arranged = preferenceOf(scene.slides, 'loose');
      const shown = itemsOf(scene, view, items, kept);
      const { deck, bytes } = await deckOf(made.shown, shownOf(scene, shown, only), shown, asked);
      return { deck, problems: distinct(problems), bytes, ...(asked.explain && { reasons: reasons.map(plainReason) }) };
    } catch (error) {
      if (!(error instanceof LecternError)) throw error;
      return { deck: null, problems: distinct([...problems, ...error.problems]), bytes: [] };
    }
  };
}

/** As the contract has it: lists and parts of its own. */
function plainReason({ candidates, ...reason }: ChoiceReason): NonNullable<Rendered['reasons']>[number] {
  return { ...reason, candidates: candidates.map((one) => ({ ...one, layouts: [...one.layouts], parts: one.parts && { ...one.parts } })) };
}

/**
 * Slides and seconds of each running-order item. Times are compose's: a pack may repeat a summary as notes, so what stands in a
 * slide's notes says little about how long its topic takes. A topic chosen twice shares its key: its slides go to each in turn.
 */
function itemsOf(scene: Scene, view: View, items: Briefing['items'], kept: readonly (number | null)[]): Deck['items'] {
  const keys = items.map((item) => (item.kind === 'topic' ? `${item.article}/${item.topic}` : `own/${item.id}`));
  return keys.map((key, index) => {
    const place = kept[index] ?? null;
    if (place === null) return { key, slides: 0, seconds: 0 };
    const slides = scene.slides.filter((slide) => slide.topic === key).length;
    const times = keys.filter((other) => other === key).length;
    return { key, slides: Math.round(slides / times), seconds: Math.round((view.items[place]?.speakingMinutes ?? 0) * 60) };
  });
}
