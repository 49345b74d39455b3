import { describe, expect, it } from 'vitest';
import { isBalanced, quotedSpans, readQuoted } from '../../../../src/core/intake/words/quotation-marks.ts';

const quoted = (text: string): string[] => quotedSpans(text).map(({ start, end }) => text.slice(start, end));
const torn = (text: string): string[] => readQuoted(text).torn.map(({ start, end }) => text.slice(start, end));

describe('quotation marks pair', () => {
  it.each([
    ['English', 'She said: “We wait. It rains,” and left.', ['We wait. It rains']],
    ['English, single', '‘We wait. It rains,’ she said.', ['We wait. It rains']],
    ['English, straight', '"We wait," she said. "It rains."', ['We wait', 'It rains.']],
    ['English, nested', '“He said ‘go home’ and left,” she said.', ['He said ‘go home’ and left']],
    ['English, nested the other way', '‘He said “go home” and left,’ she said.', ['He said “go home” and left']],
    ['German', 'Sie sagte: „Wir warten. Es regnet“, und ging.', ['Wir warten. Es regnet']],
    ['German, guillemets', '»Wir warten. Es regnet«, sagte sie.', ['Wir warten. Es regnet']],
    ['German, low and straight', '„Wir warten", sagte sie.', ['Wir warten']],
    ['German, nested', '„Er rief ‚Halt‘ und ging“, sagte sie.', ['Er rief ‚Halt‘ und ging']],
    ['Swiss', 'Sie sagte: «Wir warten.»', ['Wir warten.']],
    ['French', '« Nous attendons, dit-il. Il pleut. » Elle partit.', ['Nous attendons, dit-il. Il pleut.']],
    ['French, before a full stop', 'Le ministre promet des « prix stables ».', ['prix stables']],
    ['French, behind an elision', 'Il parle d’« un séisme » ici.', ['un séisme']],
    ['Polish', '„Czekamy. Pada”, powiedziała.', ['Czekamy. Pada']],
    ['Swedish', '”Vi väntar. Det regnar”, sade hon.', ['Vi väntar. Det regnar']],
    ['Swedish, single', '’Vi väntar. Det regnar,’ sade hon.', ['Vi väntar. Det regnar']],
    ['Finnish', '»Me odotamme. Sataa», hän sanoi.', ['Me odotamme. Sataa']],
    ['Russian', '«Мы ждём. Идёт дождь», — сказала она.', ['Мы ждём. Идёт дождь']],
    ['Russian, nested with one mark for two', 'Газета пишет: «Роман «Шлюз» вышел.', ['Роман «Шлюз']],
    ['Chinese', '她说：“我们在等。下雨了。”他走了。', ['我们在等。下雨了。']],
    ['Chinese, corners', '「我們在等。下雨了。」她說。', ['我們在等。下雨了。']],
    ['Chinese, straight', '她说"我们在等。下雨了"就走了。', ['我们在等。下雨了']],
    ['Arabic', 'قالت: «ننتظر. إنها تمطر»، ثم مضت.', ['ننتظر. إنها تمطر']],
  ])('in %s', (_, text, words) => {
    expect(quoted(text)).toEqual(words);
    expect(torn(text)).toEqual([]);
  });

  it.each([
    'Many members believed that Dora K.’s letter raised an issue. The officers’ habits were known.',
    "Many members believed that Dora K.'s letter raised an issue. The officers' habits were known.",
    'The ministers’ plan of the ’90s was the voters’ ruin.',
    "In the class of '68 the teachers' union won; 'twas the pupils' loss.",
    'L’accord d’hier n’est pas l’affaire des ministres.',
    "Rock 'n' roll was the sailors' music.",
    'A pipe of 5" and one of 3.5" were laid beside it.',
    'ארגון צה"ל הודיע על כך.',
    'Qur’an, Hawai‘i and O’Neill are spelt so.',
  ])('but apostrophes and signs do not: %s', (text) => {
    expect(quoted(text)).toEqual([]);
    expect(isBalanced(text)).toBe(true);
  });

  it('and plurals inside a quotation do not end it', () => {
    expect(quoted('‘Visit the ministers’ house and the guild,’ the sign says.')).toEqual(['Visit the ministers’ house and the guild']);
    expect(quoted("'I'm goin' home. I'm tired,' he said.")).toEqual(["I'm goin' home. I'm tired"]);
    expect(quoted("It is a so-called 'masters' guild of old.")).toEqual(['masters']);
  });
});

describe('a mark without its other one', () => {
  it.each([
    ['a tail', 'We have waited for years,” said Sandel.', 'We have waited for years,”'],
    ['a straight tail', 'We have waited for years," said Sandel.', 'We have waited for years,"'],
    ['a single tail', 'We have waited for years,’ said Sandel.', 'We have waited for years,’'],
    ['a German tail', 'Wir warten seit Jahren“, sagte Sandel.', 'Wir warten seit Jahren“'],
    ['a German tail of guillemets', 'Wir warten seit Jahren«, sagte Sandel.', 'Wir warten seit Jahren«'],
    ['a French tail', 'Nous attendons depuis des années », dit-il.', 'Nous attendons depuis des années »'],
    ['a Chinese tail', '我们等了四年。”他说。', '我们等了四年。”'],
    ['a Japanese tail', '四年待った」と彼は言った。', '四年待った」'],
    ['a beginning', 'He said: “We have waited. It rains.', '“We have waited. It rains.'],
    ['a German beginning', 'Er sagte: „Wir warten. Es regnet.', '„Wir warten. Es regnet.'],
    ['a Russian beginning', 'Он сказал: «Мы ждём. Идёт дождь.', '«Мы ждём. Идёт дождь.'],
    ['a straight one before another', 'The sign said "closed. Then "open" came.', '"closed. Then '],
  ])('tears %s off', (_, text, piece) => {
    expect(torn(text)).toEqual([piece]);
  });

  it.each([
    '“We wait. It rains.',
    '"We wait. It rains.',
    '«Мы ждём. Идёт дождь.',
    '„Wir warten. Es regnet.',
    '‘We wait. It rains.',
    '» Nous attendons. Il pleut.',
  ])('at the beginning of a paragraph is a quotation that goes on in the next: %s', (text) => {
    expect(quotedSpans(text)).toEqual([expect.objectContaining({ closed: false })]);
  });

  it('at the beginning of a paragraph tears all of it, whatever is quoted inside', () => {
    const text = '“The clock shows our “budget” in red. The second number, in green, rises. So it goes on.';
    expect(torn(text)).toEqual([text]);
  });

  it('inside a whole quotation tears that one', () => {
    expect(isBalanced('„Er rief "halt, und ging“, sagte sie.')).toBe(false);
  });

  it('closes what a paragraph of French begins with its closing mark', () => {
    expect(quoted('» Nous attendons depuis quatre ans », dit-il.')).toEqual(['Nous attendons depuis quatre ans']);
  });
});

it('comes to an end in a text of nothing but marks', () => {
  for (const mark of ['“', '"', "'", '‘', '«', '»', '” ', ' “', " 'a", '“a ', "“ 'a"])
    expect(readQuoted(mark.repeat(20_000))).toBeDefined();
});
