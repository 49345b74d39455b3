import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCompanyPack } from '../../src/workspace/company.ts';
import { houseFile } from '../support/corporate/house-file.ts';
import { houseNamed } from '../support/corporate/house-styles.ts';
import { FONTS } from '../support/layout.ts';

let templates = '';
beforeAll(async () => {
  templates = await mkdtemp(join(tmpdir(), 'lectern-company-'));
  await cp(join(process.cwd(), 'templates'), templates, { recursive: true });
});
afterAll(() => rm(templates, { recursive: true, force: true, maxRetries: 3 }));

const taken = (): ReturnType<typeof makeCompanyPack> =>
  makeCompanyPack(
    { bytes: houseFile(houseNamed('usual').file), file: 'House.potx', title: 'House', folder: 'house' },
    { templates },
    FONTS,
  );

it('a template in which a briefing of specimens can be built is taken in with its proof', async () => {
  const { value, problems } = await taken();
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(value?.proof.score).toBe(100);
});

it('one in which it cannot is refused, with what stands in the way', async () => {
  // The organisation's file is sound; slides of it that name a layout which nobody has end every deck.
  await appendFile(join(templates, 'policy-brief', 'deck.hbs'), '<section layout="nowhere" kind="own"><h2>Lost</h2></section>\n');
  const { value, problems } = await taken();
  expect(value).toBeNull();
  expect(problems.filter(({ code }) => code === 'company/not-proved')).toEqual([
    expect.objectContaining({
      severity: 'error',
      place: { file: 'House.potx', slide: { number: 19, title: 'Lost' } },
      message: expect.stringContaining('a briefing of specimens cannot be built in it') as unknown,
      received: 'deck/layout-unknown: nowhere',
      hint: expect.stringContaining('Give its layouts for content a title') as unknown,
    }),
  ]);
});
