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
