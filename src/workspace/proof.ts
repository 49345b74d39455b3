import { specimenDeck } from '../core/deck/index.ts';
import type { DeckMeta } from '../core/deck/types.ts';
import { hasErrors, type Outcome, type Problem } from '../core/base/errors.ts';
import { layOut } from '../core/layout/index.ts';
import type { FontLibrary, Scene } from '../core/layout/types.ts';
import { checkPack } from '../core/template/index.ts';
import { loadTheme, type ThemeChoice } from '../core/template/theme/index.ts';
import type { Pack } from '../core/template/types.ts';

const META: Omit<DeckMeta, 'title' | 'direction'> = {
  subtitle: null,
  presenter: null,
  audience: null,
  date: '2024-05-01',
  minutes: null,
  mark: 'PROOF',
  language: 'en',
  forPresenter: true,
  stamp: '00000000',
  recipe: null,
  words: {},
};

/**
 * A specimen of a pack: every layout with short, long and hostile text, laid out; and everything that can be found wrong with the pack:
 * contrast, overlaps, missing layouts, fonts that are only estimated, glyphs that no font has. No value where the theme cannot be loaded.
 */
export function proofPack(pack: Pack, choice: ThemeChoice, fonts: FontLibrary): Outcome<Scene> {
  const problems: Problem[] = checkPack(pack);
  const theme = loadTheme(pack, choice).value;
  if (theme === null) return { value: null, problems };
  const meta: DeckMeta = { ...META, title: `Proof of ${pack.manifest.name}`, direction: choice.direction };
  const laidOut = layOut(specimenDeck(theme, meta), theme, { fonts, images: new Map() });
  // That long titles are cut is what the specimen is for; it says nothing about the pack.
  const found = laidOut.problems.filter((p) => p.code !== 'layout/title-cut');
  return { value: hasErrors(found) ? null : laidOut.value, problems: [...problems, ...found] };
}
