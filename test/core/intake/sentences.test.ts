import { describe, expect, it } from 'vitest';
import { sentenceSplitter } from '../../../src/core/intake/sentences.ts';

const split = (text: string, language = 'en'): string[] => sentenceSplitter(language)(text).map(({ start, end }) => text.slice(start, end));

describe('a paragraph is divided into sentences', () => {
  it.each([
    [
      'en',
      'It rains. “We wait. The quay is old,” said Bly. It is late.',
      ['It rains.', '“We wait. The quay is old,” said Bly.', 'It is late.'],
    ],
    ['en', '"Why? We wait!" she asked. "It rains. It is late."', ['"Why? We wait!" she asked.', '"It rains. It is late."']],
    [
      'de',
      'Es regnet. „Wir warten. Es ist spät“, sagte Bly. Sie ging.',
      ['Es regnet.', '„Wir warten. Es ist spät“, sagte Bly.', 'Sie ging.'],
    ],
    ['fr', '« Nous attendons, dit-il. Il pleut. » Il partit.', ['« Nous attendons, dit-il. Il pleut. »', 'Il partit.']],
    ['zh', '下雨了。“我们在等。很晚了。”他说。她走了。', ['下雨了。', '“我们在等。很晚了。”他说。', '她走了。']],
    ['en', 'The ship was lost.( Photo: Bly) It rains.', ['The ship was lost.( Photo: Bly) It rains.']],
    ['en', 'The officers’ habits were known. Nobody spoke of them.', ['The officers’ habits were known.', 'Nobody spoke of them.']],
  ])('of %s: %s', (language, text, sentences) => {
    expect(split(text, language)).toEqual(sentences);
  });

  it.each(['bn_BD', '', 'x', 'not a tag', 'tlh'])('also where the language is called %s', (language) => {
    expect(split('It rains. We wait.', language)).toEqual(['It rains.', 'We wait.']);
  });

  it('and at no other place where it is long', () => {
    const chinese = '山谷的工程师早就警告说上游闸门熬不过下一个冬天，议会仍然把钱花在了集市广场上。';
    const english = 'The council, which met in the old hall, spoke of the crane and of the quay and of the mill';
    expect(split(chinese.repeat(300), 'zh')).toEqual(Array.from({ length: 300 }, () => chinese));
    expect(split(`${`${english}, and `.repeat(100)}left. It rained.`)).toHaveLength(2);
  });
});
