import { describe, expect, it } from 'vitest';
import { loadTheme } from '../../../../src/core/template/theme/index.ts';
import { STYLE_NAMES, type PageFormat } from '../../../../src/core/template/theme/types.ts';
import { packTheme } from '../../../support/theme.ts';

const PALETTE = `{ dark1: '#000000', light1: '#ffffff', dark2: '#333333', light2: '#EEEEEE', accent1: '#880000', accent2: '#008800',
    accent3: '#777777', accent4: '#CCCCCC', accent5: '#000088', accent6: '#888800', hyperlink: '#0000EE', followedHyperlink: '#551A8B' }`;

const HEAD = `name: tiny
colors:
  light: ${PALETTE}
  dark: ${PALETTE}
fonts: { heading: Georgia, body: Calibri }
regions:
  title: { columns: 1-12, rows: 10-20 }
`;

function load(rest: string, choice: { format?: PageFormat; direction?: 'ltr' | 'rtl'; quotationMark?: string } = {}) {
  return loadTheme({ theme: HEAD + rest, folder: 'p' }, { format: '16:9', variant: 'light', direction: 'ltr', ...choice });
}

const one = 'layouts:\n  points: { regions: { body: { columns: 1-4, rows: 30-80 } } }\n';

describe('loadTheme', () => {
  it('turns columns and rows into points on every page format', () => {
    const frames = (['16:9', '4:3', 'A4'] as const).map((format) => load(one, { format }).value?.layouts['points']?.regions[1]?.frame);
    expect(frames).toEqual([
      { x: 54, y: 180, width: 274.4, height: 300 },
      { x: 54, y: 180, width: 194.4, height: 300 },
      { x: 54, y: 180, width: 214.4, height: 300 },
    ]);
  });

  it('mirrors regions, decoration and keep-out areas from right to left', () => {
    const text = 'keepOut: [{ frame: [0, 0, 100, 50] }]\ndecoration: [{ line: accent1, columns: 1, rows: 5 }]\n' + one;
    const theme = load(text, { direction: 'rtl' }).value;
    expect(theme?.layouts['points']?.regions[1]?.frame.x).toBe(960 - 54 - 274.4);
    expect(theme?.decoration[0]?.frame.x).toBe(960 - 54 - 57.8);
    expect(theme?.keepOut).toEqual([{ x: 860, y: 0, width: 100, height: 50 }]);
  });

  it('takes an inset off at the end and the start that the deck’s direction has', () => {
    const text = 'layouts:\n  points: { regions: { body: { columns: 1-4, rows: 30-80, inset: [10, 20, 5, 0] } } }\n';
    const frames = (['ltr', 'rtl'] as const).map((direction) => load(text, { direction }).value?.layouts['points']?.regions[1]?.frame);
    expect(frames).toEqual([
      { x: 54, y: 190, width: 254.4, height: 285 },
      { x: 960 - 54 - 254.4, y: 190, width: 254.4, height: 285 },
    ]);
  });

  it('spaces no letters in right-to-left scripts, whose letters join', () => {
    const text = 'styles: { kicker: { letterSpacing: 2 } }\n' + one;
    expect(load(text).value?.styles['kicker']?.levels[0].letterSpacing).toBe(2);
    expect(load(text, { direction: 'rtl' }).value?.styles['kicker']?.levels.map((level) => level.letterSpacing)).toEqual([0, 0, 0, 0, 0]);
  });

  it('opens quotations with the deck’s own mark, in the bundled packs too, and leaves other bullets', () => {
    const text = `styles: { quote: { bullet: “, levels: { 2: { bullet: '•' } } } }\n${one}`;
    const bullets = (quotationMark?: string): (string | undefined)[] =>
      load(text, quotationMark === undefined ? {} : { quotationMark }).value?.styles['quote']?.levels.map(
        ({ bullet }) => bullet?.character,
      ) ?? [];
    expect([bullets(), bullets('„')].map(([first, second]) => [first, second])).toEqual([
      ['“', '•'],
      ['„', '•'],
    ]);
    for (const [pack, style] of [
      ['policy-brief', 'quote-beside'],
      ['situation-report', 'quote'],
    ] as const)
      expect(packTheme(pack, { quotationMark: '«' }).styles[style]?.levels[0].bullet?.character, pack).toBe('«');
  });

  it('writes a decoration that is a quotation mark alone as the deck’s own, and other words as they are', () => {
    const mark = (words: string): string => `{ text: ${words}, style: body, columns: 1-2, rows: 1-9 }`;
    const text = `layouts:\n  points: { regions: {}, decoration: [${mark('“')}, ${mark('“A”')}] }\n`;
    const drawn = (theme: ReturnType<typeof packTheme> | null, layout: string): string[] =>
      theme?.layouts[layout]?.decoration.flatMap((part) => (part.kind === 'text' ? part.paragraphs.map((line) => line.text) : [])) ?? [];
    expect(drawn(load(text).value, 'points')).toEqual(['“', '“A”']);
    expect(drawn(load(text, { quotationMark: '「' }).value, 'points')).toEqual(['「', '“A”']);
    for (const pack of ['policy-brief', 'talking-points'])
      expect(drawn(packTheme(pack, { quotationMark: '«' }), 'quotation'), pack).toEqual(['«']);
  });

  it('takes a page of its own and absolute frames, as a corporate template has them', () => {
    const theme = load('page: [720, 405]\nlayouts:\n  a: { regions: { title: { frame: [10, 20, 300, 40] } } }\n').value;
    expect(theme?.page).toEqual({ width: 720, height: 405 });
    expect(theme?.layouts['a']?.regions[0]?.frame).toEqual({ x: 10, y: 20, width: 300, height: 40 });
  });

  it('lets a layout move one edge of a common region, or drop the region', () => {
    const theme = load('layouts:\n  a: { regions: { title: { rows: 10-40 } } }\n  b: { regions: { title: { columns: 1-2 } } }\n').value;
    expect(theme?.layouts['a']?.regions[0]?.frame).toMatchObject({ width: 852, height: 180 });
    expect(theme?.layouts['b']?.regions[0]?.frame).toMatchObject({ width: 130, height: 60 });
  });

  it('gives a region name the same index on every layout, the title 0', () => {
    const theme = load(
      `layouts:\n  a: { regions: { lead: { columns: 1, rows: 30-40 }, body: { columns: 2, rows: 30-40 } } }\n  b: { regions: { side: { columns: 1, rows: 30-40 }, lead: { columns: 2, rows: 30-40 } } }\n`,
    ).value;
    const index = (layout: string, name: string) => theme?.layouts[layout]?.regions.find((region) => region.name === name)?.index;
    expect(index('a', 'lead')).toBe(index('b', 'lead'));
    expect(index('a', 'title')).toBe(0);
    expect(index('a', 'body')).toBe(1);
    expect(index('b', 'side')).not.toBe(index('b', 'lead'));
  });

  it('puts the title first and footer, number and mark last in reading order', () => {
    const names = packTheme('plain').layouts['points']?.regions.map((region) => region.name);
    expect(names).toEqual(['title', 'kicker', 'lead', 'body', 'footer', 'number', 'mark']);
  });

  it('lets styles inherit: fields for all levels, a level’s own for it and those below', () => {
    const theme = load('styles:\n  big: { extends: body, size: 30, levels: { 2: { italic: true } } }\n' + one).value;
    const levels = theme?.styles['big']?.levels;
    expect(levels?.map((level) => level.size)).toEqual([30, 30, 30, 30, 30]);
    expect(levels?.map((level) => level.italic)).toEqual([false, true, true, true, true]);
    expect(levels?.[0]?.bullet).toEqual(theme?.styles['body']?.levels[0].bullet);
  });

  it('takes a ladder for size and minimum, until a size is said without one', () => {
    const theme = load('styles:\n  x: { steps: [26, 22, 18], levels: { 2: { bold: true }, 3: { size: 16 } } }\n' + one).value;
    expect(theme?.styles['x']?.levels.map(({ size, minimum, steps }) => [size, minimum, steps?.length ?? 0])).toEqual([
      [26, 18, 3],
      [26, 18, 3],
      [16, 16, 0],
      [16, 16, 0],
      [16, 16, 0],
    ]);
    expect(load('styles:\n  x: { steps: [18, 22] }\n' + one).problems[0]?.code).toBe('theme/field');
  });

  it('has every style that blocks use, also when the pack names none', () => {
    const theme = load(one).value;
    expect(STYLE_NAMES.filter((name) => theme?.styles[name] === undefined)).toEqual([]);
    for (const style of Object.values(theme?.styles ?? {})) {
      for (const level of style.levels) expect(level.minimum).toBeLessThanOrEqual(level.size);
    }
  });
});

