import { expect, it } from 'vitest';
import { writeHtml } from '../../../../src/core/write/html/index.ts';
import { articleScene } from '../../../support/article-scene.ts';
import { FONTS } from '../../../support/layout.ts';
import { slideText, written } from '../../../support/package.ts';

const ARTICLE = `---
title: Häfen
language: de
---

## Der Hafen wächst {#a}

Mehr Schiffe, sagt der [Bericht](https://field.example/).

- Der Kai ist voll, sagt das [Amt](https://paper.example/).
- Die Brücke trägt nicht mehr.
`;

it('gives a link on paper the theme’s colour for links, one on a field that of its text', async () => {
  const scene = await articleScene({ articles: [ARTICLE] });
  const at = scene.slides.findIndex(({ topic }) => topic === 'a/a') + 1;
  const runs = [...slideText(await written(scene), at).matchAll(/<a:r>(?:(?!<\/a:r>).)*hlinkClick.*?<\/a:r>/g)].map(([xml]) => xml);
  const own = (words: string): boolean[] => runs.filter((xml) => xml.includes(words)).map((xml) => xml.includes('ahyp:hlinkClr'));
  expect([own('Bericht'), own('Amt')]).toEqual([[true], [false]]);
  const html = new TextDecoder().decode((await writeHtml(scene, FONTS)).value);
  const links = (host: string): boolean[] =>
    [...html.matchAll(/<a [^>]*>/g)].flatMap(([tag]) => (tag.includes(host) ? [/class="?own"?/.test(tag)] : []));
  expect([links('field.example')[0], links('paper.example')[0]]).toEqual([true, false]);
});
