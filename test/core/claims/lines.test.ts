import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap, type Problem } from '../../../src/core/base/errors.ts';
import { checkClaims } from '../../../src/core/claims/index.ts';

interface Given {
  readonly language?: string;
  readonly published?: string;
  readonly front?: string;
}

/** What is said of one point that names ¶2, with a paragraph before it. */
function found(line: string, paragraph: string, { language = 'en', published = '2024-06-15', front = '' }: Given = {}): Problem[] {
  const source = { paragraphs: ['A paragraph before, of nothing.', paragraph] };
  const text = `---\ntitle: T\nlanguage: ${language}\npublished: ${published}\n${front}---\n\n## Topic {#t}\n\n- ${line} [¶2]\n`;
  const article = unwrap(parseArticle(text, { file: 'a.md', source }));
  return checkClaims({ article, source, file: 'a.md', text });
}
const pieces = (...args: Parameters<typeof found>): string[] =>
  found(...args).map(({ received = '' }) => /^“(.*?)”/.exec(received)?.[1] ?? '');

describe('a number that the paragraph says', () => {
  it.each([
    ['It lost 7% of them.', 'It lost seven per cent of them.'],
    ['It lost seven percent of them.', 'It lost 7 per cent.'],
    ['It has 1.2 million users.', 'It has 1,200,000 users.'],
    ['It costs $5m.', 'It costs five million dollars.'],
    ['It costs €1.9bn.', 'The cost is 1.9 billion euros.'],
    ['It sold about 80,000.', 'It sold 80,300.'],
    ['It sold more than 80,000.', 'It sold 80,300.'],
    ['It sold nearly 81,000.', 'It sold 80,700.'],
    ['A third of the traffic stopped.', 'Of the traffic 33 per cent stopped.'],
    ['Two in three agreed.', 'Two thirds agreed.'],
    ['Half of them left.', 'Of them 50% left.'],
    ['It took two decades.', 'It took twenty years.'],
    ['Between 5 and 7 per cent left.', 'From five to seven per cent left.'],
    ['A quarter of a million doses came.', 'They sent 250,000 doses.'],
    ['The sixth proposal came.', 'Its 6th proposal came.'],
    ['Three things are agreed.', 'Agreed are borders, channels and recognition.'],
    ['It sends SS-21 missiles.', 'It sends ballistic SS-21 missiles.'],
    ['It is three metres lower.', 'It is 21 metres deep, down from 24 metres.'],
    ['Four years ago it had none.', 'In 2020 it had none.'],
  ])('%s ← %s', (line, paragraph) => expect(pieces(line, paragraph)).toEqual([]));

  it.each([
    ['de', 'Es kostet rund 413 Mio. Euro.', 'Es kostet 412,8 Millionen Euro.'],
    ['de', 'Achtundsechzig Orte sind dabei.', 'Es sind 68 Orte.'],
    ['de', 'Ein Fünftel fehlt.', 'Es fehlen 20 Prozent.'],
    ['fr', 'Le coût est de 12,4 millions d’euros.', 'Il en coûtera 12 400 000 euros.'],
    ['fr', '19 élus ont voté.', 'Dix-neuf élus ont voté.'],
    ['es', 'Son más de mil millones de dólares.', 'Son 1.023 millones de dólares.'],
    ['it', 'Sono ventuno comuni.', 'I comuni sono 21.'],
    ['ru', 'Это стоило 7,8 миллиарда рублей.', 'Это стоило 7,8 млрд рублей.'],
    ['ar', 'تنتج المحطة ١٥٠ ألف متر.', 'تنتج المحطة 150 ألف متر.'],
    ['zh', '投资186亿元，占18%。', '总投资一百八十六亿元，占百分之十八。'],
    ['zh', '岗位超过110万个。', '创造110多万个岗位。'],
  ])('in %s: %s ← %s', (language, line, paragraph) => expect(pieces(line, paragraph, { language })).toEqual([]));
});

describe('a number that the paragraph does not say', () => {
  it.each([
    ['It lost 9% of them.', 'It lost seven per cent of them.', '9%'],
    ['It lost 7 of them.', 'It lost 7 per cent of them.', '7'],
    ['It has 12 million users.', 'It has 1.2 million users.', '12 million'],
    ['It sold 80,000.', 'It sold 80,300.', '80,000'],
    ['It sold about 90,000.', 'It sold 80,300.', '90,000'],
    ['It costs $5m.', 'It costs 5 million euros.', '$5m'],
    ['Twelve villages are claimed.', 'It claims eight villages.', 'Twelve'],
    ['It sends SS-26 missiles.', 'It sends SS-21 missiles.', '26'],
    ['Hundreds of people came.', 'Some forty people came.', 'Hundreds'],
  ])('%s ← %s', (line, paragraph, piece) => {
    expect(pieces(line, paragraph)).toEqual([piece]);
    expect(found(line, paragraph).map(({ code }) => code)).toEqual(['claims/number-unsupported']);
  });
});

