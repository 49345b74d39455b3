import { expect, it } from 'vitest';
import { writeHtml } from '../../../../src/core/write/html/index.ts';
import { isProgress } from '../../../../src/core/write/html/progress.ts';
import { colorVar } from '../../../../src/core/write/html/sheet.ts';
import { builtScene } from '../../../support/built-scene.ts';
import { FONTS } from '../../../support/layout.ts';

it('the strip of progress stands once in a deck, and each slide gives its parts their colours', async () => {
  const scene = await builtScene('south-caucasus', 'policy-brief');
  const html = new TextDecoder().decode((await writeHtml(scene, FONTS)).value);
  const strip = /<g id=progress class=g>(.*?)<\/g>/.exec(html)?.[1] ?? '';
  const parts = [...strip.matchAll(/fill=var\(--q\d+\)/g)];
  expect(parts.length).toBeGreaterThan(5);
  // a part without a colour has the next one's, the last the colour of what is to come
  const rest = /--q\d+:var\(--p\d+,(var\(--[a-z]\d\))\)\}/.exec(html)?.[1];
  expect(rest).toBeDefined();
  const colorsOf = (own: ReadonlyMap<number, string | undefined>): (string | undefined)[] => {
    const colors: (string | undefined)[] = [];
    for (let part = parts.length - 1; part >= 0; part -= 1) colors.unshift(own.get(part) ?? colors[0] ?? rest);
    return colors;
  };
  const articles = html.split('<article ').slice(1);
  let seen = 0;
  scene.slides.forEach(({ boxes, kind }, i) => {
    const group = boxes.find(isProgress);
    const name = /<use href=#progress class=(\w+)/.exec(articles[i] ?? '')?.[1];
    // The agenda has a strip of its own.
    expect(group !== undefined || kind !== 'agenda').toBe(true);
    if (!group || kind === 'agenda') {
      expect(name).toBeUndefined();
      return;
    }
    seen += 1;
    const rule = new RegExp(`\\.${name}\\{([^}]*)\\}`).exec(html)?.[1] ?? '';
    const own = new Map([...rule.matchAll(/--p(\d+):([^;]+)/g)].map(([, part, color]) => [Number(part), color]));
    expect(colorsOf(own)).toEqual(group.children.map(({ fill }) => fill && colorVar(fill)));
  });
  expect(seen).toBeGreaterThan(5);
});
