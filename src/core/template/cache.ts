import type { Outcome } from '../base/errors.ts';
import { prepare, type Prepared } from './render/prepare.ts';
import { loadTheme, type ThemeChoice } from './theme/index.ts';
import type { Theme } from './theme/types.ts';
import type { Pack } from './types.ts';

/**
 * What was made of packs: their themes, and their templates checked and compiled. A pack never changes, so whoever makes decks one after
 * another, as a preview does with every letter typed, keeps one and passes it. Gives the same as without, only sooner, and the same theme
 * for the same pack and choice. What is kept of a pack goes when the pack does.
 */
export interface PackCache {
  readonly theme: (pack: Pack, choice: ThemeChoice) => Outcome<Theme>;
  readonly prepared: (pack: Pack) => Prepared;
}

export function packCache(): PackCache {
  const themes = new WeakMap<Pack, Map<string, Outcome<Theme>>>();
  const templates = new WeakMap<Pack, Prepared>();
  return {
    theme: (pack, choice) => {
      const known = themes.get(pack) ?? new Map<string, Outcome<Theme>>();
      themes.set(pack, known);
      const key = `${choice.format} ${choice.variant} ${choice.direction} ${choice.quotationMark ?? ''}`;
      const theme = known.get(key) ?? loadTheme(pack, choice);
      known.set(key, theme);
      return theme;
    },
    prepared: (pack) => {
      const known = templates.get(pack) ?? prepare(pack);
      templates.set(pack, known);
      return known;
    },
  };
}
