import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Answer, Handlers, Payload } from '../../api/contract.ts';
import type { articleCommands } from '../../api/schemas/article.ts';
import { hasErrors, LecternError, problem } from '../../core/base/errors.ts';
import { sha256 } from '../../core/base/hash.ts';
import { exists, fileNameOf, fileProblem, readBytes, readText } from '../files.ts';
import type { Store } from '../store/index.ts';
import type { Bin } from './bin.ts';
import { EMPTY_BRIEFING, type Briefings } from './briefings.ts';
import type { Library } from './library/index.ts';
import type { LibraryReader } from './library/reading.ts';
import { contentPath } from './library/index.ts';
import { inside, type Workspace } from './place.ts';
import type { Previews } from './preview.ts';
import type { States } from './states.ts';

export interface ArticleOptions {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly library: Library;
  readonly reader: LibraryReader;
  readonly briefings: Pick<Briefings, 'using'>;
  readonly bin: Bin;
  readonly states: States;
  readonly previews: Pick<Previews, 'topic'>;
  /** Looks at the folder now: what was written is in the library once it resolves. */
  readonly check: () => Promise<void>;
}

/** The articles' files, for whoever writes in them; addressed by file, since one with errors has no id. */
export interface Articles {
  readonly handlers: Handlers<keyof typeof articleCommands>;
  /** Out of the bin, to where it stood or, where that is taken, beside it. Answers the file. */
  readonly restore: (id: string) => Promise<string>;
}

const ENDING = /\.md$/i;

function conflict(file: string, message: string): LecternError {
  return new LecternError(
    problem('file/conflict', {
      message,
      place: { file },
      hint: 'Keep your text, and the one on disk stays among the article’s states; or take that one.',
    }),
  );
}

/** A text as a file's bytes were written: with their mark at the beginning and their ends of lines, which no field of a page keeps. */
function inFormOf(before: Uint8Array, text: string): string {
  const old = Buffer.from(before).toString('latin1');
  const lines = old.split('\n').length - 1;
  const isWindows = lines > 0 && old.split('\r\n').length - 1 > lines / 2;
  const plain = text.replace(/\r\n?/g, '\n');
  return `${old.startsWith('\u00EF\u00BB\u00BF') ? '\uFEFF' : ''}${isWindows ? plain.replaceAll('\n', '\r\n') : plain}`;
}

/** An article that says nothing yet. */
function firstText(title: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n## First topic\n\n`;
}

/** A copy's text: its own id, and the source text of the first where that is found by the first's name alone. */
function copyText(text: string, id: string, source: string | null): string {
  const end = /^---[^\S\n]*$/gm;
  end.lastIndex = 3;
  const at = end.exec(text)?.index ?? -1;
  if (!text.startsWith('---') || at < 0) return text;
  const front = text.slice(0, at);
  const named = /^id:.*$/m.test(front) ? front.replace(/^id:.*$/m, `id: ${id}`) : `${front}id: ${id}\n`;
  const sourced = source === null || /^source:/m.test(front) ? named : `${named}source: ${source}\n`;
  return sourced + text.slice(at);
}

