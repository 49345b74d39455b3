import type { Answer } from '../../api/contract.ts';
import type { FrameFont, FrameSlide, ToFrame } from '../preview-frame/messages.ts';
import { showDeck } from '../state/app.ts';
import type { Briefing, Deck } from '../types.ts';
import { showConnectionLost, problemsOf, type Context } from './context.ts';

/** A frame that shows slides. */
export type Sink = (message: ToFrame) => void;

/** A deck as a frame has it: what has not changed since need not be sent again. */
export interface DeckFeed {
  /** Asks for a render soon; the newest state counts, older ones in between are skipped. */
  readonly refresh: () => void;
  /** Connects a frame, and tells it everything. Answers how to disconnect. */
  readonly attach: (sink: Sink) => () => void;
  /** The first slide that shows these words; null: none does. */
  readonly slideWith: (words: string) => string | null;
  /** Begins anew: what follows has nothing to do with what was shown. */
  readonly forget: () => void;
}

type Rendered = Answer<'preview.render'>;

export interface FeedOptions {
  /** Asks for what is to be shown now, as changed since a revision; null: nothing. */
  readonly render: (since: string | null) => Promise<Rendered> | null;
  readonly onDeck: (deck: Deck | null, problems: Rendered['problems']) => void;
  readonly onStart: () => void;
  /** Nobody answered: what was begun has not come. */
  readonly onLost: () => void;
}

/** This window's name, so that the service has windows take turns. */
export const WINDOW = crypto.randomUUID();

const fontBytes = new Map<string, Promise<ArrayBuffer>>();

function bytesOf(data: string): ArrayBuffer {
  return Uint8Array.from(atob(data), (c) => c.charCodeAt(0)).buffer;
}

/** Words without anything between them: a slide's lines are cut where they end on the page. */
function squeezed(text: string): string {
  return text.replace(/[\s\u200E\u200F\u061C]+/g, '');
}

/** Renders something over and over as it changes, and feeds a frame. */
export function createFeed(context: Context, options: FeedOptions): DeckFeed {
  const { client } = context;
  let sink: Sink | null = null;
  let revision: string | null = null;
  let running = false;
  let again = false;
  let style = '';
  let last: Deck | null = null;
  const markup = new Map<string, { html: string; css: string }>();
  const texts = new Map<string, string>();
  const sentFonts = new Set<string>();

  const sendFonts = async (deck: Deck): Promise<void> => {
    const to = sink;
    const wanted = deck.fonts.filter(({ id, family }) => !sentFonts.has(`${family} ${id}`));
    if (!to || wanted.length === 0) return;
    for (const { id, family } of wanted) sentFonts.add(`${family} ${id}`);
    try {
      const fonts = await Promise.all(
        wanted.map(async ({ id, family, weight, style: slant, unicodeRange }): Promise<FrameFont> => {
          const loading = fontBytes.get(id) ?? client.call('preview.font', { id }).then(({ data }) => bytesOf(data));
          fontBytes.set(id, loading);
          return { family, weight, style: slant, unicodeRange, bytes: (await loading).slice(0) };
        }),
      );
      to({ kind: 'fonts', fonts });
    } catch {
      // Nobody answered: with the next deck they are asked for again.
      for (const { id, family } of wanted) {
        fontBytes.delete(id);
        sentFonts.delete(`${family} ${id}`);
      }
    }
  };

  const send = (deck: Deck, fresh: boolean): void => {
    if (!sink) return;
    const slides = deck.slides.map(({ id, title, markup: sent }): FrameSlide => ({
      id,
      title,
      markup: fresh ? (markup.get(id) ?? null) : sent,
    }));
    const { page, language, direction } = deck;
    sink({ kind: 'deck', page, language, direction, style: fresh ? style : deck.style, slides, fresh });
    sink({ kind: 'outdated', outdated: false });
    void sendFonts(deck);
  };

  const keep = (deck: Deck): void => {
    if (deck.style !== null) style = deck.style;
    for (const { id, markup: sent } of deck.slides) {
      if (!sent) continue;
      markup.set(id, sent);
      texts.delete(id);
    }
    const ids = new Set(deck.slides.map(({ id }) => id));
    for (const id of markup.keys()) if (!ids.has(id)) markup.delete(id);
    revision = deck.revision;
    last = deck;
  };

  const run = async (): Promise<void> => {
    const rendering = options.render(revision);
    if (!rendering) return;
    options.onStart();
    const { deck, problems } = await rendering;
    if (deck) {
      keep(deck);
      send(deck, false);
    } else {
      sink?.({ kind: 'outdated', outdated: true });
    }
    options.onDeck(deck, problems);
  };

  const refresh = (): void => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    run()
      .catch((error: unknown) => {
        const problems = problemsOf(error);
        if (problems) options.onDeck(null, problems);
        else {
          options.onLost();
          showConnectionLost(context);
        }
      })
      .finally(() => {
        running = false;
        if (again) {
          again = false;
          refresh();
        }
      });
  };

  const textOf = (id: string): string => {
    const known = texts.get(id);
    if (known !== undefined) return known;
    const body = new DOMParser().parseFromString(markup.get(id)?.html ?? '', 'text/html').body;
    const text = squeezed(body.textContent);
    texts.set(id, text);
    return text;
  };

  return {
    refresh,
    slideWith: (words) => {
      const wanted = squeezed(words).slice(0, 60);
      return wanted === '' ? null : (last?.slides.find(({ id }) => textOf(id).includes(wanted))?.id ?? null);
    },
    forget: () => {
      revision = null;
      style = '';
      last = null;
      markup.clear();
      texts.clear();
    },
    attach: (to) => {
      sink = to;
      sentFonts.clear();
      if (last) send(last, true);
      return () => {
        if (sink === to) sink = null;
      };
    },
  };
}

export interface BriefingFeedOptions extends Pick<FeedOptions, 'onDeck' | 'onStart' | 'onLost'> {
  readonly channel: string;
  readonly limit: number | null;
  /** What to render now; null: nothing. */
  readonly request: () => { readonly file: string | null; readonly briefing: Briefing } | null;
}

/** Slides of a briefing that need not be saved. */
export function createBriefingFeed(context: Context, { channel, limit, request, ...rest }: BriefingFeedOptions): DeckFeed {
  return createFeed(context, {
    ...rest,
    render: (since) => {
      const wanted = request();
      return wanted && context.client.call('preview.render', { ...wanted, channel: `${WINDOW}/${channel}`, since, limit });
    },
  });
}

/** The preview of the briefing on screen. */
export function createMainFeed(context: Context): DeckFeed {
  const { store } = context;
  return createBriefingFeed(context, {
    channel: 'main',
    limit: null,
    request: () => {
      const doc = store.get().doc;
      return doc && doc.history.present.items.length > 0 ? { file: doc.file, briefing: doc.history.present } : null;
    },
    onStart: () =>
      store.set((state) => (state.preview.state === 'failed' ? state : { ...state, preview: { ...state.preview, state: 'working' } })),
    onDeck: (deck, problems) => store.set((state) => ({ ...state, preview: showDeck(state.preview, deck, problems) })),
    onLost: () => store.set((state) => ({ ...state, preview: showDeck(state.preview, null, []) })),
  });
}
