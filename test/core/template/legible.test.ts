import { describe, expect, it } from 'vitest';
import { writePptx } from '../../../src/core/write/pptx/index.ts';
import { articleScene } from '../../support/article-scene.ts';
import { PACKS } from '../../support/samples.ts';

const figures = (...rows: readonly string[]): string => `:::figures\n| Value | Unit | Label |\n|---|---|---|\n${rows.join('\n')}\n:::`;

const topic = (id: string, ...parts: readonly string[]): string => [`## What is said of ${id} {#${id}}`, ...parts].join('\n\n');

const article = (...topics: readonly string[]): string => ['---\ntitle: A port\nlanguage: en\n---', ...topics].join('\n\n');

const ARTICLES = {
  'figures that have room': article(topic('a', 'Ships wait.', figures('| about **140** | days | full |', '| 6 | hours | wait |'))),
  'figures that have none': article(
    topic('a', 'It costs.', figures(`| at least 1,234,567,890.50 | euros | ${'for the works on all of the northern quays, '.repeat(4)} |`)),
  ),
  'a short numbered list': article(topic('a', '1. Wait.\n2. Build.'), topic('b', 'They ask.', '1. Wait.\n2. Build. [¶1]\n3. Both.')),
  'a long numbered list': article(topic('a', 'They ask.', Array.from({ length: 9 }, (_, i) => `${i + 1}. Wait for the barge.`).join('\n'))),
};

describe.each(PACKS)('words of %s', (pack) => {
  it.each(Object.keys(ARTICLES) as (keyof typeof ARTICLES)[])('stand out from their ground: %s', async (name) => {
    for (const variant of ['light', 'dark'] as const) {
      const scene = await articleScene({ articles: [ARTICLES[name]], pack, variant });
      const { problems } = await writePptx(scene);
      expect([variant, problems.filter(({ code }) => code === 'write/contrast')]).toEqual([variant, []]);
    }
  });
});
