import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseArticle } from '../../src/core/article/index.ts';
import { formatProblem } from '../../src/core/base/errors.ts';
import { numberFormatter, numberStyle } from '../../src/core/numbers/index.ts';
import type { Box } from '../../src/core/layout/types.ts';
import { articleMade } from '../support/article-scene.ts';
import { PACKS } from '../support/samples.ts';
import { syntaxArticle } from '../support/syntax-articles.ts';

/** More than the few of every run: `LECTERN_ARTICLES=2000`. */
const RUNS = Number(process.env['LECTERN_ARTICLES'] ?? 90);

/** What nobody who looks at a slide may see. */
const RAW = /\[\^|<!--|\[\[|\]\]|- \[[ x]\]|&nbsp;|\^\[|<\/?(?:b|em|sub|sup|br)>|~~|\*\*/;

function wordsOf(box: Box): string[] {
  switch (box.kind) {
    case 'text':
      return box.paragraphs.map(({ runs }) => runs.map((run) => ('text' in run ? run.text : '')).join(''));
    case 'table':
      return box.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => cell.paragraphs.map(({ runs }) => runs.map((run) => ('text' in run ? run.text : '')).join(''))),
      );
    case 'group':
      return box.children.flatMap(wordsOf);
    case 'chart':
      return [box.title ?? '', box.unit ?? '', ...box.categories, ...box.series.map(({ name }) => name)];
    case 'image':
    case 'shape':
      return [];
  }
}

it('shows every word and number of an article, says it, or names it in a warning, and shows no syntax', async () => {
  await fc.assert(
    fc.asyncProperty(syntaxArticle, fc.constantFrom(...PACKS), async ({ text, language, words, hidden, values }, pack) => {
      const { problems } = parseArticle(text, { file: 'a.md' });
      const made = await articleMade({ articles: [text], pack });
      const { slides, sources } = made.scene;
      const shown = slides.map(({ boxes }) => boxes.flatMap(wordsOf).join('\n')).join('\n');
      const said = slides
        .flatMap(({ notes }) => notes.flatMap(({ runs }) => runs.map((run) => ('text' in run ? run.text : ''))))
        .join('\n');
      const charts = slides.flatMap(({ boxes }) =>
        boxes.flatMap((box) => (box.kind === 'chart' ? box.series.flatMap((s) => s.values) : [])),
      );
      const all = [shown, said, ...sources.map(({ title }) => title), ...[...problems, ...made.problems].map(formatProblem)].join('\n');

      expect(
        words.filter((word) => !all.includes(word)),
        text,
      ).toEqual([]);
      expect(
        hidden.filter((word) => JSON.stringify(made.scene).includes(word)),
        text,
      ).toEqual([]);
      const format = numberFormatter(language, numberStyle(language, values));
      const plain = all.replace(/[\u00A0\u202F]/g, ' ');
      const written = (value: number): string =>
        format(value)
          .replace(/[\u00A0\u202F]/g, ' ')
          .replace(/[.,]0$/, '');
      expect(
        values.filter((value) => !charts.includes(value) && !plain.includes(written(value))),
        text,
      ).toEqual([]);
      expect(RAW.exec(shown)?.[0], text).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
});
