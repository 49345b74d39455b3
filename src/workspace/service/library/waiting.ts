/** Resolves with the first of them, or after so many milliseconds; at once where there are none. */
export async function soonest(tasks: ReadonlySet<Promise<void>>, milliseconds: number): Promise<void> {
  if (tasks.size === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([...tasks, pause]);
  clearTimeout(timer);
}

/** Lets other calls (a preview, a search) have their turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
