import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/base/text.ts';
import { textOfBoxes } from '../../../src/core/layout/scene/walk.ts';
import { builtScene, PACKS } from '../../support/built-scene.ts';

describe.each(PACKS)('what the pack %s prints of its own', (pack) => {
  it.each(['south-caucasus', 'river-port'] as const)(
    'leaves no space before a colon or comma, in the notes and on the slides of %s',
    async (briefing) => {
      const { slides } = await builtScene(briefing, pack, { excerpts: true });
      const notes = slides.flatMap((slide) => slide.notes.map(({ runs }) => plainText(runs)));
      expect(notes.join(' ')).toMatch(/paragraph \d+: “/);
      const all = [...notes, ...slides.map(({ boxes }) => textOfBoxes(boxes))];
      expect(all.filter((text) => /\s[:,;.](?!\d)/.test(text))).toEqual([]);
    },
  );
});
