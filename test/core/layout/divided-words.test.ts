import { describe, expect, it } from 'vitest';
import { articleMade } from '../../support/article-scene.ts';
import { shownLines } from '../../support/shown-lines.ts';

interface Made {
  readonly lines: readonly string[];
  /** Codes and what they name, but that widths of other scripts are estimated. */
  readonly said: readonly string[];
  /** Of the statement. */
  readonly size: number;
}

async function made(text: string, pack = 'plain'): Promise<Made> {
  const { scene, problems } = await articleMade({ articles: [text], pack });
  const statement = scene.slides.flatMap(({ boxes }) => boxes).find((box) => box.kind === 'text' && box.role === 'body');
  return {
    lines: shownLines(scene),
    said: problems.filter(({ code }) => code !== 'layout/estimated-width').map(({ code, received }) => `${code} ${received ?? ''}`),
    size: statement?.kind === 'text' ? (statement.levels[0]?.size ?? 0) : 0,
  };
}

const article = (language: string, body: string): string => `---\ntitle: T\nlanguage: ${language}\n---\n\n## Two\n\n${body}\n`;
/** A narrow column of large type beside a list. */
const beside = (language: string, words: string): Promise<Made> => made(article(language, `${words}\n\n- x`));

/** The lines of the statement: those between the slide's title and the list. */
const statement = ({ lines }: Made): readonly string[] =>
  lines.slice(
    lines.indexOf('Two') + 2,
    lines.findIndex((line) => /^x\b/.test(line)),
  );

describe('a word that its column does not hold is divided as its language has it', () => {
  it.each([
    ['de', 'Kabinettsbeschlussvorlagen-/verordnungsentwurfsfassung.'],
    ['de', 'Bundesausbildungsförde-/rungsgesetzänderungsentwurf.'],
    ['fi', 'epäjärjestelmällistyttämättö-/myydellänsäkäänköhän.'],
    ['hu', 'megszentségteleníthetetlensé-/geskedéseitekért.'],
    ['hu', 'elkelkáposztástalaníthatatlan-/ságoskodásaitokért.'],
    ['nl', 'arbeidsongeschiktheidsverze-/keringsmaatschappij.'],
    ['nl', 'hottentottententententoon-/stellingsterrein.'],
    ['sv', 'kungörelsebeslutsunderlags-/förvaltningsmyndighet.'],
    ['nb', 'menneskerettighetsorganisa-/sjonsrepresentanter.'],
    ['da', 'speciallægepraksisplanlæg-/ningsstabiliseringsperiode.'],
    ['ru', 'превысокомного-/рассмотритель-/ствующий.'],
    ['tr', 'muvaffakiyetsizleştiricileştiri-/veremeyebileceklerimizden.'],
    ['pl', 'dziewięćsetdziewięćdziesięcio-/dziewięcioletniemu.'],
    ['pt', 'pneumoultramicroscopicossi-/licovulcanoconiótico.'],
    ['it', 'psiconeuroendocrinoimmuno-/logicamenteparlando.'],
    ['fr', 'aminométhylpyrimidinylhy-/droxyéthylméthylthiazolium.'],
  ])('%s: %s', async (language, shown) => {
    const seen = await beside(language, shown.replaceAll('-/', ''));
    expect(statement(seen)).toEqual(shown.split('/'));
    expect(seen.said).toEqual([]);
    expect(seen.size).toBe(20);
  });

  it('fills the line that it begins on, and keeps label, look and hyphens of its author', async () => {
    const words = 'Die Grundstücks**verkehrsgenehmigungszuständigkeit**. Die Kabinettsbeschluss-Verordnungsentwurfsfassung. [¶3]';
    expect(statement(await beside('de', words))).toEqual([
      'Die Grundstücksverkehrsge-',
      'nehmigungszuständigkeit.',
      'Die Kabinettsbeschluss-Ver-',
      'ordnungsentwurfsfassung.\u00A0[1]',
    ]);
  });

  it('is set a little smaller where that keeps it whole, and no smaller', async () => {
    const whole = await beside('de', 'Grundstücksverkehrsgenehmigung');
    expect(statement(whole)).toEqual(['Grundstücksverkehrsgenehmigung']);
    expect(whole.size).toBe(17);
    expect(await beside('de', 'Grundstücksverkehrsgenehmigungs')).toMatchObject({ size: 17 });
    expect(await beside('de', 'Grundstücksverkehrsgenehmigungspflicht')).toMatchObject({ size: 20 });
  });

  it('has the hyphens that its author made soft before those of the dictionary', async () => {
    expect(statement(await beside('de', 'Dampfschiff\u00ADfahrtsgesellschafts\u00ADkapitänsmützenverordnung.'))).toEqual([
      'Dampfschiff-',
      'fahrtsgesellschafts-',
      'kapitänsmützenverordnung.',
    ]);
    expect(statement(await beside('de', 'Dampf\u00ADschifffahrtsgesellschaftskapitänsmützenverordnung.'))).toEqual([
      'Dampfschifffahrtsgesell-',
      'schaftskapitänsmützenverord-',
      'nung.',
    ]);
    expect(statement(await beside('et', 'sünnipäevanädalalõpu\u00ADpeopärastlõunaväsimatus'))).toEqual([
      'sünnipäevanädalalõpu-',
      'peopärastlõunaväsimatus',
    ]);
  });

  it('a soft hyphen in a word that has room is not seen', async () => {
    expect(statement(await beside('de', 'Der Ha\u00ADfen und das Ka\u00ADbi\u00ADnett.'))).toEqual(['Der Hafen und das Kabinett.']);
  });
});