describe('a date', () => {
  it.each([
    ['It began on 12 October 2023.', 'It began on October 12, 2023.'],
    ['It began in March 2024.', 'It began in March.'],
    ['It began in May 2024.', 'It began last month.'],
    ['It began in 2023.', 'It began last year.'],
    ['It was so in 2020.', 'In 2018 it was 21, in the years after it was more, and in 2022 most.'],
    ['It began on 11 June.', 'It began on Tuesday.'],
  ])('holds: %s ← %s', (line, paragraph) => expect(pieces(line, paragraph)).toEqual([]));

  it.each([
    ['It began on 13 October 2023.', 'It began on October 12, 2023.', '13 October 2023'],
    ['It began in April 2024.', 'It began in March.', 'April 2024'],
    ['It began in March 2022.', 'It began in March.', 'March 2022'],
    ['It began in 2021.', 'It began in 2020.', '2021'],
    ['It began on 12 June.', 'It began on Tuesday.', '12 June'],
  ])('does not hold: %s ← %s', (line, paragraph, piece) => {
    expect(pieces(line, paragraph)).toEqual([piece]);
    expect(found(line, paragraph)[0]?.code).toBe('claims/date-unsupported');
  });

  it.each([
    ['de', 'Am 14. Juni 2024 wird entschieden.', 'Am 14.06.2024 fällt die Entscheidung.'],
    ['fr', 'Le 1er septembre 2024 tout change.', 'Tout change le 1er septembre.'],
    ['ru', 'В апреле 2023 года был суд.', 'В апреле прошлого года был суд.'],
    ['ar', 'بدأ العمل في مارس 2021.', 'بدأ العمل في آذار 2021.'],
    ['zh', '2023年降到一半。', '去年降到一半。'],
  ])('in %s: %s ← %s', (language, line, paragraph) => expect(pieces(line, paragraph, { language })).toEqual([]));
});

describe('a name', () => {
  const front = 'actors: [Nikol Pashinyan, Ilham Aliyev]\n';

  it.each([
    ['Armenia has agreed.', 'The Armenian leadership has agreed.'],
    ['Yerevan has agreed.', 'The Armenian leadership has agreed.'],
    ['Washington has agreed.', 'Officials of the U.S. have agreed.'],
    ['The European Union agreed.', 'Brussels agreed.'],
    ['The CSTO met.', 'The Collective Security Treaty Organization met.'],
    ['Nikol Pashinyan spoke.', 'Mr Pashinyan spoke.'],
    ['Seats in New South Wales are gone.', 'The NSW seats are gone.'],
    ['Unconfirmed reports say so.', 'So it is said.'],
  ])('holds: %s ← %s', (line, paragraph) => expect(pieces(line, paragraph, { front })).toEqual([]));

  it.each([
    ['Armenia has agreed.', 'The Georgian leadership has agreed.', 'Armenia'],
    ['The offer of Ilham Aliyev stands.', 'The offer of Nikol Pashinyan stands.', 'Ilham Aliyev'],
    ['They met Marek Tolvane.', 'They met the ambassador.', 'Marek Tolvane'],
    ['Tolvane has agreed.', 'The ambassador has agreed.', 'Tolvane'],
  ])('does not hold: %s ← %s', (line, paragraph, piece) => {
    expect(pieces(line, paragraph, { front })).toEqual([piece]);
    expect(found(line, paragraph, { front })[0]?.code).toBe('claims/name-unsupported');
  });

  it('is looked for in German though all nouns have capitals', () => {
    const given = { language: 'de', front: 'actors: [Sabine Wertheim, Jörg Petzold]\n' };
    expect(pieces('Neue Schulden und Ärger fordert Petzold.', 'Das sagte Jörg Petzold.', given)).toEqual([]);
    expect(pieces('Die Ministerin Wertheim war da.', 'Das sagte Jörg Petzold.', given)).toEqual(['Wertheim']);
  });

  it('is left alone where the script has no capitals, or the source is in another language', () => {
    expect(pieces('马科斯访华。', '总统访华。', { language: 'zh' })).toEqual([]);
    const paragraph =
      'Der Minister hat am Montag in der Stadt mit den Leuten über die Lage gesprochen, und es war nicht das erste Mal. Er sagte, dass er sich um die Sache kümmern werde, und dass sie auch von ihm gehört haben.';
    expect(pieces('Dorval said “we will see” to the people.', paragraph)).toEqual([]);
  });
});

describe('a quotation', () => {
  const paragraph = '“We can move the crates, but we cannot move the calendar,” said she. “It’s a decision for 2032.”';

  it.each([
    'She said “we can move the crates”.',
    'She said “We can move … but we cannot move the calendar”.',
    'She said "[they] can move the crates".',
    'She said “we cannot move the calendar. It’s a decision for 2032”.',
  ])('holds: %s', (line) => expect(pieces(line, paragraph)).toEqual([]));

  it.each(['She said “we can lift the crates”.', 'She said “we cannot move the crates”.', 'She said “nobody can move anything”.'])(
    'does not hold: %s',
    (line) => expect(found(line, paragraph).map(({ code }) => code)).toEqual(['claims/quotation-altered']),
  );

  it('in French, with spaces inside its marks', () => {
    const own = 'Il a promis des « prix stables » à tous.';
    expect(pieces('Il parle de « prix stables ».', own, { language: 'fr' })).toEqual([]);
    expect(pieces('Il parle de « prix fixes ».', own, { language: 'fr' })).toEqual(['prix fixes']);
    expect(pieces('Il parle d’« un prix fixe » à tous.', own, { language: 'fr' })).toEqual(['un prix fixe']);
  });
});

