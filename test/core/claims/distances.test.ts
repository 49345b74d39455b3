import { describe, expect, it } from 'vitest';
import { pieces } from '../../support/claims/line.ts';

describe('a day that is told by how far it is from another', () => {
  it.each([
    ['en', 'The council met on Monday.', 'It was signed two days after the council met, on 12 June 2024.', []],
    ['en', 'The council met on Monday.', 'The council met two days before 12 June 2024.', []],
    ['en', 'The council met on 10 June.', 'The council met two days before 12 June 2024.', []],
    ['en', 'The council met on 13 June.', 'The council met two days before 12 June 2024.', ['13 June']],
    ['en', 'The council met on Thursday.', 'It met the day after 12 June 2024.', []],
    ['de', 'Am 13. Juni tagte der Rat.', 'Am 12. Juni 2024 kam der Bescheid, tags darauf, am Tag danach, tagte der Rat.', []],
    ['fr', 'Le conseil a siégé le 13 juin.', 'Le texte est du 12 juin 2024 ; le conseil a siégé le lendemain.', []],
    ['es', 'La obra terminó en 2016.', 'La obra empezó en 2011 y terminó cinco años después.', []],
    ['es', 'La obra terminó en 2017.', 'La obra empezó en 2011 y terminó cinco años después.', ['2017']],
    ['ru', 'Мост закрыли в 2014 году.', 'Мост закрыли десять лет назад.', []],
    ['zh', '大桥于2014年关闭。', '大桥十年前关闭。', []],
    ['zh', '大桥于2013年关闭。', '大桥十年前关闭，2016年重开。', ['2013']],
  ])('in %s: %s ← %s', (language, line, paragraph, expected) => expect(pieces(line, paragraph, { language })).toEqual(expected));
});

describe('the year of publication', () => {
  it.each([
    ['It was sold in 2024.', 'It was built in 2019 for 30 people a year, and sold in 2021.', ['2024']],
    ['It was sold in 2024.', 'It was built in 2019, and sold three years later.', ['2024']],
    ['It will be sold in 2024.', 'It was built in 2019, and will be sold by the end of the year.', []],
    ['It was sold in 2024.', 'It was built in 2019, and sold this year.', []],
  ])('%s ← %s', (line, paragraph, expected) => expect(pieces(line, paragraph)).toEqual(expected));
});
