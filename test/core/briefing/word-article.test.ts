import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { placesIn, wordArticle } from '../../../src/core/briefing/index.ts';

const FRONT = '---\ntitle: Der Nordkai\nlanguage: de\n---\n\n';

/** The file with the line at an address in other words. */
function worded(file: string, topic: string, at: string, text: string): string | null {
  const found = parseArticle(file, { file: 'a.md', source: null }).value?.topics.find(({ id }) => id === topic);
  const line = found && placesIn(found).lines.find((one) => one.at === at);
  return line ? wordArticle(file, { topic, at, hash: line.hash, text }) : null;
}

const QUAY = `${FRONT}## Der Kai ist voll {#kai}

Schiffe warten   zwei
Tage.  <!-- so sagt es der Hafen -->

* Die Kräne sind *dreißig* Jahre alt. [¶2]
* Der Hafen hat 12 Lotsen.
    + Der Hafen hat 12 Lotsen.

| Jahr | Tonnen |
| --- | ---: |
| 2024 | 12 |
| 2025 | 12 |

:::notes
Der Hafen hat 12 Lotsen.
:::

## Kosten

- Der Hafen hat 12 Lotsen.
`;

describe('words of an article', () => {
  it.each([
    ['a point', 'points/1/1', 'Die Kräne sind *vierzig* Jahre alt. [¶2]', '*dreißig*', '*vierzig*'],
    ['the second of two that are alike', 'points/1/2/1', 'Der Hafen hat 14 Lotsen.', '    + Der Hafen hat 12', '    + Der Hafen hat 14'],
    [
      'notes that say what a point says',
      'notes/1/1',
      'Der Hafen hat 14 Lotsen.',
      ':::notes\nDer Hafen hat 12',
      ':::notes\nDer Hafen hat 14',
    ],
    ['a headline with an id of its own', 'headline', 'Der Kai ist leer', 'ist voll {', 'ist leer {'],
    ['a cell like the one above it', 'table/1/2.2', '13', '| 2025 | 12 |', '| 2025 | 13 |'],
  ])('are exchanged and every other byte stays: %s', (_, at, text, from, to) => {
    expect(QUAY.split(from)).toHaveLength(2);
    for (const file of [QUAY, QUAY.replaceAll('\n', '\r\n')]) {
      const [was, is] = file === QUAY ? [from, to] : [from.replaceAll('\n', '\r\n'), to.replaceAll('\n', '\r\n')];
      expect(worded(file, 'kai', at, text) === file.replace(was, is)).toBe(true);
    }
  });

  it('keep the id of a topic that is made of its headline', () => {
    const made = worded(QUAY, 'kosten', 'headline', 'Was es kostet');
    expect(made === QUAY.replace('## Kosten', '## Was es kostet {#kosten}')).toBe(true);
  });

  it('are exchanged over a soft break, in Arabic and Chinese', () => {
    expect(worded(QUAY, 'kai', 'summary', 'Schiffe warten drei Tage.')?.includes('\nSchiffe warten drei Tage.  <!--')).toBe(true);
    const file = `${FRONT}## الرصيف {#r}\n\n- السفن تنتظر يومين.\n- 港口有12名引航员。\n`;
    expect(worded(file, 'r', 'points/1/1', 'السفن تنتظر ثلاثة أيام.') === file.replace('يومين', 'ثلاثة أيام')).toBe(true);
    expect(worded(file, 'r', 'points/1/2', '港口有14名引航员。') === file.replace('12', '14')).toBe(true);
  });

  it.each([
    ['words that would be another block', 'points/1/2', '# Lotsen'],
    ['a second paragraph', 'points/1/2', 'Der Hafen.\n\nHat Lotsen.'],
    ['nothing', 'points/1/2', ' '],
    ['a cell that would end its row', 'table/1/2.1', '20|25'],
    ['a comment that never ends', 'points/1/2', 'Der Hafen <!-- hat'],
  ])('are left where the file would say something else: %s', (_, at, text) => {
    expect(worded(QUAY, 'kai', at, text)).toBeNull();
  });

  it('are left where the line is another by now', () => {
    expect(wordArticle(QUAY, { topic: 'kai', at: 'points/1/2', hash: 'x', text: 'Der Hafen hat 14 Lotsen.' })).toBeNull();
    expect(wordArticle(QUAY, { topic: 'gone', at: 'headline', hash: 'x', text: 'Leer' })).toBeNull();
    expect(wordArticle('---\n', { topic: 'kai', at: 'headline', hash: 'x', text: 'Leer' })).toBeNull();
  });
});
