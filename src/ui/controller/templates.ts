import { strings } from '../strings.ts';
import type { Template } from '../types.ts';
import { attempt, showConnectionLost, problemsOf, tellDone, tellProblems, type Context } from './context.ts';

export interface TemplateActions {
  /** Null where it was refused; why is shown. */
  readonly duplicate: (name: string, as: string) => Promise<Template | null>;
  /** `exists`: one of this name is here, and may be replaced. */
  readonly install: (name: string, data: string, replace: boolean) => Promise<Template | 'exists' | null>;
  /** Writes it as a file to give away, and shows where it lies if the host can. */
  readonly giveAway: (name: string) => Promise<void>;
}

export interface TemplatePorts {
  readonly refresh: () => Promise<void>;
  readonly reveal: (path: string) => void;
}

export function createTemplates(context: Context, { refresh, reveal }: TemplatePorts): TemplateActions {
  const { client, store } = context;
  return {
    duplicate: async (name, as) => {
      const made = await attempt(context, strings.problem.template, () => client.call('template.duplicate', { name, as }));
      if (made) await refresh();
      return made?.template ?? null;
    },
    install: async (name, data, replace) => {
      try {
        const { template } = await client.call('template.install', { name, data, replace });
        await refresh();
        return template;
      } catch (error) {
        const problems = problemsOf(error);
        if (problems) tellProblems(context, strings.problem.template, problems);
        else showConnectionLost(context);
        return problems?.some(({ code }) => code === 'pack/exists') === true ? 'exists' : null;
      }
    },
    giveAway: async (name) => {
      const made = await attempt(context, strings.problem.template, () => client.call('template.export', { name }));
      if (!made) return;
      tellDone(context, strings.templates.givenAway(made.path));
      if (store.get().host?.reveal === true) reveal(made.path);
    },
  };
}
