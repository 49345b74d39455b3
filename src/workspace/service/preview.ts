import { withoutDirectionMarks } from '../../core/base/bidi.ts';
import { shortHash } from '../../core/base/hash.ts';
import type { Answer, Payload } from '../../api/contract.ts';
import type { Briefing, View } from '../../core/briefing/types.ts';
import { distinct } from '../../core/base/distinct.ts';
import { hasErrors, LecternError, type Problem } from '../../core/base/errors.ts';
import { layoutMemory, type LayoutMemory } from '../../core/layout/index.ts';
import type { FontFile, FontLibrary, Scene, SceneSlide } from '../../core/layout/types.ts';
import { packCache } from '../../core/template/index.ts';
import { plainText } from '../../core/base/text.ts';
import type { MarkupMemory } from '../../core/write/html/index.ts';
import { buildScene, type Sources } from '../build.ts';
import { rememberPictures } from '../pictures/index.ts';
import type { FontsFor } from '../pack-fonts.ts';
import { gather } from './sources.ts';
import type { Library } from './library/index.ts';
import type { Templates } from './templates.ts';

type Rendered = Answer<'preview.render'>;
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
  markup: MarkupMemory | null;
  sent: Sent | null;
}

/** A laid-out deck with the fonts it was laid out with. */
interface Shown {
  readonly scene: Scene;
  readonly view: View;
  readonly library: FontLibrary;
}

/** Who asks for a preview, and what was sent before. */
type Asked = Pick<Payload<'preview.render'>, 'channel' | 'since' | 'limit'>;

export interface Previews {
  readonly render: (request: Payload<'preview.render'>) => Promise<Rendered>;
  /** The slides of a topic that is on no disk yet, the only one of its sources' briefing; no others. */
  readonly topic: (sources: Sources, asked: Pick<Asked, 'channel' | 'since'>) => Promise<Rendered>;
  readonly font: (id: string) => Answer<'preview.font'> | null;
  /** What was kept for a channel that nobody will ask on again. */
  readonly forget: (channel: string) => void;
}

export interface PreviewOptions {
  readonly root: string;
  readonly library: () => Library;
  readonly templates: () => Templates;
  readonly fonts: FontsFor;
}

/** Bytes of pictures that are kept for the next preview: those of a large deck. */
const PICTURES = 64_000_000;

function fontId(file: FontFile): string {
  return [file.family, file.weight, file.style, file.subset].join('/');
}

export function openPreviews({ root, library, templates, fonts }: PreviewOptions): Previews {
  const channels = new Map<string, Channel>();
  const files = new Map<string, FontFile>();
  const packs = packCache();
  const pictures = rememberPictures(PICTURES);

  const channelOf = (name: string): Channel => {
    const channel = channels.get(name) ?? { layout: layoutMemory(), markup: null, sent: null };
    channels.set(name, channel);
    return channel;
  };

  const deckOf = async ({ scene, library }: Shown, shown: readonly SceneSlide[], items: Deck['items'], request: Asked): Promise<Deck> => {
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
    for (const { file } of faces) files.set(fontId(file), file);
    return {
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
  };

  /** Builds what was gathered and shows it; what stands in the way is told beside a missing deck. */
  const rendered = async (
    gathered: () => Promise<{ readonly sources: Sources; readonly problems: readonly Problem[] }>,
    channel: string,
    show: (built: Shown) => Promise<Deck>,
  ): Promise<Rendered> => {
    const problems: Problem[] = [];
    try {
      const { sources, problems: missing } = await gathered();
      problems.push(...missing, ...sources.problems);
      const { pack, problems: packProblems } = await templates().load(sources.briefing.template);
      problems.push(...packProblems);
      if (!pack || sources.briefing.items.length === 0) return { deck: null, problems };
      const own = await fonts(pack);
      const built = await buildScene({
        sources,
        pack,
        forPresenter: true,
        fonts: own.fonts,
        memory: channelOf(channel).layout,
        packs,
        pictures,
      });
      problems.push(...own.problems, ...built.problems);
      if (!built.value || hasErrors(built.problems)) return { deck: null, problems: distinct(problems) };
      return { deck: await show({ ...built.value, library: own.fonts }), problems: distinct(problems) };
    } catch (error) {
      if (!(error instanceof LecternError)) throw error;
      return { deck: null, problems: distinct([...problems, ...error.problems]) };
    }
  };

  return {
    render: (request) => {
      let kept: readonly (number | null)[] = [];
      return rendered(
        async () => {
          const gathered = await gather(request.briefing, request.file, { library: library(), root });
          kept = gathered.kept;
          return { sources: gathered.sources, problems: gathered.missing };
        },
        request.channel,
        (built) => deckOf(built, built.scene.slides, itemsOf(built.scene, built.view, request.briefing.items, kept), request),
      );
    },
    topic: (sources, asked) =>
      rendered(
        () => Promise.resolve({ sources, problems: [] }),
        asked.channel,
        (built) => {
          const { scene, view } = built;
          const items = itemsOf(scene, view, sources.briefing.items, [0]);
          const own = scene.slides.filter((slide) => slide.topic === items[0]?.key);
          return deckOf(built, own, items, { ...asked, limit: null });
        },
      ),
    forget: (channel) => void channels.delete(channel),
    font: (id) => {
      const file = files.get(id);
      return file ? { data: Buffer.from(file.read()).toString('base64') } : null;
    },
  };
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
