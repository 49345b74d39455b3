import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../../../../src/core/intake/index.ts';
import { openCMaps } from '../../../../../src/workspace/cmaps.ts';
import { drawnPdf, lines, type Drawn, type DrawnPage } from '../../../../support/intake/drawn-pdf.ts';
import { makePdf } from '../../../../support/intake/pdf.ts';
import { GERMAN, PROSE } from '../../../../support/intake/pdf-texts.ts';

/** As the package has them; the build copies them for the app. */
const pdf = openCMaps(join(process.cwd(), 'node_modules', 'pdfjs-dist'));
const [first, second, third] = PROSE;

async function taken(pages: readonly DrawnPage[], lent = true) {
  const { value, problems } = await ingest(drawnPdf(pages), { name: 'a.pdf', ...(lent ? { pdf } : {}) });
  const blocks = value?.blocks ?? [];
  return {
    body: blocks.filter(({ role }) => role === 'body').map(({ text }) => text),
    said: problems.map(({ code, received }) => (received === undefined ? code : `${code} ${received}`)),
  };
}

const text = (words: string, y: number, font?: Drawn['font']): Drawn[] =>
  lines(words, { x: 70, y, ...(font ? { font } : {}) }, { wide: 84 });
/** Lines of so many characters, without spaces. */
const dense = (words: string, y: number, font: Drawn['font'], wide = 30): Drawn[] =>
  Array.from({ length: Math.ceil(words.length / wide) }, (_, at) => ({
    text: words.slice(at * wide, at * wide + wide),
    x: 70,
    y: y + at * 16,
    ...(font ? { font } : {}),
  }));

