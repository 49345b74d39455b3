import { expect, it } from 'vitest';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { writeHtmlInThread } from '../../src/workspace/threads/html.ts';
import { builtCli } from '../support/built-cli.ts';
import { builtScene } from '../support/built-scene.ts';
import { FONTS } from '../support/layout.ts';

const built = builtCli();

it('writes the same HTML in a thread, fonts and pictures and all', async () => {
  const scene = await builtScene('river-port', 'policy-brief');
  const here = await writeHtml(scene, FONTS);
  const there = await writeHtmlInThread(built.worker(), scene, FONTS);
  expect(Buffer.from(there.value).equals(Buffer.from(here.value))).toBe(true);
  expect(there.problems).toEqual(here.problems);
});