describe('a grave event', () => {
  it.each([
    ['The minister resigned.', 'The minister stepped down.', []],
    ['The minister resigned.', 'The minister spoke.', ['claims/event-unsupported']],
    ['Two people were arrested.', 'Two people are in custody.', []],
    ['Two people were arrested.', 'Two people were there.', ['claims/event-unsupported']],
  ])('%s ← %s', (line, paragraph, codes) => expect(found(line, paragraph).map(({ code }) => code)).toEqual(codes));
});

describe('a warning', () => {
  it('shows both texts, the place, and where else it stands', () => {
    const source = { paragraphs: ['It sold 90,000.', 'In all it sold 80,300 of them. The rest is unsold.'] };
    const text = '---\ntitle: T\n---\n\n## Topic\n\nFirst. [¶1]\n\n- In **all** it sold 90,000 of them. [¶2]\n';
    const article = unwrap(parseArticle(text, { file: 'a.md', source }));
    const [problem, ...more] = checkClaims({ article, source, file: 'a.md', text });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'claims/number-unsupported',
      severity: 'warning',
      place: { file: 'a.md', line: 9, column: 22 },
      received: '“90,000” in “In all it sold 90,000 of them.”',
      allowed: '¶2: “In all it sold 80,300 of them.”',
    });
    expect(problem?.hint).toContain('It stands in ¶1');
  });

  it('stands at the row of a table, figure, chart and timeline', () => {
    const source = { paragraphs: ['In 2020 it had 5 ships, in 2021 it had 6.', '“So it is,” said Ana Ruiz.'] };
    const text = [
      '---\ntitle: T\n---\n\n## Topic\n',
      ':::figures\n| Value | Unit | Label |\n|---|---|---|\n| 7 | ships | in 2020 [¶1] |\n:::\n',
      ':::timeline\n| Date | Event |\n|---|---|\n| 2020 | a [¶1] |\n| 2019 | b [¶1] |\n:::\n',
      ':::chart{type=bar}\n| Year | Ships |\n|---|---|\n| 2020 | 5 |\n| 2021 | 8 |\n\n[¶1]\n:::\n',
      '| Year | Ships |\n|---|---|\n| 2021 | 9 [¶1] |\n',
      '> So it was.\n> — Omar Haddad, minister [¶2]\n',
    ].join('\n');
    const article = unwrap(parseArticle(text, { file: 'a.md', source }));
    const lines = text.split('\n');
    const at = checkClaims({ article, source, file: 'a.md', text }).map(
      ({ place, code }) => `${code} ${lines[(place?.line ?? 0) - 1] ?? ''}`,
    );
    expect(at).toEqual([
      'claims/number-unsupported | 7 | ships | in 2020 [¶1] |',
      'claims/date-unsupported | 2019 | b [¶1] |',
      'claims/number-unsupported | 2021 | 8 |',
      'claims/number-unsupported | 2021 | 9 [¶1] |',
      'claims/quotation-altered > So it was.',
      'claims/name-unsupported > — Omar Haddad, minister [¶2]',
    ]);
  });

  it('is none where a line names no paragraph', () => {
    const source = { paragraphs: ['Nothing.'] };
    const text = '---\ntitle: T\n---\n\n## Topic\n\nMarek Tolvane sold 90,000 in 2020. “Well.”\n';
    expect(checkClaims({ article: unwrap(parseArticle(text, { file: 'a.md', source })), source, file: 'a.md', text })).toEqual([]);
  });
});

describe('many findings in a long source', () => {
  it('are all said, and of as many as there is time for it is looked up where they stand', () => {
    const count = 300;
    const source = { paragraphs: Array.from({ length: count }, (_, i) => `Of them came ${i === count - 1 ? 777 : 400 + i}.`) };
    const points = Array.from({ length: count - 1 }, (_, i) => `- There came 777 to place ${i}. [¶${i + 1}]`);
    const text = `---\ntitle: T\nlanguage: en\n---\n\n## Topic {#t}\n\n${points.join('\n')}\n`;
    const article = unwrap(parseArticle(text, { file: 'a.md', source }));
    const said = checkClaims({ article, source, file: 'a.md', text }).filter(({ received = '' }) => received.startsWith('“777'));
    expect(said).toHaveLength(count - 1);
    const found = said.filter(({ hint }) => hint.startsWith(`It stands in ¶${count}`)).length;
    expect(found).toBeGreaterThan(50);
    // 50,000 paragraphs looked into, some for other findings.
    expect(found).toBeLessThan(170);
  });
});
