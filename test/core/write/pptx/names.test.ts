import { describe, expect, it } from 'vitest';
import { boxKey } from '../../../../src/core/base/ooxml/box-name.ts';
import type { Box } from '../../../../src/core/layout/types.ts';
import { readContent } from '../../../../src/core/write/pptx/read/content.ts';
import { builtScene, PACKS } from '../../../support/built-scene.ts';
import { slideText, written } from '../../../support/package.ts';

const within = (boxes: readonly Box[]): string[] =>
  boxes.flatMap((box) => [box.id.slice(box.id.indexOf('/') + 1), ...(box.kind === 'group' ? within(box.children) : [])]);

describe.each(PACKS)('names in PowerPoint’s selection pane, %s', (pack) => {
  it.each(['river-port', 'south-caucasus'] as const)(
    'say of %s what each part of a drawing is, each another, and are read back as ids',
    async (sample) => {
      const scene = await builtScene(sample, pack);
      const parts = await written(scene);
      const content = readContent(parts);
      for (const [i, slide] of scene.slides.entries()) {
        const names = [...slideText(parts, i + 1).matchAll(/<p:cNvPr id="\d+" name="([^"]+)"/g)].map(([, name = '']) => name);
        expect(new Set(names).size, `slide ${slide.number}`).toBe(names.length);
        expect(names.map(boxKey)).toEqual(within(slide.boxes));
        // in a group none is a key alone
        const bare = names.filter((name) => name.includes('/') && !name.includes(' ('));
        expect(bare.filter((name) => !/^[\w.]+\/(?:rule\.\d+|title|caption|\d+|\d+\.caption)$/.test(name))).toEqual([]);
        const read = content[i]?.boxes.map(({ name }) => name);
        expect(read).toEqual(slide.boxes.map(({ id }) => id.slice(id.indexOf('/') + 1)));
      }
    },
  );
});

describe('the name of', () => {
  const namesOn = async (kind: string): Promise<string[]> => {
    const scene = await builtScene('river-port', 'policy-brief');
    const number = scene.slides.find((slide) => slide.kind === kind)?.number ?? 0;
    const xml = slideText(await written(scene), number);
    return [...xml.matchAll(/<p:cNvPr id="\d+" name="([^"]+)"/g)].map(([, name = '']) => name);
  };

  it('an event has its number, date and words, and what belongs to it is known by it', async () => {
    const names = await namesOn('timeline');
    expect(names).toContain('Event 4: 4 March 2025 – The harbour master warns against waiting. (body/4.text)');
    expect(names).toContain('Event 4, mark: 4 March 2025 – The harbour master warns against waiting. (body/4.mark)');
    expect(names).toContain('Event 4, line: 4 March 2025 – The harbour master warns against waiting. (body/4.pole)');
    expect(names).toContain('Time line (body/line)');
    expect(names.some((name) => /^Timeline: 2020 – about 2031\. .*… \(body\)$/.test(name))).toBe(true);
  });

  it('a figure, a row of an agenda, a chart and a table says what it shows', async () => {
    const cover = await namesOn('title');
    expect(cover).toContain('Figure 2, number: 6 (figures/2.value)');
    expect(cover).toContain('Figure 2, label: average wait on such a day (figures/2.label)');
    const agenda = await namesOn('agenda');
    expect(agenda).toContain('Row 1: The port handles more than anyone planned for; 3 min (body/Row 1)');
    expect((await namesOn('chart')).some((name) => /^Chart: Containers in 2024: forecast and counted .*\(body\)$/.test(name))).toBe(true);
    expect(await namesOn('table')).toContain('Table: Cost of the five measures, million euros (body)');
  });
});

it('leaves names alone that are not ours', () => {
  expect(['Rectangle 5', 'Chart (2)', 'body/1.text', 'Our own (Draft)'].map(boxKey)).toEqual([
    'Rectangle 5',
    'Chart (2)',
    'body/1.text',
    'Our own (Draft)',
  ]);
});
