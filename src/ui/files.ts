/** What a message to the service may carry of a file. Bytes. */
export const LARGEST_FILE = 32 * 1024 * 1024;

/** A file's bytes as base64, as the contract carries them: the browser makes it, beside the page. Rejects where it cannot be read. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      const comma = address.indexOf(',');
      resolve(comma === -1 ? '' : address.slice(comma + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('not read')));
    reader.readAsDataURL(file);
  });
}

/** Asks the browser for one file; null where the user thought better of it. */
export async function pickFile(accept: string): Promise<File | null> {
  const [file] = await pickFiles(accept, false);
  return file ?? null;
}

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/svg+xml', 'image/webp', 'image/gif'] as const;

export function isImage(file: File): boolean {
  return (IMAGE_TYPES as readonly string[]).includes(file.type);
}

/** The files of a paste or a drop. */
export function filesOf(data: DataTransfer | null): readonly File[] {
  return data ? [...data.files] : [];
}

/** What an article can be made of. */
export const ARTICLE_TYPES = '.txt,.md,.markdown,.html,.htm,.docx,.odt,.pptx,.eml,.mhtml,.mht,.pdf';

/** What a template can be made of; old ones too, so that whoever has one is told what to do. */
export const POWERPOINT_TYPES = '.potx,.pptx,.potm,.pptm,.pot,.ppt';

/** Held while the browser asks: an input that nothing refers to may be collected, and its answer with it. */
let asking: HTMLInputElement | null = null;

/** Asks the browser for files; empty where the user thought better of it. */
export function pickFiles(accept: string, multiple = true): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    asking = input;
    const answer = (files: readonly File[]): void => {
      if (asking === input) asking = null;
      resolve(files);
    };
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    input.addEventListener('change', () => answer([...(input.files ?? [])]));
    input.addEventListener('cancel', () => answer([]));
    input.click();
  });
}