describe('loadTheme, faults', () => {
  const faults = (text: string) =>
    load(text).problems.map((p) => `${p.place?.line}:${p.place?.column} ${p.code} ${p.message} ← ${p.received} → ${p.hint}`);

  it('names line and column of broken YAML', () => {
    expect(load('layouts: { a: [ }\n').problems[0]).toMatchObject({ code: 'pack/yaml', place: { file: 'p/theme.yaml', line: 10 } });
  });

  it('names an unknown key, and the one that was meant', () => {
    expect(faults('layouts:\n  a: { regoins: {} }\n')).toEqual([
      '11:8 theme/field this key is not known here ← regoins → Did you mean “regions”?',
    ]);
  });

  it('reports all faults at once', () => {
    const text =
      'background: pink\nstyles:\n  x: { extends: nothing }\nlayouts:\n  a: { default: gone, regions: { body: { columns: 1-13, rows: 30-40 } } }\n';
    expect(faults(text.replace('background: pink\n', ''))).toHaveLength(3);
    expect(load(text).problems[0]).toMatchObject({
      code: 'theme/field',
      received: 'pink',
      allowed: expect.stringContaining('background1') as string,
    });
  });

  it.each([
    ['a column the grid has not', 'layouts:\n  a: { regions: { body: { columns: 5-14, rows: 30-40 } } }\n', 'columns 1 to 12'],
    ['rows upside down', 'layouts:\n  a: { regions: { body: { columns: 1, rows: 40-30 } } }\n', 'last row comes before'],
    ['a region without a place', 'layouts:\n  a: { regions: { body: {} } }\n', 'needs columns and rows'],
    ['a region that leaves the page', 'layouts:\n  a: { regions: { body: { columns: 1, rows: 30-99 } } }\n', 'out of the page'],
    ['a region without height', 'layouts:\n  a: { regions: { body: { columns: 1, rows: 30 } } }\n', 'no room'],
    ['a layout without a title', 'layouts:\n  a: { regions: { title: null } }\n', 'exactly one region of type title'],
    ['an unknown style', 'layouts:\n  a: { regions: { title: { style: huge } } }\n', 'no style of this name'],
    ['an unknown default region', 'layouts:\n  a: { default: main }\n', 'no region of this name'],
    ['a decoration of two kinds', 'decoration: [{ line: accent1, rectangle: accent1, columns: 1, rows: 1 }]\n' + one, 'one thing'],
    ['styles in a circle', 'styles: { a: { extends: b }, b: { extends: a } }\n' + one, 'circle'],
    ['two regions of one index', 'layouts:\n  a: { regions: { body: { index: 0, columns: 1, rows: 30-40 } } }\n', 'same index'],
  ])('refuses %s', (_, text, message) => {
    expect(
      load(text)
        .problems.map((p) => p.message)
        .join('\n'),
    ).toContain(message);
    expect(load(text).value).toBeNull();
  });

  it('says of a fault in a common region once where it is, however many layouts have it', () => {
    const text = HEAD.replace('rows: 10-20', 'rows: 10-999') + 'layouts: { a: {}, b: {}, c: {} }\n';
    const { problems } = loadTheme({ theme: text, folder: '' }, { format: '16:9', variant: 'light', direction: 'ltr' });
    expect(problems.filter((p) => p.message.includes('out of the page')).map((p) => [p.place?.file, p.place?.line])).toEqual([
      ['theme.yaml', 9],
    ]);
  });

  it('asks for colours as #RRGGBB', () => {
    const theme = (HEAD + one).replace("dark1: '#000000'", 'dark1: black');
    expect(loadTheme({ theme, folder: '' }, { format: '16:9', variant: 'light', direction: 'ltr' }).problems[0]).toMatchObject({
      place: { line: 3, field: 'colors.light.dark1' },
      received: 'black',
      message: 'a colour is written as #RRGGBB',
    });
  });
});

