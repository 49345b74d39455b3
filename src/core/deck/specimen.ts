import { MARKUP_PIECES } from '../block/markup.ts';
import type { Theme } from '../template/theme/types.ts';
import { specimenWords, type Fill, type SpecimenWords } from './specimen-words.ts';
import { textRuns } from '../base/text.ts';
import type { Block, Deck, DeckMeta, PlacedBlock, Slide } from './types.ts';

/** What a layout's default region is tried with, by the layout's name; others get text and a list. */
const BLOCKS: Readonly<Record<string, (words: SpecimenWords) => Block>> = Object.fromEntries(
  Object.values(MARKUP_PIECES).flatMap(({ specimen }) => (specimen ? [[specimen.layout, specimen.block]] : [])),
);

function textBlocks({ fill, lines }: SpecimenWords): Block[] {
  const items = lines.map((line, i) => ({ runs: textRuns(line), level: fill === 'short' ? 0 : i % 3, number: null }));
  return [
    { kind: 'text', paragraphs: [textRuns(lines[0] ?? '')] },
    { kind: 'list', items },
  ];
}

/** A slide of every layout with each amount of text, by default little, much, and text that means harm; each region filled with what it is for. */
export function specimenDeck(theme: Theme, meta: DeckMeta, fills: readonly Fill[] = ['short', 'long', 'hostile']): Deck {
  const slides = Object.values(theme.layouts).flatMap((layout) =>
    fills.map((of): Slide => {
      const specimen = specimenWords(of);
      const { fill, title, lines } = specimen;
      const blocks = layout.regions.flatMap((region): PlacedBlock[] => {
        const place = (block: Block): PlacedBlock => ({ region: region.name, block });
        const special = region.name === layout.defaultRegion ? BLOCKS[layout.name] : undefined;
        if (special) return [place(special(specimen))];
        if (region.type === 'subtitle') return [place({ kind: 'text', paragraphs: [textRuns(lines.slice(0, 2).join(' '))] })];
        if (region.type !== 'body') return [];
        if (region.name === layout.defaultRegion) return textBlocks(specimen).map(place);
        return [place({ kind: 'text', paragraphs: [textRuns(lines[0] ?? '')] })];
      });
      return {
        id: `specimen-${layout.name}-${fill}`,
        layout: layout.name,
        title: textRuns(`${title} (${layout.name}, ${fill})`),
        topic: null,
        kind: layout.name,
        section: fill === 'short' ? layout.label : null,
        blocks,
        notes: [{ kind: 'text', runs: textRuns(`Layout “${layout.name}” with ${fill} text.`) }],
        at: {},
      };
    }),
  );
  return { meta, slides, sources: [] };
}
