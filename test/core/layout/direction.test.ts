import { describe, expect, it } from 'vitest';
import { articleScene } from '../../support/article-scene.ts';
import { runsText } from '../../../src/core/layout/index.ts';
import { directionOf } from '../../../src/core/layout/text/direction.ts';
import { withDirectionMarks } from '../../../src/core/layout/text/marks.ts';
import type { Run } from '../../../src/core/base/text.ts';

const shown = (runs: readonly Run[]): string =>
  runsText(runs).replaceAll('\u200E', '<L>').replaceAll('\u200F', '<R>').replaceAll('\u00A0', ' ');
const marked = (text: string, base: 'ltr' | 'rtl'): string => shown(withDirectionMarks([{ text }], base));

describe('numbers behind letters that run leftwards', () => {
  it.each([
    ['הגירעון ירד ל־−3.1% השנה', 'הגירעון ירד ל־<L>−3.1%<R> השנה'],
    ['בין −5°C ל־+12°C.', 'בין <L>−5°C<R> ל־<L>+12°C.'],
    ['טלפון: +972-3-555-0134, שלוחה 7', 'טלפון: <L>+972-3-555-0134<R>, שלוחה 7'],
    ['עלות −$40 בלבד', 'עלות <L>−$40<R> בלבד'],
    ['−9', '<L>−9'],
    ['פחות מ־<5 ימים', 'פחות מ־<L><5<R> ימים'],
    // a prefix of one letter is joined by a hyphen, which is no minus
    ['ב-12% וב-2024', 'ב-12% וב-2024'],
    ['בין 12–15 במאי, 18:30', 'בין 12–15 במאי, 18:30'],
    ['המחיר $1,200 או €900', 'המחיר $1,200 או €900'],
    // behind Latin letters the algorithm has it right by itself
    ['לפי GDP −3.1% וזהו', 'לפי GDP −3.1% וזהו'],
    ['في 2025-06-30 ينتهي العقد', 'في <L>2025-06-30<R> ينتهي العقد'],
    ['هاتف 02-555-0134', 'هاتف <L>02-555-0134'],
    ['טלפון 03 555 0134 או +972 3 555 0135, שלוחה 7', 'טלפון <L>03 555 0134<R> או <L>+972 3 555 0135<R>, שלוחה 7'],
    ['(02) 555 0134', '<L>(02) 555 0134'],
    ['هاتف 020 7946 0958', 'هاتف <L>020 7946 0958'],
    ['هاتف ٠٢ ٥٥٥ ٠١٣٤', 'هاتف <L>٠٢<L> <L>٥٥٥<L> <L>٠١٣٤'],
    // a group that begins with 0 may be a part of an amount, a date or a time
    ['1 000 000 000 دينار', '1 000 000 000 دينار'],
    ['بلغ 1\u00A0000\u00A0000 دينار', 'بلغ 1 000 000 دينار'],
    ['12 050 000 000 שקל', '12 050 000 000 שקל'],
    ['ב-09.10.2025 14:30', 'ב-09.10.2025 14:30'],
    ['في 2025-06-30 1 250 000', 'في <L>2025-06-30<R> 1 250 000'],
    ['ב-01.07.2025 12.5% מהם', 'ב-01.07.2025 12.5% מהם'],
    ['ב-01.01.2024 500 איש', 'ב-01.01.2024 500 איש'],
    ['ב 01-07-2025 14 איש', 'ב 01-07-2025 14 איש'],
    ['טלפון 03 555 0134:30', 'טלפון 03 555 0134:30'],
    // years, amounts and times in a row are no telephone number
    ['בשנים 2022 2023 2024', 'בשנים 2022 2023 2024'],
    ['שינוי +5 10 15', 'שינוי <L>+5<R> 10 15'],
    ['ערכים 0.5 10.2 07:30 08:45', 'ערכים 0.5 10.2 07:30 08:45'],
    ['بين 10-12 يوماً', 'بين 10-12 يوماً'],
    ['انخفض بنسبة −٣٪ هذا العام', 'انخفض بنسبة −٣٪ هذا العام'],
    ['انخفض بنسبة −3٪ هذا العام', 'انخفض بنسبة <L>−3٪<R> هذا العام'],
  ])('%s', (text, expected) => {
    expect(marked(text, 'rtl')).toBe(expected);
  });

  it('are whole inside words of the other direction too, and untouched elsewhere', () => {
    expect(marked('The paper says: ירד ל־−3% השנה, in May', 'ltr')).toBe('The paper says: ירד ל־<L>−3%<R> השנה, in May');
    const runs = [{ text: 'It fell by −3.1% in May.' }];
    expect(withDirectionMarks(runs, 'ltr')).toBe(runs);
    const hebrew = [{ text: 'התעריף עלה ב־12% מאז 2019.' }];
    expect(withDirectionMarks(hebrew, 'rtl')).toBe(hebrew);
  });
});

