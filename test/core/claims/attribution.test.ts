import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { unwrap } from '../../../src/core/base/errors.ts';
import { checkClaims } from '../../../src/core/claims/index.ts';
import { found, pieces } from '../../support/claims/line.ts';

describe('a name of the same paragraph', () => {
  const paragraph =
    'The bursar, Ines Calder, wants to sell the meadow and mend the roof with the money. Rector Tom Ashby would rather borrow from the county. ' +
    'He calls the meadow “the lungs of the school”.';

  it.each([
    ['Calder wants to sell the meadow and mend the roof.', []],
    ['Ashby wants to sell the meadow and mend the roof.', ['Ashby']],
    ['Ashby would borrow from the county.', []],
    ['Calder would borrow from the county.', ['Calder']],
    ['The meadow is “the lungs of the school”, says Ashby.', []],
    // Of two that were named a pronoun may mean either, and what neither says cannot be told.
    ['The meadow is “the lungs of the school”, says Calder.', []],
    ['Ashby opposes the sale.', []],
  ])('%s', (line, expected) => expect(pieces(line, paragraph)).toEqual(expected));

  it('is not meant by whose somebody is', () => {
    const source = 'Her deputy, Tom Ashby, will mend the roof and sell the meadow.';
    const before = 'Ines Calder, the headmistress, is away.';
    expect(pieces('Calder will mend the roof and sell the meadow.', source, { before })).toEqual(['Calder']);
  });

  it('is not meant by a pronoun before it stands there', () => {
    const source = 'Tom Ashby was calm. “It is only water that we lose,” he said. Ines Calder will mend the roof.';
    expect(pieces('“It is only water that we lose,” says Calder.', source)).toEqual(['Calder']);
    expect(pieces('“It is only water that we lose,” says Ashby.', source)).toEqual([]);
  });

  it('may be meant by an office that stands beside it elsewhere', () => {
    const before = 'Tom Ashby, the new rector, came in May.';
    const source = 'Ines Calder heard that Ashby was away. The rector had told Ines Calder to mend the roof of the hall.';
    expect(pieces('Ashby ordered the roof of the hall to be mended.', source, { before })).toEqual([]);
    const other = 'Ines Calder heard that Ashby was away. Cousin Per Lind had mended the roof of the hall.';
    expect(pieces('Ashby mended the roof of the hall.', other, { before })).toEqual(['Ashby']);
  });

  it.each([
    [
      'de',
      'Die Wehrleiterin Ute Marx lobt den neuen Löschzug. Kämmerer Jan Post hält die Garage dafür für zu klein.',
      'Marx hält die Garage für zu klein.',
      'Post hält die Garage für zu klein.',
    ],
    [
      'fr',
      'Le juge Paul Aubry a relaxé le chauffeur. L’avocate Claire Morel annonce un appel devant la cour.',
      'Aubry annonce un appel devant la cour.',
      'Morel annonce un appel devant la cour.',
    ],
    [
      'ru',
      'Тренер Олег Дымов похвалил вратаря. Капитан Артём Лисин пожаловался на жёсткий газон.',
      'Дымов пожаловался на жёсткий газон.',
      'Лисин пожаловался на жёсткий газон.',
    ],
  ])('in %s', (language, source, wrong, right) => {
    expect(pieces(wrong, source, { language, before: source })).toHaveLength(1);
    expect(pieces(right, source, { language, before: source })).toEqual([]);
  });
});

describe('its warning', () => {
  it('says that the paragraph tells it of somebody else, and shows the sentence', () => {
    const [problem] = found('Ashby wants to sell the meadow.', 'Ines Calder wants to sell the meadow. Tom Ashby does not.');
    expect(problem).toMatchObject({
      code: 'claims/name-unsupported',
      message: 'what the line refers to tells this of somebody else (¶2)',
      allowed: '¶2: “Ines Calder wants to sell the meadow.”',
    });
  });
});

describe('words given to another speaker', () => {
  const source = {
    paragraphs: [
      '“The roof has been leaking for years. We put out buckets,” said Ines Calder. Tom Ashby asked for patience: “It is only water.”',
    ],
  };
  it.each([
    ['We put out buckets.', 'Ines Calder', []],
    ['The roof has been leaking for years. We put out buckets.', 'Tom Ashby', ['claims/name-unsupported']],
    ['It is only water.', 'Tom Ashby', []],
    ['It is only water.', 'Ines Calder', ['claims/name-unsupported']],
  ])('%s — %s', (words, speaker, expected) => {
    const text = `---\ntitle: T\nlanguage: en\n---\n\n## Topic {#t}\n\n> ${words}\n> — ${speaker} [¶1]\n`;
    const article = unwrap(parseArticle(text, { file: 'a.md', source }));
    expect(checkClaims({ article, source, file: 'a.md', text }).map(({ code }) => code)).toEqual(expected);
  });
});
