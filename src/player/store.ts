/** What stands over the slide, so that the room looks at whoever speaks. */
export type Blank = '' | 'black' | 'white';

/** Where the show stands. One place, plain values; everything on the screen follows it. */
export interface State {
  /** The current slide, from 0. */
  readonly index: number;
  readonly view: View;
  readonly blank: Blank;
}

/** `alone` is the presenter's view in the one window, after a warning. */
export type View = 'present' | 'overview' | 'read' | 'presenter' | 'alone';

export type Listener = (state: State, before: State) => void;

export interface Store {
  readonly get: () => State;
  readonly set: (change: Partial<State>) => void;
  readonly subscribe: (listener: Listener) => void;
}

export function makeStore(initial: State): Store {
  let state = initial;
  const listeners: Listener[] = [];
  return {
    get: () => state,
    set: (change) => {
      const before = state;
      state = { ...before, ...change };
      if (state.index !== before.index || state.view !== before.view || state.blank !== before.blank) {
        for (const listener of listeners) listener(state, before);
      }
    },
    subscribe: (listener) => {
      listeners.push(listener);
      listener(state, state);
    },
  };
}