describe('character maps', () => {
  it.each([
    [
      'Chinese',
      'gb',
      '港口管理局昨天宣布，新码头将在明年春天向所有船只开放，第一批渡轮将从北岸出发前往各个岛屿，沿途停靠三个小镇。渔民担心渡轮会赶走浅水区的鱼群，因此要求法院在秋天之前停止第二座码头的建设工程。',
    ],
    [
      'Japanese',
      'japanese',
      '港湾局は昨日、新しい埠頭を来年の春にすべての船に開放すると発表した。最初の渡船は北岸から島々へ向かい、途中で三つの町に寄る予定である。漁師たちは浅い海から魚が逃げることを心配している。',
    ],
    [
      'Korean',
      'korean',
      '항만청은 어제 새 부두를 내년 봄에 모든 배에 개방한다고 밝혔다 첫 여객선은 북쪽 해안에서 섬으로 떠날 예정이며 어민들은 얕은 바다에서 물고기가 사라질 것을 걱정하고 있다',
    ],
  ] as const)('%s that names one is read with it, and not without', async (_, font, words) => {
    const pages = [{ words: dense(words, 100, font) }];
    expect((await taken(pages)).body.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
    expect((await taken(pages, false)).body.join('')).not.toContain(words.slice(0, 10));
  });

  it('lines without spaces are joined without any', async () => {
    const words = '港口管理局昨天宣布，新码头将在明年春天向所有船只开放，第一批渡轮将从北岸出发前往各个岛屿，沿途停靠三个小镇。';
    expect((await taken([{ words: dense(words, 100, 'gb') }])).body[0]).toBe(words);
  });

  it('lead to no other file', async () => {
    expect(await pdf.cMap('../package.json')).toBeNull();
    expect(await pdf.cMap('None.bcmap')).toBeNull();
  });
});

describe('directions', () => {
  it('Arabic is read from the right, its letters as they are typed, the full stop behind its year', async () => {
    // As a page shows it, from the left.
    const visual = Array.from('.2024 ﻲﻓ ءﺎﻨﻴﻣ رﺰﺠﻟا ﺔﻨﻴﻣ');
    const line = (y: number): Drawn[] =>
      visual.flatMap((sign, at) =>
        sign === ' ' || /[.\d]/.test(sign) ? [] : [{ text: sign, x: 200 + at * 6, y, font: 'arabic' as const }],
      );
    const words = [100, 112, 124].flatMap((y) => [...line(y), { text: '.2024', x: 200, y, font: 'arabic' as const }]);
    const { body } = await taken([{ words }]);
    expect(body[0]?.startsWith('مينة الجزر ميناء في 2024.')).toBe(true);
  });

  it('Japanese that is written downwards, sign by sign', async () => {
    const columns = [
      '港湾局は昨日新しい埠頭を来年の春に',
      'すべての船に開放すると発表した最初',
      'の渡船は北岸から島々へ向かい途中で',
      '三つの町に寄る予定である。',
    ];
    const words = columns.flatMap((column, at) =>
      Array.from(column, (text, row): Drawn => ({ text, x: 400 - at * 20, y: 100 + row * 12, font: 'japanese' })),
    );
    expect((await taken([{ words }])).body).toEqual([columns.join('')]);
  });
});

describe('letters that cannot be told', () => {
  it.each(['shifted', 'private'] as const)('in all of a file are refused (%s)', async (font) => {
    const page = { words: [...text(first, 100, font), ...text(second, 180, font)] };
    expect((await taken([page])).said).toEqual(['intake/unreadable-letters']);
  });

  it('in a part of it are left out, and it is said where', async () => {
    const pages = [
      { words: [...text(first, 100), ...text(third, 160), ...text(second, 220)] },
      { words: [...text(first, 100, 'private'), ...text(second, 180)] },
    ];
    const { said, body } = await taken(pages);
    expect(said).toContain('intake/letters-left-out page 2');
    expect(body.some((own) => /\p{Co}/u.test(own))).toBe(false);
  });

  it('a font that draws its letters is read by their names', async () => {
    const small = 'the council of aren opened the new quay before a crowd and the first ferry left an hour later than planned';
    expect((await taken([{ words: text(small, 100, 'shapes') }])).body).toEqual([small]);
  });

  it('code and German capitals are not taken for such', async () => {
    const code = 'const fnArray = argsArray.map((x) => x.getPdf()); if (isRtl && !hasLtr) return setXml(null, rgbSplt);';
    expect(
      (await taken([{ words: [...text(code, 100, 'mono'), ...text(code, 160, 'mono'), ...text(GERMAN[0], 220)] }])).said.join(' '),
    ).not.toContain('letters');
  });
});

describe('pages', () => {
  it.each([90, 180, 270] as const)('turned by %d degrees are read as they are shown', async (rotate) => {
    const flat = rotate !== 180;
    const [width, height] = flat ? [842, 595] : [595, 842];
    const turn = (word: Drawn): Drawn => ({ ...word, turned: rotate, ...placed(word, rotate, width, height) });
    const words = [...text(first, 100), ...text(second, 180)].map(turn);
    expect((await taken([{ words, rotate, width, height }])).body).toEqual([first, second]);
  });

  it('whose text is turned by a quarter, without saying so', async () => {
    const words = [...text(first, 100), ...text(second, 180)].map((word) => ({ ...word, x: word.y, y: 800 - word.x, turned: 90 }));
    expect((await taken([{ words }])).body).toEqual([first, second]);
  });

  it('without text in a file with pictures are named, and a file of them alone is refused', async () => {
    const picture = '<< /Subtype /Image >>';
    const scan = drawnPdf([{ words: [] }, { words: [] }], { Picture: picture });
    expect((await ingest(scan, { name: 'a.pdf' })).problems.map(({ message }) => message)).toEqual([
      'The pages are pictures: there is no text in the file.',
    ]);
    const part = drawnPdf([{ words: [...text(first, 100), ...text(second, 180)] }, { words: [] }], { Picture: picture });
    const { problems } = await ingest(part, { name: 'a.pdf' });
    expect(problems.filter(({ code }) => code === 'intake/pages-without-text').map(({ received }) => received)).toEqual(['page 2']);
    expect((await ingest(makePdf({ width: 70, blocks: [] }), { name: 'a.pdf' })).problems[0]?.message).toBe(
      'There is no text in the file.',
    );
  });
});

/** Where a word stands on the sheet that a viewer turns clockwise by so much. */
function placed({ x, y }: Drawn, rotate: 90 | 180 | 270, width: number, height: number): { x: number; y: number } {
  if (rotate === 90) return { x: y, y: height - x };
  return rotate === 180 ? { x: width - x, y: height - y } : { x: width - y, y: x };
}
