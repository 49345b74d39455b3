import type { Answer } from '../../api/contract.ts';
import { createKeptText, type KeptText } from '../kept-text.ts';
import { isTyped, openArticle, outline, topicAt, typed, type ArticleSide, type GoTo, type OpenArticle } from '../state/article.ts';
import { strings } from '../strings.ts';
import { attempt, problemsOf, showConnectionLost, type Context } from './context.ts';
import { createFeed, WINDOW, type DeckFeed } from './previews.ts';

/** How long the keyboard must rest before a text goes to disk. Milliseconds. */
const REST = 800;

/** The text of one article: it is written as it is typed, as long as it can be read. */
export interface Articles {
  /** `line`: from 1. */
  readonly open: (file: string, line?: number) => Promise<void>;
  /** At a topic, counted from 0. */
  readonly openTopic: (file: string, topic: number) => Promise<void>;
  /** Back to the briefing, with what is typed written; what has errors is kept on this machine. */
  readonly leave: () => Promise<void>;
  readonly type: (text: string) => void;
  /** The caret is in this topic. */
  readonly goTopic: (topic: number) => void;
  readonly goTo: (line: number) => void;
  readonly show: (side: ArticleSide) => void;
  /** Writes now what is not yet written; `faulty`: though it has errors. */
  readonly save: (faulty?: boolean) => Promise<void>;
  /** Of two texts of one file: the one that is typed here, or the one on disk. */
  readonly keepMine: () => Promise<void>;
  readonly takeTheirs: () => Promise<void>;
  readonly create: (title: string) => Promise<void>;
  readonly duplicate: (file: string) => Promise<void>;
  readonly states: () => Promise<Answer<'article.states'>['states']>;
  readonly state: (id: string) => Promise<string | null>;
  /** The slides of the topic that the caret is in. */
  readonly feed: DeckFeed;
}

