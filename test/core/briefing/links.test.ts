import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { isRef } from '../../../src/core/base/text.ts';
import { articleMade } from '../../support/article-scene.ts';

const PORT = `---
title: Port
---

## Roads {#roads}

See [the quay](#quay) and [both of them](#b/ferry).

- A [point](#roads)

:::notes
Go to [the quay](#quay).
:::

## The quay {#quay}

Text.
`;
const OTHER = '---\ntitle: Ferry\n---\n\n## Ferry {#ferry}\n\nBack to [roads](#a/roads), or [nowhere](#c/x).\n';

describe('links to topics', () => {
  it('lead to the topic’s first slide, in the words of a slide and in its notes; to what is not in the deck they are words', async () => {
    const { scene } = await articleMade({ articles: [PORT, OTHER] });
    const first = (topic: string): string => `#${scene.slides.find((slide) => slide.topic === topic)?.id ?? ''}`;
    const links = scene.slides.flatMap(({ boxes, notes }) => {
      const runs = [
        ...boxes.flatMap((box) => (box.kind === 'text' ? box.paragraphs.flatMap((p) => p.runs) : [])),
        ...notes.flatMap((n) => n.runs),
      ];
      return runs.flatMap((run) => (!isRef(run) && run.href ? [[run.text, run.href]] : []));
    });
    expect(links).toEqual(
      expect.arrayContaining([
        ['the quay', first('a/quay')],
        ['both of them', first('b/ferry')],
        ['point', first('a/roads')],
        ['roads', first('a/roads')],
      ]),
    );
    expect(links.filter(([text]) => text === 'the quay')).toHaveLength(2);
    expect(links.map(([text]) => text)).not.toContain('nowhere');
  });

  it('are refused where the article has no such topic, with those it has', () => {
    const { problems } = parseArticle(PORT.replace('(#quay) and', '(#quai) and'), { file: 'a.md' });
    expect(problems).toMatchObject([
      { code: 'article/inline-unsupported', place: { line: 7 }, received: '#quai', allowed: '#quay, #roads' },
    ]);
  });
});