export function openArticles(options: ArticleOptions): Articles {
  const { workspace, store, library, reader, briefings, bin, states, previews, check } = options;
  const place = (file: string): string => inside(workspace, file);
  const nameIn = (file: string): string => basename(file).replace(ENDING, '');
  const idOf = (file: string): string | null => library.current().articles.find((one) => one.file === file)?.id ?? null;

  /** Hashes of what was written last from here, by file. */
  const written = new Map<string, string>();

  const alone = <T>(file: string, task: (mayReplace: () => Promise<void>) => Promise<T>): Promise<T> =>
    store.alone(dirname(place(file)), task, { within: workspace.root });

  const freeBeside = async (file: string, name: string, first = 1): Promise<string> => {
    const folder = dirname(file);
    for (let n = first; ; n += 1) {
      const free = `${folder === '.' ? '' : `${folder}/`}${name}${n === 1 ? '' : `-${n}`}.md`;
      if (!(await exists(place(free)))) return free;
    }
  };

  const open = async (file: string): Promise<Answer<'article.open'>> => {
    const text = await readText(place(file));
    const { entry, problems } = await reader.check(file, text);
    const paragraphs = [...(entry?.source?.paragraphs ?? [])];
    return { file, article: entry?.article.id ?? null, text, hash: sha256(await readBytes(place(file))), paragraphs, problems };
  };

  const save = async ({ file, text, basedOn, faulty }: Payload<'article.save'>): Promise<Answer<'article.save'>> => {
    const { entry, problems } = await reader.check(file, text);
    if ((entry === null || hasErrors(problems)) && !faulty) return { hash: null, problems };
    const hash = await alone(file, async (mayReplace) => {
      if (!(await exists(place(file)))) throw conflict(file, 'the article’s file is gone: it was moved or deleted');
      const before = await readBytes(place(file));
      const there = sha256(before);
      const content = inFormOf(before, text);
      const mine = sha256(content);
      // A window whose line broke in the middle of a save does not know that it was done.
      if (there === mine) return mine;
      if (there !== basedOn) throw conflict(file, 'the article was changed on disk since you opened it');
      await states.keep(file, await readText(place(file)), written.get(file) === there);
      await store.write(place(file), content, { within: workspace.root, mayReplace });
      written.set(file, mine);
      return mine;
    });
    await check();
    return { hash, problems };
  };

  const preview = async ({ file, text, topic, template, options: chosen, ...asked }: Payload<'article.preview'>) => {
    const { entry, problems } = await reader.check(file, text);
    const shown = entry?.article.topics[topic];
    if (!entry || !shown) return { deck: null, problems };
    const { article } = entry;
    const items = [{ kind: 'topic' as const, article: article.id, topic: shown.id, depth: 'full' as const, overrides: null }];
    const briefing = { ...EMPTY_BRIEFING, title: article.title, options: chosen, items, ...(template !== null && { template }) };
    const articles = new Map([[article.id, { file: place(file), shown: file, entry, problems: [] }]]);
    return previews.topic({ briefing, file: place(file), shown: file, name: article.id, articles, problems: [] }, asked);
  };

  const create = async (title: string): Promise<{ file: string }> => {
    const folder = contentPath(workspace.root, workspace.content);
    const first = folder === '' ? 'new.md' : `${folder}/new.md`;
    const file = await alone(first, async (mayReplace) => {
      const free = await freeBeside(first, fileNameOf(title));
      await store.write(place(free), firstText(title), { within: workspace.root, mayReplace });
      return free;
    });
    await check();
    return { file };
  };

  const duplicate = async (file: string): Promise<{ file: string }> => {
    const copy = await alone(file, async (mayReplace) => {
      const text = await readText(place(file));
      const free = await freeBeside(file, nameIn(file), 2);
      const usual = `${nameIn(file)}.source.txt`;
      const source = (await exists(join(dirname(place(file)), usual))) ? usual : null;
      await store.write(place(free), copyText(text, nameIn(free), source), { within: workspace.root, mayReplace });
      return free;
    });
    await check();
    return { file: copy };
  };

  const remove = async (file: string): Promise<Answer<'article.remove'>> => {
    const id = idOf(file);
    const title = library.current().articles.find((one) => one.file === file)?.title ?? nameIn(file);
    const used = id === null ? [] : await briefings.using(id);
    const entry = await alone(file, async (mayReplace) => {
      const put = await bin.put({ file, title, draft: null }, await readBytes(place(file)));
      try {
        await mayReplace();
        await rm(place(file));
      } catch (error) {
        await bin.drop(put.id);
        if (error instanceof LecternError) throw error;
        throw new LecternError(fileProblem('file/write', file, 'delete this article', error));
      }
      return put;
    });
    await check();
    return { id: entry.id, file, title, deleted: entry.deleted, used };
  };

  return {
    handlers: {
      'article.open': ({ file }) => open(file),
      'article.save': save,
      'article.preview': preview,
      'article.create': ({ title }) => create(title),
      'article.duplicate': ({ file }) => duplicate(file),
      'article.remove': ({ file }) => remove(file),
      'article.states': async ({ file }) => ({ states: [...(await states.list(file))] }),
      'article.state': async ({ file, id }) => ({ text: await states.read(file, id) }),
    },
    restore: async (id) => {
      const { entry, bytes } = await bin.read(id);
      const file = await alone(entry.file, async (mayReplace) => {
        const free = await freeBeside(entry.file, nameIn(entry.file));
        await store.write(place(free), bytes, { within: workspace.root, mayReplace });
        await bin.drop(id);
        return free;
      });
      await check();
      return file;
    },
  };
}
