import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '../../src/core/base/errors.ts';
import { loadTheme, type ThemeChoice } from '../../src/core/template/theme/index.ts';
import type { Theme } from '../../src/core/template/theme/types.ts';

/** A built-in pack's theme, as it lies in the repository. */
export function packTheme(name = 'policy-brief', choice: Partial<ThemeChoice> = {}): Theme {
  const folder = join('templates', name);
  const theme = readFileSync(join(import.meta.dirname, '..', '..', folder, 'theme.yaml'), 'utf8');
  return unwrap(loadTheme({ theme, folder }, { format: '16:9', variant: 'light', direction: 'ltr', ...choice }));
}
