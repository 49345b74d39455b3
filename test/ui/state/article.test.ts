import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article/index.ts';
import { createKeptText } from '../../../src/ui/kept-text.ts';
import { ARTICLE_PIECES, pieceAt, PIECE_NAMES, referenceAt, type Change } from '../../../src/ui/state/article-pieces.ts';
import { endOfLine, isTyped, lineOf, openArticle, outline, topicAt, typed } from '../../../src/ui/state/article.ts';
import { shelf } from '../../support/shelf.ts';

const TEXT = `---
title: One
note: |
  ## none
---

## First {#first}

Sum.

\`\`\`
## none either
\`\`\`

- Point. [¶1]

## Second ##

:::table
| A | B |
|---|---|
| a | 1 |
:::

### Below

Last.
`;

/** One with every kind of line that a piece may come to stand beside. */
const SOUND = `---
title: One
---

## First

Sum. [¶1]

- Point. [¶1]

  Its second paragraph.
  - Below it.
  - And this.
- Next.

1. One.
2. Two.

> Words.
>
> More.
> — Ana Ruiz, minister

## Second

| A | B |
|---|---|
| a | 1 |

:::steps
1. Decide

2. **Build**
:::

:::notes
Say it.

Slowly.
:::
`;

const applied = (text: string, { from, to, words }: Change): string => text.slice(0, from) + words + text.slice(to);
const caretAt = (words: string): number => TEXT.indexOf(words);

describe('the topics of a text', () => {
  it('are its headings of the second level, outside front matter and fenced text', () => {
    expect(outline(TEXT)).toEqual([
      { heading: 'First', line: 7 },
      { heading: 'Second', line: 17 },
    ]);
    expect(outline('')).toEqual([]);
  });

  it('hold the caret, which before the first is in none', () => {
    expect(['title', '## First', 'Sum.', '- Point', '| a |', 'Last.'].map((words) => topicAt(TEXT, lineOf(TEXT, caretAt(words))))).toEqual([
      -1, 0, 0, 0, 1, 1,
    ]);
    expect(TEXT.slice(0, endOfLine(TEXT, 7)).endsWith('{#first}')).toBe(true);
    expect([endOfLine(TEXT, 0), endOfLine(TEXT, 999)]).toEqual([3, TEXT.length]);
  });
});

describe('what is put in', () => {
  it.each(PIECE_NAMES)('can be read wherever the caret was: %s', (name) => {
    for (let caret = 0; caret >= 0; caret = SOUND.indexOf('\n', caret) + 1 || -1) {
      const text = applied(SOUND, pieceAt(SOUND, caret, name));
      const { value, problems } = parseArticle(text, { file: 'a.md', source: null });
      expect(
        problems.filter(({ severity }) => severity === 'error'),
        `${name} at ${caret}\n${text}`,
      ).toEqual([]);
      // In the place of nothing, and whole.
      expect(text.replace(/\s+/g, '')).toHaveLength((SOUND + ARTICLE_PIECES[name]).replace(/\s+/g, '').length);
      expect(text).toContain(ARTICLE_PIECES[name].trimEnd());
      expect(value?.topics).toHaveLength(name === 'topic' ? 3 : 2);
    }
  });

  it('stands behind the block that the caret is in, a point on the line below, a topic behind its topic', () => {
    const at = (words: string, name: (typeof PIECE_NAMES)[number]): string => applied(TEXT, pieceAt(TEXT, caretAt(words), name));
    expect(at('| a | 1', 'quotation')).toContain('| a | 1 |\n:::\n\n> The words');
    expect(at('- Point', 'point')).toContain('- Point. [¶1]\n- A point\n');
    const inList = (words: string): string => applied(SOUND, pieceAt(SOUND, SOUND.indexOf(words), 'point'));
    expect(inList('Point.')).toContain('  - And this.\n- A point\n- Next.');
    expect(inList('Below')).toContain('  - Below it.\n  - A point\n  - And this.');
    expect(inList('More.')).toContain('minister\n\n- A point\n\n## Second');
    expect(applied('---\ntitle: One\n---\n', pieceAt('', 0, 'point'))).toContain('## New topic');
    expect(at('Sum.', 'topic')).toContain('- Point. [¶1]\n\n## New topic');
  });

  it('is a reference behind the words of the line, beside those that it has, once', () => {
    const at = (words: string, paragraph: number): string => applied(TEXT, referenceAt(TEXT, caretAt(words), paragraph));
    expect(at('Sum.', 3)).toContain('Sum. [¶3]\n');
    expect(at('- Point', 2)).toContain('- Point. [¶1, ¶2]\n');
    expect(at('- Point', 1)).toBe(TEXT);
  });
});

describe('an open text', () => {
  const read = { file: 'a.md', article: 'a', text: `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`, hash: 'h', paragraphs: [], problems: [] };

  it('has one sign at the end of a line, and is not taken for typed', () => {
    const open = openArticle(read, null, null);
    expect([open.text, isTyped(open), open.saving.kind]).toEqual([TEXT, false, 'saved']);
  });

  it('is what was typed last time, where that did not reach the file', () => {
    const typedText = (text: string) => ({ text, basedOn: 'h' });
    const open = openArticle(read, typedText(`${TEXT}More.\n`), { line: 25 });
    expect([open.rescued, isTyped(open), open.topic]).toEqual([true, true, 1]);
    expect(openArticle(read, typedText(TEXT), null).rescued).toBe(false);
    // Somebody else has written since: neither goes over the other unasked.
    expect([open.saving.kind, openArticle(read, { text: 'x', basedOn: 'other' }, null).saving.kind]).toEqual(['changed', 'conflict']);
  });

  it('stays a conflict until that is settled', () => {
    const open = { ...openArticle(read, null, null), saving: { kind: 'conflict' as const } };
    expect(typed(open, 'x').saving.kind).toBe('conflict');
    expect(typed(openArticle(read, null, null), 'x').saving.kind).toBe('changed');
  });
});

describe('what is kept in the browser', () => {
  it('comes back by workspace and file, until it is dropped', () => {
    const storage = shelf();
    const kept = createKeptText(() => storage);
    const words = { text: 'typed', basedOn: 'h' };
    kept.put('/w', 'a.md', words);
    expect([kept.take('/w', 'a.md'), kept.take('/w', 'b.md'), kept.take('/v', 'a.md')]).toEqual([words, null, null]);
    kept.drop('/w', 'a.md');
    expect(kept.take('/w', 'a.md')).toBeNull();
  });

  it('is nowhere where the browser takes nothing, and nothing breaks', () => {
    const full = createKeptText(() => shelf(true));
    full.put('/w', 'a.md', { text: 'typed', basedOn: 'h' });
    const blocked = createKeptText(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    expect([full.take('/w', 'a.md'), blocked.take('/w', 'a.md')]).toEqual([null, null]);
  });
});
