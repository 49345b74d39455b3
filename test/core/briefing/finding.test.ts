import { describe, expect, it } from 'vitest';
import { articleMade } from '../../support/article-scene.ts';

const article = (points: readonly string[]): string => `---
id: a
title: Port
---

## The port grows {#t}

${points.map((point) => `- ${point}`).join('\n')}

:::chart{type=bar title="Containers" unit="containers"}
| Year | Counted |
|---|---:|
| 2023 | 10 |
| 2024 | 12 |

[¶1, ¶2]
:::

:::table{title="Cost"}
| Measure | Cost |
|---|---:|
| Quay | 24 [¶3] |
| Gate | 8 [¶3] |
:::
`;

async function findings(points: readonly string[]): Promise<(string | undefined)[]> {
  const { view } = await articleMade({ articles: [article(points)] });
  const [item] = view.items;
  return [item?.charts[0]?.finding?.text, item?.tables[0]?.finding?.text];
}

describe('the finding of a chart or table', () => {
  it('is the first point that rests on its paragraphs alone, without its full stop', async () => {
    const points = ['Nobody knows why. [¶1, ¶3]', 'Twelve came in 2024. [¶2]', 'The quay costs most … [¶3]'];
    expect(await findings(points)).toEqual(['Twelve came in 2024', 'The quay costs most …']);
  });

  it('is no point without a source, that says no more than the headline, is longer than a title, or has points below it', async () => {
    const long = `${'very '.repeat(20)}long`;
    expect(await findings(['Twelve came.', 'The port grows. [¶1]', `It is ${long}. [¶1]`, 'It has [¶1]\n  - parts [¶1]'])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is the title of its slide, above its own name', async () => {
    const { scene } = await articleMade({ articles: [article(['Twelve came in 2024. [¶2]'])] });
    const titles = scene.slides.map(({ title }) => title);
    expect(titles).toContain('Twelve came in 2024');
    const own = scene.slides.find(({ title }) => title === 'Twelve came in 2024');
    expect(JSON.stringify(own?.boxes)).toContain('Containers');
    expect(titles).toContain('Cost');
  });
});
