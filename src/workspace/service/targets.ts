import type { Payload } from '../../api/contract.ts';
import { LecternError, problem } from '../../core/base/errors.ts';
import { exists } from '../files.ts';
import type { Session } from './session.ts';

function refused(message: string): LecternError {
  return new LecternError(problem('file/missing', { message, hint: 'Choose another, or look into the workspace’s folder.' }));
}

/** The absolute path of what may be shown or opened: what belongs to the workspace, or was written by this run. Throws `file/missing`. */
export async function pathOfTarget(
  target: Payload<'host.open'>['target'],
  { workspace, library, templates }: Session,
  written: ReadonlySet<string>,
): Promise<string> {
  switch (target.kind) {
    case 'workspace':
      return workspace.root;
    case 'article': {
      const file = library.fileOf(target.id);
      if (file === null) throw refused('the article is not in this workspace');
      return file;
    }
    case 'template':
      return templates.folderOf(target.name);
    case 'written':
      if (!written.has(target.path)) throw refused('Lectern did not write this file');
      if (!(await exists(target.path))) throw refused('the file is not there any more');
      return target.path;
  }
}
