import { describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../../../../src/core/write/pptx/accessibility.ts';
import { slideText, written } from '../../../support/package.ts';
import { richScene } from '../../../support/rich-scene.ts';
import {
  chartBox,
  imageBox,
  makeScene,
  paragraph,
  plainText,
  pngAsset,
  regionText,
  tableBox,
  type SlideText,
} from '../../../support/scene.ts';
import { packTheme } from '../../../support/theme.ts';

const theme = packTheme('plain');

function found(...slides: SlideText[]): string[] {
  return accessibilityProblems(makeScene(slides, { theme })).map((p) => `${p.code} ${String(p.place?.slide?.number)}`);
}

describe('accessibility', () => {
  it('has nothing to say about a deck that is as it should be', () => {
    expect(accessibilityProblems(richScene(theme))).toEqual([]);
  });

  it.each<[string, SlideText, string]>([
    ['a picture without alternative text', { boxes: [imageBox(pngAsset(), { alt: ' ' })] }, 'write/no-alt'],
    ['a chart without it', { boxes: [chartBox({ alt: '' })] }, 'write/no-alt'],
    ['a table without it', { boxes: [tableBox(theme, [['a'], ['b']], { alt: '' })] }, 'write/no-alt'],
    [
      'a table without a header row',
      { boxes: [{ ...tableBox(theme, [['a'], ['b']]), rows: tableBox(theme, [['a'], ['b']]).rows.slice(1) }] },
      'write/table-header',
    ],
    ['a title without words', { title: '' }, 'write/title'],
    [
      'a link that says only its address',
      { boxes: [regionText(theme, 'text', 'body', [paragraph([{ text: 'https://example.org', href: 'https://example.org' }])])] },
      'write/link-text',
    ],
    ['text that is hard to read', { boxes: [plainText(theme, 'Faint', { fill: 'text1' })] }, 'write/contrast'],
  ])('warns of %s, and says where', (_, slide, code) => {
    expect(found({ title: 'First' }, slide)).toEqual([`${code} 2`]);
  });

  it('warns of two slides with one title', () => {
    expect(found({ title: 'Same' }, { title: 'Same' })).toEqual(['write/title 1', 'write/title 2']);
  });

  it('warns of a title that is not read first', () => {
    const scene = makeScene([{ boxes: [regionText(theme, 'text', 'body', ['Words'])] }], { theme });
    const turned = { ...scene, slides: scene.slides.map((slide) => ({ ...slide, boxes: [...slide.boxes].reverse() })) };
    expect(accessibilityProblems(turned).map((p) => p.code)).toEqual(['write/reading-order']);
  });
});

describe('what a screen reader meets', () => {
  it('is alternative text on pictures, charts, tables and groups', async () => {
    const parts = await written(richScene(theme));
    for (const [slide, alt] of [
      [3, 'A table of numbers'],
      [4, 'Bars of four quarters'],
      [9, 'A timeline of two events'],
      [10, 'A bridge over a river'],
    ] as const) {
      expect(slideText(parts, slide)).toContain(`descr="${alt}"`);
    }
  });

  it('is no decoration: shapes without words are marked', async () => {
    const parts = await written(richScene(theme));
    const shapes = [...parts].flatMap(([name, text]) =>
      /^ppt\/(slides|slideLayouts|slideMasters)\//.test(name) && typeof text === 'string'
        ? (text.match(/<p:(?:cxnSp|sp)>(?:(?!<p:txBody>)[^])*?<\/p:(?:cxnSp|sp)>/g) ?? [])
        : [],
    );
    expect(shapes.length).toBeGreaterThan(5);
    expect(shapes.filter((shape) => !shape.includes('adec:decorative'))).toEqual([]);
  });

  it('is the boxes in their reading order, the title first', async () => {
    const parts = await written(richScene(theme));
    const names = [...slideText(parts, 2).matchAll(/<p:cNvPr id="\d+" name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['title', 'lead', 'body', 'footer', 'number', 'mark']);
  });
});
