import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRows, type FileProblems, type Row, type Rows } from '../../src/workspace/service/library/rows.ts';
import { problem } from '../../src/core/base/errors.ts';
import { mergeLibrary, type Library } from '../../src/ui/state/app.ts';
import { summarize } from '../../src/workspace/service/library/summary.ts';
import { parseArticle } from '../../src/core/article/index.ts';
import { unwrap } from '../../src/core/base/errors.ts';

const summary = unwrap(parseArticle('---\nid: x\ntitle: T\n---\n\n## One {#one}\n\n- A point.\n', { file: 'x.md', source: null }));

function row(id: string | null, version: number, broken: boolean): Row {
  const article = id === null ? null : { ...summarize(summary, 'x.md', `${version}`), id };
  const found = problem('article/row', { message: `version ${version}`, hint: 'Mend it.' });
  return { mark: `${version}`, article, problems: broken ? ([found] as FileProblems['problems']) : [] };
}

const step = fc.record({
  path: fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md'),
  id: fc.constantFrom('one', 'two', null),
  broken: fc.boolean(),
  removed: fc.boolean(),
  told: fc.boolean(),
  asked: fc.boolean(),
});

/** In the order of their files, which windows do not care for. */
const sorted = ({ articles, problems }: Pick<Library, 'articles' | 'problems'>) => ({
  articles: [...articles].sort((a, b) => (a.id < b.id ? -1 : 1)),
  problems: [...problems].sort((a, b) => (a.file < b.file ? -1 : 1)),
});

/** What a window has by now that heard every event. */
function hear(rows: Rows, window: Library): Library {
  return mergeLibrary(window, { ...rows.changes(), loading: null });
}

describe('the rows of a library', () => {
  it('tell changes from which a window has what it would be answered, two files of one id, answers in between and all', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const rows = createRows();
        let window: Library = { articles: [], problems: [], loading: null };
        steps.forEach(({ path, id, broken, removed, told, asked }, version) => {
          if (removed) rows.delete(path);
          else rows.set(path, row(id, version, broken));
          // A window that asks is answered what no event has told yet.
          if (asked) window = { articles: rows.articles(), problems: rows.problems(), loading: null };
          if (told) window = hear(rows, window);
        });
        window = hear(rows, window);
        expect(sorted(window)).toEqual(sorted({ articles: rows.articles(), problems: rows.problems() }));
        expect(rows.changes()).toEqual({ changed: [], gone: [], problems: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('tell of the files that changed alone, however many others there are', () => {
    const rows = createRows();
    for (let n = 0; n < 2000; n++) rows.set(`${n}.md`, row(`id-${n}`, n, true));
    rows.changes();
    rows.set('7.md', row('id-7', 1, true));
    rows.delete('8.md');
    const { changed, gone, problems } = rows.changes();
    expect([changed.length, gone, problems.map(({ file, problems: found }) => [file, found.length])]).toEqual([
      1,
      ['id-8'],
      [
        ['7.md', 1],
        ['8.md', 0],
      ],
    ]);
  });
});
