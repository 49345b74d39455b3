import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { slideWriter } from '../../../../src/core/write/html/index.ts';
import { articleScene } from '../../../support/article-scene.ts';

/** Every kind of line, each with sources of its own, in one that prints no numbers. */
const ARTICLE = `---
title: Wells
language: en
---

## Wells {#wells}

All of it in one sentence that says more. [¶1, ¶2]

- A point of its own. [¶3]
  - One below it that says nothing of a source.
- One that its points below carry.
  - Carried. [¶4]

:::figures
| Value | Unit | Label |
|---|---|---|
| 120 | litres | a day [¶5] |
| 90 | litres | at night [¶6] |
:::

:::timeline
| Date | Event |
|---|---|
| 2020-03 | The first well. [¶7] |
| 2021-04 | The second well. [¶8] |
:::

> Water is patient. We are not, and never were.
> — A. Digger [¶9]

:::table{title="Wells by place"}
| Place | Depth [¶2] |
|---|---|
| North | 12 [¶10] |
| South | 14 |
:::

:::chart{type=bar title="Litres" unit="litres"}
| Year | Wells |
|---|---:|
| 2021 | 10 |
| 2022 | 12 |

[¶11, ¶12]
:::
`;

/** What stands on the slides with sources of its own, by its words; the paragraphs of the article are known by their order of use. */
async function linesOf(forPresenter: boolean): Promise<Map<string, string>> {
  const scene = await articleScene({ articles: [ARTICLE], forPresenter });
  const write = slideWriter(scene);
  const paragraphs = new Map(scene.sources.map(({ number, paragraph }) => [String(number), String(paragraph)]));
  const { document } = parseHTML(`<html><body>${scene.slides.map((slide) => write(slide).html).join('')}</body></html>`);
  const found = [...document.querySelectorAll('.page [data-refs]')].map((element): [string, string] => {
    const parts = element.tagName === 'FIGURE' ? [element.querySelector('.caption')?.textContent ?? ''] : textsOf(element);
    const refs = (element.getAttribute('data-refs') ?? '').split(' ').map((number) => paragraphs.get(number));
    return [parts.join(' '), refs.join(' ')];
  });
  return new Map(found);
}

function textsOf(element: Element): string[] {
  const own = [...element.querySelectorAll('.l')].filter((line) => line.closest('[data-refs]') === element);
  return own.map((line) => line.textContent);
}

describe('a line of a slide', () => {
  it('says which sources it rests on, whether the template prints their numbers or not', async () => {
    const lines = await linesOf(true);
    const found = (words: string): string | undefined => [...lines].find(([text]) => text.includes(words))?.[1];
    expect({
      summary: found('All of it'),
      point: found('A point of its own'),
      below: found('One below it'),
      above: found('One that its points'),
      carried: found('Carried'),
      figure: found('120 litres a day'),
      other: found('90 litres at night'),
      event: found('The first well'),
      second: found('The second well'),
      quotation: found('Water is patient'),
      row: found('North 12'),
      underItsHeading: found('South 14'),
      chart: found('Litres'),
    }).toEqual({
      summary: '1 2',
      point: '3',
      below: '3',
      above: '4',
      carried: '4',
      figure: '5',
      other: '6',
      event: '7',
      second: '8',
      quotation: '9',
      row: '2 10',
      underItsHeading: '2',
      chart: '11 12',
    });
  });

  it('says nothing of them in the audience’s copy', async () => {
    expect([...(await linesOf(false)).keys()]).toEqual([]);
  });
});
