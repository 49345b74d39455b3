import type { Design, DesignChange, Problem, Template } from '../types.ts';

/** A change, and what stood there before. */
interface Step {
  readonly change: DesignChange;
  readonly before: DesignChange;
}

/** The template whose colours and fonts are being changed. */
export interface Designing {
  readonly template: Template | null;
  /** As it is shown, with what is on its way to the file. */
  readonly design: Design | null;
  /** As the file last said it. */
  readonly saved: Design | null;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** Whether the next change of the same value is part of the last step: a picker tells every colour on its way. */
  readonly open: boolean;
  readonly problems: readonly Problem[];
}

export const NO_DESIGN: Designing = { template: null, design: null, saved: null, past: [], future: [], open: false, problems: [] };

/** What a design says at the place of a change; null where it says nothing there. */
export function valueAt(design: Design, { at, name }: Pick<DesignChange, 'at' | 'name'>): string | null {
  return at === 'fonts' ? design.fonts[name as 'heading'] : (design.colors[at][name as 'accent1'] ?? null);
}

function withValue(design: Design, { at, name, value }: DesignChange): Design {
  if (at === 'fonts') return { ...design, fonts: { ...design.fonts, [name]: value } };
  return { ...design, colors: { ...design.colors, [at]: { ...design.colors[at], [name]: value } } };
}

const isSamePlace = (a: DesignChange, b: DesignChange): boolean => a.at === b.at && a.name === b.name;

/** What the file says now. Steps about values that somebody else has changed are forgotten: Undo would take back what is not ours. */
export function told(state: Designing, template: Template, design: Design): Designing {
  const isOurs = ({ change }: Step): boolean => state.design === null || valueAt(design, change) === valueAt(state.design, change);
  return { ...state, template, design, saved: design, past: state.past.filter(isOurs), future: state.future.filter(isOurs), problems: [] };
}

/** A change that was not written: what is shown is what the file last said. */
export function refused(state: Designing, problems: readonly Problem[]): Designing {
  return { ...state, design: state.saved, past: [], future: [], open: false, problems };
}

/** A change made by hand; the same state where it changes nothing. */
export function changed(state: Designing, change: DesignChange): Designing {
  const was = state.design && valueAt(state.design, change);
  if (!state.design || was === null || was === change.value) return state;
  const last = state.past.at(-1);
  const goesOn = state.open && last !== undefined && isSamePlace(last.change, change);
  const step: Step = goesOn ? { ...last, change } : { change, before: { ...change, value: was } };
  const past = [...(goesOn ? state.past.slice(0, -1) : state.past), step];
  return { ...state, design: withValue(state.design, change), past, future: [], open: true };
}

/** The last step taken back, with the change that does it; null: there is none. */
export function undone(state: Designing): { readonly state: Designing; readonly change: DesignChange } | null {
  const step = state.past.at(-1);
  if (!step || !state.design) return null;
  const { past, future } = { past: state.past.slice(0, -1), future: [step, ...state.future] };
  return { state: { ...state, design: withValue(state.design, step.before), past, future, open: false }, change: step.before };
}

/** The step that was taken back last, done again. */
export function redone(state: Designing): { readonly state: Designing; readonly change: DesignChange } | null {
  const [step, ...future] = state.future;
  if (!step || !state.design) return null;
  return {
    state: { ...state, design: withValue(state.design, step.change), past: [...state.past, step], future, open: false },
    change: step.change,
  };
}