describe('what a layout is for', () => {
  const when = (text: string) => load(`layouts:\n  points:\n    regions: { body: { columns: 1-4, rows: 30-80 } }\n${text}`);

  it('is read as bounds, yes and no, and shapes', () => {
    const { value } = when(
      '    when: { points: 2-4, words: ..90, figures: 1, events: 3.., picture: landscape, summary: yes }\n    family: panel\n    field: yes\n',
    );
    expect(value?.layouts['points']).toMatchObject({
      when: {
        counts: {
          points: { least: 2, most: 4 },
          words: { least: 0, most: 90 },
          figures: { least: 1, most: 1 },
          events: { least: 3, most: null },
        },
        picture: 'landscape',
        summary: true,
      },
      family: 'panel',
      field: true,
    });
  });

  it('is nothing where it is not said', () => {
    const layout = load(one).value?.layouts['points'];
    expect(['when', 'family', 'field'].filter((key) => layout && key in layout)).toEqual([]);
    expect(when('    field: no\n').value?.layouts['points']?.field).toBeUndefined();
  });

  it.each(['{ points: few }', '{ point: 2 }', '{ words: -3 }', '{ picture: round }', '{ summary: perhaps }'])(
    'is refused as %s',
    (text) => {
      expect(when(`    when: ${text}\n`).problems.map(({ code }) => code)).toContain('theme/field');
    },
  );
});