it('words of an article in another language than the deck’s are divided by its rules', async () => {
  const own = 'T\nlanguage: en-GB';
  const first = `---\ntitle: ${own}\n---\n\n## One\n\nAn antidisestablishmentarianism.\n`;
  const second = article('de', 'Kabinettsbeschlussvorlagenverordnungsentwurfsfassung.\n\n- x');
  const { scene, problems } = await articleMade({ articles: [first, second], pack: 'plain' });
  expect(scene.meta).toMatchObject({ language: 'en-GB', languages: { b: 'de' } });
  expect(shownLines(scene)).toEqual(expect.arrayContaining(['Kabinettsbeschlussvorlagen-', 'verordnungsentwurfsfassung.']));
  expect(problems).toEqual([]);
});

describe('what is no word of the language is not divided as one', () => {
  it.each([
    [
      'an address, behind its slashes',
      'de',
      'https://example.org/verordnungen/kabinett/vorlagen',
      'https://example.org/|verordnungen/kabinett/|vorlagen',
    ],
    ['two words that a slash joins', 'de', 'Bundesverfassungsgericht/Oberlandesgericht', 'Bundesverfassungsgericht/|Oberlandesgericht'],
    [
      'digits of a chemical name',
      'de',
      'Das 2,3,7,8-Tetrachlordibenzodioxinhexachlorid',
      'Das 2,3,7,8-Tetrachlordiben-|zodioxinhexachlorid',
    ],
    ['Chinese', 'zh', '关于外交政策形势的每周报告由外交部', '关于外交政策形势的每周报告|由外交部'],
    ['Thai', 'th', 'รายงานสถานการณ์การต่างประเทศ', 'รายงานสถานการณ์|การต่างประเทศ'],
    ['Khmer', 'km', 'របាយការណ៍ស្តីពីស្ថានភាពនយោបាយការបរទេស', 'របាយការណ៍ស្តីពីស្ថានភាព|នយោបាយការបរទេស'],
    ['a vertical tab, which is the author’s line break', 'de', 'Kabinett\u000BBeschluss', 'Kabinett|Beschluss'],
  ])('%s', async (_, language, words, shown) => {
    const seen = await beside(language, words);
    expect(statement(seen)).toEqual(shown.split('|'));
    expect(seen.said).toEqual([]);
  });

  it.each([
    ['a name with capitals inside', 'de', 'BundesAusbildungsFörderungsGesetzEntwurf'],
    ['a language that no patterns are at hand for', 'et', 'sünnipäevanädalalõpupeopärastlõunaväsimatuse'],
    ['a word in another script than the deck’s', 'ru', 'Kabinettsbeschlussvorlagenverordnungsentwurf'],
    ['a word of Latin letters in a Hebrew deck', 'he', 'Kabinettsbeschlussvorlagenverordnungsentwurf'],
  ])('%s is cut and named', async (_, language, word) => {
    const seen = await beside(language, word);
    expect(seen.said).toEqual([`layout/word-divided ${word}`]);
    expect(statement(seen).join('')).toBe(word);
  });
});

