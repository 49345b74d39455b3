/** What was typed into an article's text, and the hash of the file that it was typed into. */
export interface TypedText {
  readonly text: string;
  readonly basedOn: string;
}

/** What was typed and is not known to be in its file, in the browser's own storage. */
export interface KeptText {
  readonly put: (workspace: string, file: string, typed: TypedText) => void;
  readonly take: (workspace: string, file: string) => TypedText | null;
  readonly drop: (workspace: string, file: string) => void;
}

const nameOf = (workspace: string, file: string): string => `lectern.text\n${workspace}\n${file}`;

function isTypedText(value: unknown): value is TypedText {
  if (typeof value !== 'object' || value === null) return false;
  return 'text' in value && typeof value.text === 'string' && 'basedOn' in value && typeof value.basedOn === 'string';
}

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
    put: (workspace, file, { text, basedOn }) =>
      quietly(() => storage().setItem(nameOf(workspace, file), JSON.stringify({ text, basedOn })), undefined),
    take: (workspace, file) =>
      quietly(() => {
        const value: unknown = JSON.parse(storage().getItem(nameOf(workspace, file)) ?? 'null');
        return isTypedText(value) ? value : null;
      }, null),
    drop: (workspace, file) => quietly(() => storage().removeItem(nameOf(workspace, file)), undefined),
  };
}
