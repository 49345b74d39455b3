import { base64Of, LARGEST_FILE } from '../files.ts';
import { setTemplate } from '../state/briefing.ts';
import { changesOf, keepOnce, NO_COMPANY, sendableName, type Adding, type Company } from '../state/company.ts';
import { strings } from '../strings.ts';
import type { Examined, Problem } from '../types.ts';
import { showConnectionLost, problemsOf, tellDone, type Context } from './context.ts';
import type { Documents } from './documents.ts';

/** Templates made from an organisation's own PowerPoint file. */
export interface CompanyTemplates {
  /** Makes a template of a file; the doctor shows it. */
  readonly add: (file: File) => void;
  /** The file that waits, under another title or in the place of the one that is there. */
  readonly addAs: (title: string) => void;
  readonly replace: () => void;
  readonly again: () => void;
  /** Shows how a template fits. */
  readonly examine: (name: string) => void;
  /** Looks again at what is shown: files changed. */
  readonly refresh: () => void;
  /** Puts a layout of ours on another of theirs, or its regions into other boxes. */
  readonly move: (layout: string, onto: string, regions: Readonly<Record<string, number | 'title'>> | null) => Promise<void>;
  /** Sets the template that is shown on the briefing. */
  readonly use: () => void;
}

function refusal(code: Problem['code'], file: string, words: Pick<Problem, 'message' | 'allowed' | 'hint'>): Problem {
  return { code, severity: 'error', place: { file }, ...words };
}

export function createCompany(
  context: Context,
  { documents, refreshTemplates }: { readonly documents: Documents; readonly refreshTemplates: () => Promise<void> },
): CompanyTemplates {
  const { client, store } = context;
  let waiting: { readonly file: File; readonly title: string | null } | null = null;
  /** Answers to older questions are thrown away. */
  let turn = 0;

  const update = (change: (company: Company) => Company): void => store.set((state) => ({ ...state, company: change(state.company) }));

  const send = async (file: File, title: string | null, replace: boolean): Promise<void> => {
    const mine = (turn += 1);
    waiting = { file, title };
    // Another file may have been dropped meanwhile: what is told is of the last.
    const answer = (adding: Adding | null): void => {
      if (mine === turn) update((company) => ({ ...company, adding }));
    };
    const fail = (problems: readonly Problem[]): void => answer({ phase: 'failed', file: file.name, problems });
    answer({ phase: 'reading', file: file.name });
    store.set((state) => ({ ...state, dialog: { kind: 'add-template' } }));
    if (file.size > LARGEST_FILE) {
      fail([refusal('company/too-large', file.name, strings.company.tooLarge)]);
      return;
    }
    // Moved or taken away since it was chosen.
    const data = await base64Of(file).catch(() => null);
    if (data === null) {
      fail([refusal('file/read', file.name, strings.company.unreadable)]);
      return;
    }
    try {
      const made = await client.call('template.import', { file: sendableName(file.name), title, data, replace });
      await refreshTemplates();
      // Whoever has closed the dialog meanwhile has the template all the same, but is not torn away from other work.
      if (mine !== turn || store.get().dialog?.kind !== 'add-template') {
        answer(null);
        tellDone(context, strings.company.added(made.template.title));
        return;
      }
      store.set((state) => ({
        ...state,
        dialog: { kind: 'doctor', template: made.template.name },
        company: { ...NO_COMPANY, examined: made },
      }));
    } catch (error) {
      const problems = problemsOf(error);
      const taken = problems?.find(({ code }) => code === 'pack/exists');
      if (!problems) showConnectionLost(context);
      else if (taken) answer({ phase: 'exists', file: file.name, taken: taken.received ?? '' });
      else fail(problems);
    }
  };

  const isShown = (name: string): boolean => {
    const { dialog } = store.get();
    return dialog?.kind === 'doctor' && dialog.template === name;
  };

  const look = async (name: string): Promise<void> => {
    const mine = (turn += 1);
    try {
      const found = await client.call('template.doctor', { name });
      if (mine !== turn || !isShown(name)) return;
      const before = store.get().company.examined;
      const after = keepOnce(before, found);
      // Our own change comes back as an event too: what is the same is not drawn again.
      if (JSON.stringify(after) !== JSON.stringify(before)) update((company) => ({ ...company, examined: after, failed: [] }));
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) showConnectionLost(context);
      else if (mine === turn && isShown(name)) update((company) => ({ ...company, failed: problems }));
    }
  };

  const move = async (before: Examined, ...[layout, onto, regions]: Parameters<CompanyTemplates['move']>): Promise<void> => {
    const { name } = before.template;
    const mine = (turn += 1);
    update((company) => ({ ...company, moving: layout, moved: null }));
    try {
      const after = keepOnce(before, await client.call('template.map', { name, layout, onto, regions }));
      await refreshTemplates();
      if (mine !== turn) return;
      const moved = { layout, changes: changesOf(before, after, layout, regions), problems: [] };
      update((company) => ({ ...company, examined: after, moved }));
    } catch (error) {
      const problems = problemsOf(error);
      if (problems) update((company) => ({ ...company, moved: { layout, changes: [], problems } }));
      else showConnectionLost(context);
    } finally {
      update((company) => ({ ...company, moving: null }));
    }
  };

  return {
    add: (file) => {
      if (store.get().workspace === null) return;
      void send(file, null, false);
    },
    addAs: (title) => {
      if (waiting && title.trim() !== '') void send(waiting.file, sendableName(title.trim()), false);
    },
    replace: () => {
      if (waiting) void send(waiting.file, waiting.title, true);
    },
    again: () => {
      if (waiting) void send(waiting.file, waiting.title, false);
    },
    examine: (name) => {
      store.set((state) => ({ ...state, dialog: { kind: 'doctor', template: name }, company: NO_COMPANY }));
      void look(name);
    },
    refresh: () => {
      const { dialog, company } = store.get();
      if (dialog?.kind === 'doctor' && company.moving === null) void look(dialog.template);
    },
    move: async (...request) => {
      const { examined, moving } = store.get().company;
      if (examined && moving === null) await move(examined, ...request);
    },
    use: () => {
      const template = store.get().company.examined?.template;
      if (!template || !store.get().doc) return;
      documents.edit((briefing) => setTemplate(briefing, template.name, Object.keys(template.options)));
      store.set((state) => ({ ...state, dialog: null }));
      tellDone(context, strings.company.used(template.title), { label: strings.undo, name: 'undo' });
    },
  };
}
