/** Decks as strangers' programs and hands leave them, merged with an article that has changed. */
import { describe, expect, it } from 'vitest';
import { writeZip, type Parts } from '../../../../../src/core/base/ooxml/zip.ts';
import { writePptx } from '../../../../../src/core/write/pptx/index.ts';
import { mergeDecks, type Merged } from '../../../../../src/core/write/pptx/merge/index.ts';
import { lint } from '../../../../../src/core/write/pptx/lint/index.ts';
import { readContent } from '../../../../../src/core/write/pptx/read/content.ts';
import { openPackage } from '../../../../../src/core/write/pptx/read/open.ts';
import { articleScene } from '../../../../support/article-scene.ts';
import { slideList } from '../../../../support/hand-edits.ts';
import { opened, partText } from '../../../../support/package.ts';
import { withOtherPrefixes } from '../../../../support/rewriting.ts';

const BODY = `Dues rise in June.

- The board agreed with the council.
- Barges pay less than yachts.
- Yachts pay more.`;

async function deckOf(change: (text: string) => string = (text) => text): Promise<Parts> {
  const article = change(
    `---\nid: a\ntitle: The harbour\nlanguage: en-GB\n---\n\n## Dues {#dues}\n\n${BODY}\n\n## More {#more}\n\nMore of it.\n`,
  );
  const briefing =
    'title: The harbour\ntemplate: policy-brief\nitems:\n  - topic: a/dues\n    depth: full\n  - topic: a/more\n    depth: full\n';
  return opened((await writePptx(await articleScene({ articles: [article], briefing }))).value);
}

/** The slide's part, and the deck with it changed. */
function byHand(
  deck: Parts,
  words: string,
  change: (xml: string) => string,
  also: (parts: Parts, part: string) => void = () => undefined,
): Parts {
  const parts = new Map(deck);
  const part = slideList(deck).find((slide) => partText(deck, slide.part).includes(words))?.part ?? '';
  const now = change(partText(deck, part));
  if (now === partText(deck, part)) throw new Error('nothing was changed');
  parts.set(part, now);
  also(parts, part);
  return parts;
}

const merge = (theirs: Parts, ours: Parts, choice?: 'theirs' | 'ours'): Merged => {
  const settings = { theirs, ours, layout: null, at: '2026-01-05T12:00:00.000' };
  const open = mergeDecks(settings);
  return choice === undefined ? open : mergeDecks({ ...settings, choices: new Map(open.conflicts.map(({ id }) => [id, choice])) });
};
const said = ({ parts }: Merged): string =>
  readContent(parts)
    .flatMap(({ boxes }) => boxes.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)))
    .join('\n');

/** A hand leads words of a line to an address. */
function withLink(deck: Parts, line: string, words: string): Parts {
  const relationship =
    '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/dues" TargetMode="External"/>';
  return byHand(
    deck,
    line,
    (xml) =>
      xml.replace(new RegExp(`<a:r>(<a:rPr[^>]*/>)?<a:t>${line.replace('.', '\\.')}</a:t></a:r>`), (_, own: string | undefined) => {
        const run = (text: string, link = ''): string => {
          const properties = (own ?? '<a:rPr/>').replace(/\/>$/, `>${link}</a:rPr>`);
          return text === '' ? '' : `<a:r>${properties}<a:t>${text}</a:t></a:r>`;
        };
        const [before = '', behind = ''] = line.split(words);
        return run(before) + run(words, '<a:hlinkClick r:id="rId77"/>') + run(behind);
      }),
    (parts, part) => {
      const name = part.replace('slides/', 'slides/_rels/') + '.rels';
      parts.set(name, partText(parts, name).replace('</Relationships>', `${relationship}</Relationships>`));
    },
  );
}

describe('a deck of other prefixes', () => {
  it('is read, merged and written as any other', async () => {
    const base = await deckOf();
    const theirs = byHand(base, 'Yachts pay more.', (xml) => xml.replace('Yachts pay more.', 'Yachts pay much more.'));
    const ours = await deckOf((text) => text.replace('in June', 'in July'));
    const odd = openPackage(writeZip(withOtherPrefixes(theirs))).parts;
    const [made, plain] = [merge(odd, ours), merge(theirs, ours)];
    expect([made.conflicts, lint(made.parts)]).toEqual([[], []]);
    expect(said(made)).toBe(said(plain));
    expect(said(made)).toMatch(/in July[^]*much more/);
  });
});

