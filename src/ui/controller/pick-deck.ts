import { base64Of, LARGEST_FILE, pickFile } from '../files.ts';
import { sendableName } from '../state/company.ts';
import type { EditedDeck } from '../state/merge.ts';
import { strings } from '../strings.ts';
import { tellProblems, type Context } from './context.ts';

/** Asks the system for a file; null: it has no way to, or the user thought better of it. */
export type ChoosePath = () => Promise<string | null>;

/** Asks for a .pptx, by its path where the host has dialogs, else by its bytes; null: none was chosen, or it is said why not. */
export async function pickDeck(context: Context, choosePath: ChoosePath): Promise<EditedDeck | null> {
  const refuse = (message: { readonly message: string; readonly hint: string }): null => {
    tellProblems(context, strings.merge.failed, [{ code: 'file/read', severity: 'error', ...message }]);
    return null;
  };
  if (context.store.get().host?.dialogs === true) {
    const path = await choosePath();
    return path === null ? null : { kind: 'path', path };
  }
  const file = await pickFile('.pptx');
  if (!file) return null;
  if (file.size > LARGEST_FILE) return refuse(strings.merge.tooLarge);
  const data = await base64Of(file).catch(() => null);
  return data === null ? refuse(strings.merge.unreadable) : { kind: 'data', name: sendableName(file.name), data };
}
