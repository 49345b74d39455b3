/** What was typed into an article's text and is not known to be in its file, in the browser's own storage. */
export interface KeptText {
  readonly put: (workspace: string, file: string, text: string) => void;
  readonly take: (workspace: string, file: string) => string | null;
  readonly drop: (workspace: string, file: string) => void;
}

const nameOf = (workspace: string, file: string): string => `lectern.text\n${workspace}\n${file}`;

/** A storage that may be blocked, or full: it throws then, and the text is in the page alone. */
export function createKeptText(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): KeptText {
  const quietly = <T>(task: () => T, otherwise: T): T => {
    try {
      return task();
    } catch {
      return otherwise;
    }
  };
  return {
    put: (workspace, file, text) => quietly(() => storage().setItem(nameOf(workspace, file), text), undefined),
    take: (workspace, file) => quietly(() => storage().getItem(nameOf(workspace, file)), null),
    drop: (workspace, file) => quietly(() => storage().removeItem(nameOf(workspace, file)), undefined),
  };
}