describe('words are divided wherever they stand', () => {
  it('in a table’s cells, short words whole and the first column’s before others', async () => {
    const { lines, said } = await made(
      article(
        'de',
        `Satz.

:::table{title="Verfahren"}
| Verfahren | Zuständigkeitsübertragungsverordnung | Genehmigungsverfahrensbeschleunigungsgesetz | Arbeitsunfähigkeitsbescheinigungspflicht | Verwaltungsvorschriftenänderungsantrag | Zustimmung |
|---|---|---|---|---|---|
| Planfeststellung | offen | Umweltverträglichkeitsprüfungsbericht | ja | nein | nein |
:::`,
      ),
    );
    expect(said).toEqual([]);
    expect(lines).toEqual(expect.arrayContaining(['Verfahren', 'Planfeststellung', 'offen', 'nein']));
    const heading = lines.slice(lines.indexOf('Verfahren', lines.indexOf('Verfahren') + 1) + 1);
    expect(heading.slice(0, 4).join('')).toBe('Zuständig-keitsüber-tragungs-verord-');
  });

  it('in a figure’s label', async () => {
    const { lines, said } = await made(
      article(
        'de',
        `Satz.

:::figures
| Value | Unit | Label |
|---|---|---|
| 140 | Tage | Grundstücksverkehrsgenehmigungszuständigkeiten im Jahr |
| 6 | Stunden | Rechtsschutzversicherungsgesellschaften warten |
| 7 | % | der Donaudampfschifffahrtselektrizitätenhauptbetriebe |
| 3 | Orte | voll |
:::`,
      ),
    );
    expect(said).toEqual([]);
    const from = lines.findIndex((line) => line.startsWith('Rechtsschutz'));
    expect(lines.slice(from, from + 3)).toEqual(['Rechtsschutz-', 'versicherungs-', 'gesellschaften']);
  });

  it('in a timeline', async () => {
    const events = [
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsgründungsversammlungseinladungsschreibensentwurf.',
    ];
    const { lines, said } = await made(
      article('de', `Satz.\n\n:::timeline\n| When | What |\n|---|---|\n| 1987 | ${events.join('')} |\n| 2001 | Ende. |\n:::`),
      'policy-brief',
    );
    expect(said).toEqual([]);
    const from = lines.findIndex((line) => line.startsWith('Donaudampf'));
    expect(lines[from]).toMatch(/-$/);
    expect(`${lines[from]?.slice(0, -1) ?? ''}${lines[from + 1] ?? ''}`).toBe(events[0]);
  });

  it('in a title', async () => {
    const { lines } = await made(
      '---\ntitle: Kabinettsbeschlussvorlagenverordnungsentwurfsfassung\nlanguage: de\n---\n\n## Two\n\nSatz.\n',
      'talking-points',
    );
    expect(lines.slice(0, 2)).toEqual(['Kabinettsbeschlussvorlagen-', 'verordnungsentwurfsfassung']);
  });
});
