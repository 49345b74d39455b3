import { describe, expect, it } from 'vitest';
import { loadTheme, resolveColor } from '../../../../src/core/template/theme/index.ts';
import type { Variant } from '../../../../src/core/template/theme/types.ts';

const SLOTS = `dark1: '#000000', light1: '#ffffff', dark2: '#333333', light2: '#EEEEEE', accent1: '#880000', accent2: '#008800',
    accent3: '#777777', accent4: '#CCCCCC', accent5: '#000088', accent6: '#888800', hyperlink: '#0000EE', followedHyperlink: '#551A8B'`;

function theme(variant: Variant, fields: string) {
  const text = `name: tiny
colors:
  light: { ${SLOTS}${fields} }
  dark: { ${SLOTS}${fields} }
fonts: { heading: Georgia, body: Calibri }
styles: { onField: { color: light1 } }
regions:
  title: { columns: 1-12, rows: 10-20, style: onField }
layouts:
  cover: { background: field, decoration: [{ rectangle: highlight, columns: 1-4, rows: 30-60 }] }
`;
  const { value } = loadTheme({ theme: text, folder: 'p' }, { format: '16:9', variant, direction: 'ltr' });
  if (!value) throw new Error('the theme does not load');
  return value;
}

describe('colours of areas', () => {
  it('are uses of the slot of that colour, so that a deck recoloured in PowerPoint goes along', () => {
    expect(theme('light', ", field: '#008800'").layouts['cover']?.background).toBe('accent2');
    expect(theme('dark', ", field: '#000000'").layouts['cover']?.background).toBe('background1');
  });

  it('are themselves where no slot has them', () => {
    expect(theme('light', ", field: '#1e2937'").layouts['cover']?.background).toBe('#1E2937');
  });

  it('have a slot where the palette names none, in both variants a dark one for fields', () => {
    for (const variant of ['light', 'dark'] as const) {
      const made = theme(variant, '');
      expect(resolveColor(made, made.layouts['cover']?.background ?? 'text1')).toBe('#333333');
      expect(made.layouts['cover']?.decoration[0]).toMatchObject({ fill: 'background2' });
    }
  });

  it('lets words on a field name a slot itself, which is light in both variants', () => {
    for (const variant of ['light', 'dark'] as const) {
      const made = theme(variant, '');
      expect(resolveColor(made, made.styles['onField']?.levels[0].color ?? 'text1')).toBe('#FFFFFF');
    }
  });
});
