import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '../../src/core/base/errors.ts';
import { loadTheme, type ThemeChoice } from '../../src/core/template/theme/index.ts';
import type { Theme } from '../../src/core/template/theme/types.ts';

/** Where a pack lies: `plain` is the tests' own, so that what they measure is not another thing with each new design. */
export function packFolder(name: string): string {
  return name === 'plain' ? 'test/fixtures/packs/plain' : join('templates', name);
}

/** The theme of a built-in pack, or of the tests' plain one. */
export function packTheme(name = 'policy-brief', choice: Partial<ThemeChoice> = {}): Theme {
  const folder = packFolder(name);
  const theme = readFileSync(join(import.meta.dirname, '..', '..', folder, 'theme.yaml'), 'utf8');
  return unwrap(loadTheme({ theme, folder }, { format: '16:9', variant: 'light', direction: 'ltr', ...choice }));
}