describe('a link that a hand put on a line', () => {
  it('stays on its words where the briefing changed others of the line', async () => {
    const base = await deckOf();
    const theirs = withLink(base, 'Barges pay less than yachts.', 'Barges');
    const made = merge(
      theirs,
      await deckOf((text) => text.replace('Barges pay less than yachts.', 'Barges pay 5 per cent less than yachts.')),
    );
    const [{ part } = { part: '' }] = slideList(made.parts).filter((slide) => partText(made.parts, slide.part).includes('5 per cent'));
    expect(made.conflicts).toEqual([]);
    expect(partText(made.parts, part)).toMatch(/<a:hlinkClick r:id="[^"]+"\/><\/a:rPr><a:t[^>]*>Barges<\/a:t>/);
    expect(lint(made.parts)).toEqual([]);
  });

  it('is asked about where its words are gone, and goes only if ours is taken', async () => {
    const base = await deckOf();
    const theirs = withLink(base, 'Barges pay less than yachts.', 'Barges');
    const ours = await deckOf((text) => text.replace('Barges pay less than yachts.', 'Small boats pay less.'));
    const open = merge(theirs, ours);
    expect(open.conflicts).toMatchObject([{ kind: 'words', theirs: ['Barges pay less than yachts.'], ours: ['Small boats pay less.'] }]);
    expect(said(open)).toContain('Barges pay less');
    const taken = merge(theirs, ours, 'ours');
    expect([said(taken).includes('Small boats pay less.'), said(taken).includes('Barges')]).toEqual([true, false]);
  });
});

describe('comments whose author no part names', () => {
  const classic = (parts: Parts, part: string): void => {
    parts.set(
      'ppt/comments/comment1.xml',
      '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>Is this so?</p:text></p:cm></p:cmLst>',
    );
    relate(parts, part, 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments', '../comments/comment1.xml');
    typed(parts, '/ppt/comments/comment1.xml', 'application/vnd.openxmlformats-officedocument.presentationml.comments+xml');
  };
  const modern = (parts: Parts, part: string): void => {
    parts.set(
      'ppt/comments/modernComment_1.xml',
      '<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p188:cm id="{1}" authorId="{2}"><p188:txBody><a:bodyPr/><a:p><a:r><a:t>Is this so?</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>',
    );
    relate(parts, part, 'http://schemas.microsoft.com/office/2018/10/relationships/comments', '../comments/modernComment_1.xml');
    typed(parts, '/ppt/comments/modernComment_1.xml', 'application/vnd.ms-powerpoint.comments+xml');
  };
  const relate = (parts: Parts, part: string, type: string, target: string): void => {
    const name = part.replace('slides/', 'slides/_rels/') + '.rels';
    parts.set(
      name,
      partText(parts, name).replace('</Relationships>', `<Relationship Id="rId88" Type="${type}" Target="${target}"/></Relationships>`),
    );
  };
  const typed = (parts: Parts, name: string, type: string): void =>
    void parts.set(
      '[Content_Types].xml',
      partText(parts, '[Content_Types].xml').replace('</Types>', `<Override PartName="${name}" ContentType="${type}"/></Types>`),
    );

  it.each([
    ['the old kind', classic],
    ['the modern kind', modern],
  ])('stay nobody’s beside one of ours: %s', async (_, comment) => {
    const base = await deckOf();
    const theirs = byHand(base, 'Yachts pay more.', (xml) => xml.replace('Yachts pay more.', 'Yachts pay much more.'), comment);
    const made = merge(theirs, await deckOf((text) => text.replace('Yachts pay more.', 'Yachts pay a lot.')));
    expect(made.conflicts).toHaveLength(1);
    const comments = readContent(made.parts).flatMap((slide) => slide.comments);
    expect(comments.map(({ author }) => author).sort()).toEqual(['', 'Lectern']);
    expect(comments.find(({ author }) => author === '')?.text).toBe('Is this so?');
    expect(lint(made.parts).filter((finding) => !JSON.stringify(lint(theirs)).includes(JSON.stringify(finding)))).toEqual([]);
    expect([...made.parts.keys()].some((name) => /^ppt\/(?:authors|commentAuthors)\.xml$/.test(name))).toBe(true);
    // Read again, it is ours alone that is open.
    expect(merge(made.parts, await deckOf((text) => text.replace('Yachts pay more.', 'Yachts pay a lot.'))).unsettled).toHaveLength(1);
  });

  it('are no words of the deck: a deck with comments alone merges as an unedited one', async () => {
    const base = await deckOf();
    const theirs = byHand(base, 'Yachts pay more.', (xml) => `${xml} `, classic);
    const made = merge(theirs, await deckOf((text) => text.replace('in June', 'in July')));
    expect(made.conflicts).toEqual([]);
    expect(said(made)).toContain('in July');
    expect(readContent(made.parts).flatMap((slide) => slide.comments)).toHaveLength(1);
  });
});
