import { expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/core/base/yaml.ts';

const read = (text: string) =>
  readYaml(text, z.object({}), { file: 'a.yaml', codes: { syntax: 'briefing/yaml', field: 'briefing/yaml' }, guide: 'the guide' }).problems;

it('says the first hundred faults of YAML, and where the others begin', () => {
  const problems = read(Array.from({ length: 400 }, () => 'same: 1\n').join(''));
  expect(problems).toHaveLength(101);
  expect(problems[0]?.place).toEqual({ file: 'a.yaml', line: 2, column: 1 });
  expect(problems.at(-1)).toMatchObject({ message: '299 further faults of YAML begin here', place: { line: 102 } });
});

it('says each of a hundred', () => {
  expect(read(Array.from({ length: 101 }, () => 'same: 1\n').join(''))).toHaveLength(100);
});

it.each([
  ['maps on one line', (levels: number) => 's: '.repeat(levels)],
  ['lists on one line', (levels: number) => `a:\n ${'- '.repeat(levels)}x`],
  ['maps by indentation', (levels: number) => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}k:\n`).join('')],
  ['lists in brackets', (levels: number) => `a: ${'['.repeat(levels)}${']'.repeat(levels)}`],
  ['maps in braces', (levels: number) => `a: ${'{a: '.repeat(levels)}1${'}'.repeat(levels)}`],
])('says where %s stand too deep in one another, and reads those of files', (_, nested) => {
  for (const levels of [500, 3000]) {
    expect(read(`b: 1\n${nested(levels)}\n`)).toMatchObject([
      { code: 'briefing/yaml', severity: 'error', message: expect.stringContaining('100 deep') as string, place: { file: 'a.yaml' } },
    ]);
  }
  expect(read(`b: 1\n${nested(20)}\n`).filter(({ message }) => message.includes('deep'))).toEqual([]);
});

it('says where a second document begins', () => {
  expect(read('a: 1\n---\nb: 2\n')).toMatchObject([{ message: 'a second document begins here', place: { line: 2 } }]);
});
