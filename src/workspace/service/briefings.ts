import { rename as renameFile, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { sha256 } from '../../core/base/hash.ts';
import type { Answer, EventPayload } from '../../api/contract.ts';
import { nextIssue, parseBriefing, writeBriefing } from '../../core/briefing/index.ts';
import type { Briefing } from '../../core/briefing/types.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import { exists, fileNameOf, fileProblem, readBytes, readText } from '../files.ts';
import type { Store } from '../store/index.ts';
import type { Changes } from '../watch.ts';
import type { Bin, BinEntry } from './bin.ts';
import type { Drafts } from './drafts.ts';
import { inside, type Workspace } from './place.ts';

type Summary = EventPayload<'briefings'>['briefings'][number];
type Read = Answer<'briefing.read'>;
/** As the contract carries it: the same fields, lists not marked read-only. */
type SentBriefing = NonNullable<Read['briefing']>;

export interface Briefings {
  readonly list: () => Promise<Summary[]>;
  readonly read: (file: string) => Promise<Read>;
  /** `sent`: what the same window sent before, of which it has heard no answer. */
  readonly save: (file: string, briefing: Briefing, basedOn: string, sent?: readonly Briefing[]) => Promise<string>;
  /** Keeps unsaved work, behind a save that is under way and so not dropped with what that makes needless. */
  readonly saveDraft: (file: string, briefing: Briefing, basedOn: string, sent?: readonly Briefing[]) => Promise<void>;
  readonly create: (name: string, briefing: Briefing | null) => Promise<Read>;
  readonly rename: (file: string, name: string) => Promise<string>;
  /** A copy beside it, byte for byte; `again`: its next issue, on the same day of the week, all else with its words and comments. */
  readonly duplicate: (file: string, again: boolean) => Promise<Read>;
  /** Into the bin. */
  readonly remove: (file: string) => Promise<BinEntry>;
  /** Out of the bin, to where it stood or, where that is taken, beside it. Answers the file. */
  readonly restore: (id: string) => Promise<string>;
  /** The titles of those that name an article; of one without a title, its file's name. */
  readonly using: (article: string) => Promise<string[]>;
  /** Which of these changes are somebody else's: saves of our own are known by their hash. */
  readonly foreign: (changes: Changes) => Promise<EventPayload<'briefing'>[]>;
}

export function isBriefing(path: string): boolean {
  return ENDING.test(path);
}

const ENDING = /\.briefing\.ya?ml$/i;

export const EMPTY_BRIEFING: Briefing = {
  title: '',
  subtitle: null,
  audience: null,
  presenter: null,
  date: null,
  minutes: null,
  mark: null,
  language: null,
  template: 'policy-brief',
  options: {},
  notes: null,
  items: [],
};

/** In bytes; far above any that a person would write. */
const LARGEST = 8 * 1024 * 1024;

function conflict(file: string, message: string): LecternError {
  return new LecternError(
    problem('file/conflict', {
      message,
      place: { file },
      hint: 'Keep your version under another name, or take the one on disk.',
    }),
  );
}

/** Null: there is no such file. One that cannot be read is still there, and refused as `readBytes` does. */
async function hashOnDisk(path: string): Promise<string | null> {
  return readBytes(path).then(sha256, (error: unknown) => {
    if (error instanceof LecternError && error.problems.some(({ code }) => code === 'file/missing')) return null;
    throw error;
  });
}

/** A briefing as it is read back from a file that it was written to, whatever comments and order that had. */
function readBack(briefing: Briefing, file: string): string {
  const text = writeBriefing(briefing, null);
  const { value } = parseBriefing(text, { file });
  return value === null ? text : writeBriefing(value, null);
}

/** The briefings of a workspace: files anywhere below it, new ones in `briefings`. */
export function openBriefings(
  workspace: Workspace,
  store: Store,
  drafts: Drafts,
  bin: Bin,
  paths: () => readonly string[],
  today: () => string,
): Briefings {
  /** Hashes that this session wrote or read last, by file. */
  const known = new Map<string, string>();
  const writing = new Map<string, Promise<unknown>>();

  /** One write a file at a time, so that what is kept of it is of the last. */
  const inTurn = <T>(file: string, task: () => Promise<T>): Promise<T> => {
    const turn = (writing.get(file) ?? Promise.resolve()).then(task, task);
    writing.set(
      file,
      turn.catch(() => undefined),
    );
    return turn;
  };
  /** Whether a file says the same as one of these: a window whose line broke in the middle of a save does not know that it was done. */
  const saysOneOf = async (file: string, briefings: readonly Briefing[]): Promise<boolean> => {
    const text = await readText(inside(workspace, file)).catch(() => null);
    const value = text === null ? null : parseBriefing(text, { file }).value;
    if (value === null) return false;
    const said = writeBriefing(value, null);
    return briefings.some((briefing) => readBack(briefing, file) === said);
  };

  /** So that what is looked at belongs to what is then written, whoever else has this workspace open. */
  const alone = <T>(file: string, task: (check: () => Promise<void>, hadFolder: boolean) => Promise<T>): Promise<T> =>
    inTurn(file, async () => {
      const folder = dirname(inside(workspace, file));
      const hadFolder = await exists(folder);
      return store.alone(folder, (check) => task(check, hadFolder), { within: workspace.root });
    });

  const write = async (
    file: string,
    briefing: Briefing,
    { before, mayReplace }: { readonly before: string | null; readonly mayReplace: () => Promise<void> },
  ): Promise<string> => {
    const text = writeBriefing(briefing, before);
    // What could not be read back (Markdown that is none in an own slide) does not replace what can.
    const { value, problems } = parseBriefing(text, { file });
    if (value === null) throw new LecternError(problems);
    await store.write(inside(workspace, file), text, { within: workspace.root, mayReplace });
    const hash = sha256(text);
    known.set(file, hash);
    return hash;
  };

  const read = async (file: string): Promise<Read> => {
    const bytes = await readBytes(inside(workspace, file), { limit: LARGEST });
    const hash = sha256(bytes);
    known.set(file, hash);
    const text = await readText(inside(workspace, file)).catch((error: unknown) => {
      if (error instanceof LecternError) return error;
      throw error;
    });
    const outcome = text instanceof LecternError ? { value: null, problems: text.problems } : parseBriefing(text, { file });
    const draft = await drafts.read(file);
    return {
      file,
      hash,
      briefing: outcome.value as SentBriefing | null,
      problems: outcome.problems,
      draft: draft && { briefing: draft.briefing, basedOn: draft.basedOn, saved: draft.saved },
    };
  };

  /** In the folder of `file`, `first`: the number that is tried first; 1 stands in no name. */
  const freeBeside = async (file: string, name: string, first = 1): Promise<string> => {
    const folder = dirname(file);
    for (let n = first; ; n += 1) {
      const free = `${folder === '.' ? '' : `${folder}/`}${name}${n === 1 ? '' : `-${n}`}.briefing.yaml`;
      if (!(await exists(inside(workspace, free)))) return free;
    }
  };
  const putBytes = async (file: string, bytes: Uint8Array | string, mayReplace: () => Promise<void>): Promise<void> => {
    await store.write(inside(workspace, file), bytes, { within: workspace.root, mayReplace });
    known.set(file, sha256(bytes));
  };
  const nameIn = (file: string): string => basename(file).replace(ENDING, '');

  return {
    read,
    list: async () => {
      const summaries: Summary[] = [];
      for (const file of paths().filter(isBriefing)) {
        const path = inside(workspace, file);
        const info = await stat(path).catch(() => null);
        if (!info) continue;
        const text = await readText(path).catch(() => '');
        const briefing = parseBriefing(text, { file }).value;
        const { title = '', date = null, items = [] } = briefing ?? {};
        summaries.push({ file, title, date, items: items.length, modified: info.mtimeMs, broken: briefing === null });
      }
      return summaries.sort((a, b) => b.modified - a.modified);
    },
    save: (file, briefing, basedOn, sent = []) =>
      alone(file, async (mayReplace, hadFolder) => {
        const path = inside(workspace, file);
        const there = await hashOnDisk(path);
        // Where the folder has gone with it, nobody has moved the file alone: it is written anew.
        if (there === null && hadFolder) throw conflict(file, 'the briefing’s file is gone: it was moved or deleted');
        if (there !== null && there !== basedOn && !(await saysOneOf(file, [briefing, ...sent])))
          throw conflict(file, 'the briefing was changed on disk since you opened it');
        const before = there === null ? null : await readText(path);
        const hash = await write(file, briefing, { before, mayReplace });
        await drafts.drop(file);
        return hash;
      }),
    saveDraft: (file, briefing, basedOn, sent = []) =>
      inTurn(file, async () => {
        const isOwn = sent.length > 0 && (await saysOneOf(file, sent));
        await drafts.save(file, briefing, isOwn ? sha256(await readBytes(inside(workspace, file))) : basedOn);
      }),
    create: (name, briefing) =>
      alone('briefings/new', async (mayReplace) => {
        const file = await freeBeside('briefings/new', fileNameOf(name));
        await write(file, briefing ?? { ...EMPTY_BRIEFING, title: name, date: today() }, { before: null, mayReplace });
        return read(file);
      }),
    rename: (file, name) =>
      alone(file, async (check) => {
        const target = `${file.slice(0, -basename(file).length)}${fileNameOf(name)}.briefing.yaml`;
        if (target === file) return file;
        if (await exists(inside(workspace, target))) {
          throw new LecternError(
            problem('file/exists', { message: 'a briefing of this name is there already', received: name, hint: 'Choose another name.' }),
          );
        }
        await check();
        await renameFile(inside(workspace, file), inside(workspace, target)).catch((error: unknown) => {
          throw new LecternError(fileProblem('file/write', file, 'rename this briefing', error));
        });
        const hash = known.get(file);
        if (hash !== undefined) known.set(target, hash);
        known.delete(file);
        const draft = await drafts.read(file);
        if (draft) await drafts.save(target, draft.briefing, draft.basedOn);
        await drafts.drop(file);
        return target;
      }),
    duplicate: (file, again) =>
      alone(file, async (mayReplace) => {
        const path = inside(workspace, file);
        if (!again) {
          const copy = await freeBeside(file, nameIn(file), 2);
          await putBytes(copy, await readBytes(path, { limit: LARGEST }), mayReplace);
          return read(copy);
        }
        const text = await readText(path, { limit: LARGEST });
        const { value, problems } = parseBriefing(text, { file });
        if (value === null) throw new LecternError(problems);
        const date = nextIssue(value.date, today());
        const name = nameIn(file).replace(/-\d{4}-\d{2}-\d{2}$/, '');
        const next = await freeBeside(file, `${name}-${date}`);
        await putBytes(next, writeBriefing({ ...value, date }, text), mayReplace);
        return read(next);
      }),
    remove: (file) =>
      alone(file, async (check) => {
        const path = inside(workspace, file);
        const bytes = await readBytes(path, { limit: LARGEST });
        const text = await readText(path, { limit: LARGEST }).catch(() => '');
        const draft = await drafts.read(file);
        const entry = await bin.put(
          {
            file,
            title: parseBriefing(text, { file }).value?.title ?? nameIn(file),
            draft: draft && { briefing: draft.briefing, basedOn: draft.basedOn },
          },
          bytes,
        );
        try {
          await check();
          await rm(path);
        } catch (error) {
          await bin.drop(entry.id);
          if (error instanceof LecternError) throw error;
          throw new LecternError(fileProblem('file/write', file, 'delete this briefing', error));
        }
        known.delete(file);
        await drafts.drop(file);
        return entry;
      }),
    restore: async (id) => {
      const { entry, bytes } = await bin.read(id);
      return alone(entry.file, async (mayReplace) => {
        const file = await freeBeside(entry.file, nameIn(entry.file));
        await putBytes(file, bytes, mayReplace);
        if (entry.draft) await drafts.save(file, entry.draft.briefing, entry.draft.basedOn);
        await bin.drop(id);
        return file;
      });
    },
    using: async (article) => {
      const titles: string[] = [];
      for (const file of paths().filter(isBriefing)) {
        const text = await readText(inside(workspace, file), { limit: LARGEST }).catch(() => '');
        const briefing = parseBriefing(text, { file }).value;
        if (briefing?.items.some((item) => item.kind === 'topic' && item.article === article)) titles.push(briefing.title || nameIn(file));
      }
      return titles;
    },
    foreign: async ({ changed, gone }) => {
      const events: EventPayload<'briefing'>[] = [];
      for (const file of changed.filter(isBriefing)) {
        await writing.get(file);
        // What cannot be read now (another program has it, its disk is away) may be as it was.
        const hash = await hashOnDisk(inside(workspace, file)).catch(() => known.get(file) ?? null);
        if (known.has(file) && known.get(file) !== hash) events.push({ file, hash });
        if (hash !== null && known.has(file)) known.set(file, hash);
      }
      for (const file of gone.filter(isBriefing)) {
        if (known.delete(file)) events.push({ file, hash: null });
      }
      return events;
    },
  };
}