export function createArticles(context: Context, kept: KeptText = createKeptText(() => localStorage)): Articles {
  const { client, store } = context;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let saving: Promise<void> = Promise.resolve();

  const current = (): OpenArticle | null => store.get().article;
  const workspace = (): string => store.get().workspace?.path ?? '';
  /** Changes the open text, unless another is open by then. */
  const update = (file: string, change: (open: OpenArticle) => OpenArticle): void =>
    store.set((state) => (state.article?.file === file ? { ...state, article: change(state.article) } : state));

  const feed = createFeed(context, {
    render: (since) => {
      const open = current();
      if (!open) return null;
      const { file, text, topic } = open;
      const briefing = store.get().doc?.history.present;
      const { template = null, options = {} } = briefing ?? {};
      return client.call('article.preview', { file, text, topic, template, options, channel: `${WINDOW}/article`, since });
    },
    onStart: () => undefined,
    onLost: () => showConnectionLost(context),
    onDeck: (deck, problems) => {
      const open = current();
      if (!open) return;
      const own = problems.filter(({ place }) => place?.file === open.file);
      update(open.file, (now) => ({ ...now, problems: own, deck: deck ?? now.deck, previewFailed: deck === null }));
    },
  });

  const write = async (faulty: boolean): Promise<void> => {
    const open = current();
    if (!open || (!isTyped(open) && open.saving.kind !== 'failed') || open.saving.kind === 'conflict') return;
    const { file, text, hash: basedOn } = open;
    const place = workspace();
    update(file, (now) => ({ ...now, saving: { kind: 'saving' } }));
    try {
      const { hash, problems } = await client.call('article.save', { file, text, basedOn, faulty });
      if (hash === null) {
        update(file, (now) => ({ ...now, problems, saving: { kind: now.text === text ? 'faulty' : 'changed' } }));
        return;
      }
      update(file, (now) => ({
        ...now,
        problems,
        hash,
        written: text,
        rescued: false,
        saving: { kind: now.text === text ? 'saved' : 'changed' },
      }));
      const left = current();
      if (left?.file !== file || left.text === text) kept.drop(place, file);
      else kept.put(place, file, { text: left.text, basedOn: hash });
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) showConnectionLost(context);
      const isConflict = problems?.some(({ code }) => code === 'file/conflict') === true;
      update(file, (now) => ({ ...now, saving: isConflict ? { kind: 'conflict' } : { kind: 'failed', problems: problems ?? [] } }));
    }
  };

  const save = (faulty = false): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    saving = saving.then(() => write(faulty));
    return saving;
  };

  const open = async (file: string, line?: number): Promise<void> => {
    if (current() && current()?.file !== file) await leave();
    const read = await attempt(context, strings.article.problem.open, () => client.call('article.open', { file }));
    if (!read) return;
    const goTo: GoTo | null = line === undefined ? null : { line };
    feed.forget();
    const article = openArticle(read, kept.take(workspace(), file), goTo);
    store.set((state) => ({ ...state, screen: 'article', dialog: null, article }));
    feed.refresh();
    if (isTyped(article)) void save();
  };

  const leave = async (): Promise<void> => {
    const now = current();
    if (!now) return;
    await save();
    store.set((state) =>
      state.article?.file === now.file
        ? { ...state, screen: state.screen === 'article' ? 'briefing' : state.screen, article: null }
        : state,
    );
  };

  /** The open text anew with what its file says, and with what is typed here, where that stays. */
  const anew = (read: Answer<'article.open'>, mine: string | null): void => {
    update(read.file, ({ topic, side, deck }) => {
      const typedHere = mine === null ? null : { text: mine, basedOn: read.hash };
      return { ...openArticle(read, typedHere, null), rescued: false, topic, side, deck };
    });
    feed.refresh();
  };

  /** What an open file says now. */
  const readAgain = async (): Promise<Answer<'article.open'> | null> => {
    const now = current();
    return now && attempt(context, strings.article.problem.open, () => client.call('article.open', { file: now.file }));
  };

  /** Somebody else changed the file while nothing was typed here: what is shown is what it says. */
  const follow = async (file: string): Promise<void> => {
    const read = await client.call('article.open', { file }).catch(() => null);
    const now = current();
    if (!read || now?.file !== file || isTyped(now) || read.hash === now.hash) return;
    anew(read, null);
  };
  let followed: string | null = null;
  store.subscribe(() => {
    const now = current();
    if (now?.saving.kind !== 'saved') return;
    const known = store.get().library.articles.find(({ file }) => file === now.file);
    if (known && known.hash !== now.hash && known.hash !== followed) {
      followed = known.hash;
      void follow(now.file);
    }
  });
  const take = (file: string, text: string): void => {
    kept.put(workspace(), file, { text, basedOn: current()?.hash ?? '' });
    update(file, (now) => typed(now, text));
    feed.refresh();
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void save(), REST);
  };

  const goTo = (line: number): void => {
    const now = current();
    if (!now) return;
    update(now.file, (before) => ({ ...before, goTo: { line }, topic: Math.max(0, topicAt(before.text, line)) }));
    feed.refresh();
  };

  return {
    open,
    openTopic: async (file, topic) => {
      await open(file);
      const line = outline(current()?.text ?? '')[topic]?.line;
      if (line !== undefined) goTo(line);
    },
    leave,
    feed,
    type: (text) => {
      const now = current();
      if (now && text !== now.text) take(now.file, text);
    },
    goTopic: (topic) => {
      const now = current();
      if (!now || topic === now.topic) return;
      update(now.file, (before) => ({ ...before, topic }));
      feed.refresh();
    },
    goTo,
    show: (side) => {
      const now = current();
      if (now) update(now.file, (before) => ({ ...before, side }));
    },
    save,
    keepMine: async () => {
      const read = await readAgain();
      if (!read) return;
      anew(read, current()?.text ?? null);
      await save(true);
    },
    takeTheirs: async () => {
      const read = await readAgain();
      if (!read) return;
      kept.drop(workspace(), read.file);
      anew(read, null);
    },
    create: async (title) => {
      const made = await attempt(context, strings.article.problem.create, () => client.call('article.create', { title }));
      // Behind all that is there: words before the front matter would break it.
      if (made) await open(made.file, Infinity);
    },
    duplicate: async (file) => {
      const made = await attempt(context, strings.article.problem.create, () => client.call('article.duplicate', { file }));
      if (made) await open(made.file);
    },
    states: async () => {
      const now = current();
      const answer =
        now && (await attempt(context, strings.article.problem.states, () => client.call('article.states', { file: now.file })));
      return answer?.states ?? [];
    },
    state: async (id) => {
      const now = current();
      const answer =
        now && (await attempt(context, strings.article.problem.states, () => client.call('article.state', { file: now.file, id })));
      return answer?.text ?? null;
    },
  };
}
