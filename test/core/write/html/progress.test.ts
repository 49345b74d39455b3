import { expect, it } from 'vitest';
import { writeHtml } from '../../../../src/core/write/html/index.ts';
import { isProgress } from '../../../../src/core/write/html/progress.ts';
import { colorVar } from '../../../../src/core/write/html/sheet.ts';
import { builtScene } from '../../../support/built-scene.ts';
import { FONTS } from '../../../support/layout.ts';

it('the strip of progress stands once in a deck, and each slide gives its parts their colours', async () => {
  const scene = await builtScene('south-caucasus', 'policy-brief');
  const html = new TextDecoder().decode((await writeHtml(scene, FONTS)).value);
  const strip = /<g id=progress>(.*?)<\/g>/.exec(html)?.[1] ?? '';
  const rest = [...strip.matchAll(/fill="?var\(--p\d+,(var\([^)]+\))\)/g)].map(([, color]) => color);
  expect(rest.length).toBeGreaterThan(5);
  const articles = html.split('<article ').slice(1);
  let seen = 0;
  scene.slides.forEach(({ boxes }, i) => {
    const group = boxes.find(isProgress);
    const name = /<use href=#progress class=(\w+)/.exec(articles[i] ?? '')?.[1];
    if (!group) {
      expect(name).toBeUndefined();
      return;
    }
    seen += 1;
    const rule = new RegExp(`\\.${name}\\{([^}]*)\\}`).exec(html)?.[1] ?? '';
    const own = new Map([...rule.matchAll(/--p(\d+):([^;]+)/g)].map(([, part, color]) => [Number(part), color]));
    expect(rest.map((color, part) => own.get(part) ?? color)).toEqual(group.children.map(({ fill }) => fill && colorVar(fill)));
  });
  expect(seen).toBeGreaterThan(5);
});
