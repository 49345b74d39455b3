import type { Scene } from '../../layout/types.ts';
import { resolveColor } from '../../template/theme/index.ts';
import { COLOR_USES, type Theme, type Variant } from '../../template/theme/types.ts';
import { fontStack } from './fonts.ts';
import { formatNumber } from './html.ts';
import { colorProperty, fontProperty } from './sheet.ts';

function palette(theme: Theme, variant: Variant): string {
  return COLOR_USES.map((use) => `${colorProperty(use)}:${resolveColor({ ...theme, variant }, use)}`).join(';');
}

/**
 * The deck's colours, fonts and page as custom properties. The slides show the deck's variant always;
 * reading mode follows what the reader's system asks for.
 */
export function themeText(scene: Scene): string {
  const { theme } = scene;
  const { width, height } = theme.page;
  const other: Variant = theme.variant === 'light' ? 'dark' : 'light';
  const root = [
    palette(theme, theme.variant),
    `${fontProperty('heading')}:${fontStack(scene, 'heading')}`,
    `${fontProperty('body')}:${fontStack(scene, 'body')}`,
    `--pw:${formatNumber(width)}pt`,
    `--ph:${formatNumber(height)}pt`,
    `--ratio:${formatNumber(width)}/${formatNumber(height)}`,
  ].join(';');
  return [
    `:root{${root}}`,
    `@media screen and (prefers-color-scheme:${other}){.R{${palette(theme, other)};color-scheme:${other}}}`,
    theme.variant === 'light' ? '' : `@media print{.R{${palette(theme, 'light')}}}`,
  ].join('');
}