describe('white space around words', () => {
  it('stays outside of the marks, which would be words of their own behind it', () => {
    expect(shown(withDirectionMarks([{ text: ' (UK) Ltd. ' }, { text: 'no. ', bold: true }], 'rtl'))).toBe(' <L>(UK) Ltd. no.<L> ');
  });
});

describe('labels of sources', () => {
  it('are not drawn into words of the other direction', () => {
    expect(shown(withDirectionMarks([{ text: 'כך לפי ABC News. ' }, { refs: [3] }], 'rtl'))).toBe('כך לפי ABC News.<R> [3]');
    expect(shown(withDirectionMarks([{ text: 'כך לפי ABC ' }, { refs: [3] }, { text: ' ועוד' }], 'rtl'))).toBe('כך לפי ABC<R>[3] ועוד');
    expect(shown(withDirectionMarks([{ text: 'The board says שלום. ' }, { refs: [1, 2] }], 'ltr'))).toBe('The board says שלום.<L> [1, 2]');
  });

  it('stay at the end of words that all run the other way', () => {
    expect(shown(withDirectionMarks([{ text: 'Index 2019 = 100. ' }, { refs: [1] }], 'rtl'))).toBe('Index 2019 = 100. [1]');
  });
});

describe('the direction of a paragraph', () => {
  const english = 'We can move the crates, but we cannot move the calendar, and nobody on this river has ever been able to. '.repeat(3);

  it('is the deck’s, so that a column begins at one side', () => {
    expect(directionOf('Acme Ltd. (UK)', 'rtl', false)).toBe('rtl');
    expect(directionOf('שלום', 'ltr', false)).toBe('ltr');
    expect(directionOf(english, 'rtl', false)).toBe('rtl');
    expect(directionOf('Short.', 'rtl', true)).toBe('rtl');
  });

  it('is its own where it is long running text of the other direction', () => {
    expect(directionOf(english, 'rtl', true)).toBe('ltr');
    expect(directionOf(`${english} שלום`, 'rtl', true)).toBe('rtl');
    expect(directionOf('נמל הנהר ספר השנה שמונים אלף מכולות. '.repeat(8), 'ltr', true)).toBe('rtl');
  });
});

describe('a deck of both directions', () => {
  const article = `---\ntitle: דיון עם NATO\nlanguage: he\n---\n\n## דיון ראשון עם OECD {#one}\n\nפתיחה.\n\n${Array.from({ length: 24 }, (_, i) => `- סעיף ${i}: ${'בדיקה ארוכה של מה שהוסכם '.repeat(4)}`).join('\n')}\n\n> We have no plan B.\n> — Ines Aldworth, CEO, 2025-08-12\n`;

  it('keeps what layout and templates add beside names in the other letters', async () => {
    const { slides } = await articleScene({ articles: [article], pack: 'policy-brief' });
    const texts = slides
      .flatMap(({ boxes }) => boxes)
      .flatMap((box) => (box.kind === 'text' ? box.paragraphs.map(({ runs }) => shown(runs)) : []));
    expect(texts.flatMap((text) => /^דיון ראשון עם OECD<R>\s+(\d) מתוך 4$/.exec(text)?.[1] ?? [])).toEqual(['1', '2', '3', '4']);
    expect(texts.find((text) => text.startsWith('Ines'))).toBe('Ines Aldworth<R>\nCEO<R>, 12 באוגוסט 2025');
    expect(
      slides
        .flatMap(({ boxes }) => boxes)
        .flatMap((box) => (box.kind === 'text' ? box.paragraphs : []))
        .every(({ direction }) => direction === 'rtl'),
    ).toBe(true);
  });
});
