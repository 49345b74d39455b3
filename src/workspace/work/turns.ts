/** A few at a time, the others in the order in which they came. */
export interface Turns {
  /** Resolves when it is one's turn, with how to end it. */
  readonly enter: () => Promise<() => void>;
}

export function openTurns(most: number): Turns {
  let inside = 0;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    inside -= 1;
    waiting.shift()?.();
  };
  return {
    enter: () =>
      new Promise((resolve) => {
        const go = (): void => {
          inside += 1;
          let left = false;
          resolve(() => {
            if (!left) leave();
            left = true;
          });
        };
        if (inside < most) go();
        else waiting.push(go);
      }),
  };
}
