import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder for Lectern's settings, drafts and caches, by the platform's custom. `LECTERN_HOME` names another. */
export function homeFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (env['LECTERN_HOME']) return env['LECTERN_HOME'];
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Lectern');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Lectern');
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'lectern');
}

/** Where a first workspace is made. `LECTERN_DOCUMENTS` names another. */
export function documentsFolder(env: NodeJS.ProcessEnv): string {
  return env['LECTERN_DOCUMENTS'] ?? join(homedir(), 'Documents');
}
