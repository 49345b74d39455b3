import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/core/layout/types.ts';
import { writeHtml } from '../../src/core/write/html/index.ts';
import { writePptx } from '../../src/core/write/pptx/index.ts';
import { articleScene } from '../support/article-scene.ts';
import { parts } from '../support/build.ts';
import { FONTS } from '../support/layout.ts';
import { PACKS } from '../support/samples.ts';

const timeline = (...rows: readonly string[]): string => `:::timeline\n| Date | Event |\n|---|---|\n${rows.join('\n')}\n:::`;
const EVENTS = timeline('| 1987 | The lock is opened. |', '| 2019 | It is widened. |', '| 2031 | It shall be closed. |');

const article = (front: string, ...blocks: readonly string[]): string => `---\ntitle: The lock\n${front}\n---\n\n${blocks.join('\n\n')}\n`;
const english = (front = ''): string => article(front, '## Ships {#ships}', 'They wait.', '- Eight at a time.', EVENTS);
const arabic = article('language: ar', '## السفن {#ships}', 'تنتظر السفن.', timeline('| 1987 | فتح القناة. |', '| 2019 | توسيع القناة. |'));

/** Every word and attribute of the scene's slides. */
const said = ({ slides }: Scene): string => JSON.stringify(slides);

/** What a person can read of a date anywhere: no other number of four digits stands in these articles. */
const YEARS = /(?<![\d#a-f])(?:19|20)\d\d(?![\da-f])/g;
const years = (text: string): string[] => [...new Set(text.match(YEARS))].sort();

/** A date in the layout's own digits, for Arabic. */
const EASTERN = /[\u0660-\u0669\u06F0-\u06F9]{4}/g;

/** The HTML that is shown, without fonts, styles and pictures. */
const shown = (html: string): string =>
  html
    .replace(/<style[^]*?<\/style>|<script(?! type="application\/json")[^]*?<\/script>|<svg[^]*?<\/svg>|data:[^"')]+/g, '')
    .replace(/<[^>]*>/g, ' ');

describe.each(PACKS)('a deck without a date, in %s', (pack) => {
  it.each(['light', 'dark'] as const)('has none on any slide, %s', async (variant) => {
    for (const forPresenter of [true, false]) {
      const scene = await articleScene({ articles: [english()], pack, variant, forPresenter });
      expect(scene.meta.date).toBeNull();
      expect(years(said(scene))).toEqual(['1987', '2019', '2031']);
      expect(said(scene)).not.toContain('today');
    }
  });

  it('has none from right to left', async () => {
    const text = said(await articleScene({ articles: [arabic], pack }));
    expect(years(text).concat([...new Set(text.match(EASTERN))].sort())).toHaveLength(2);
  });

  it('has none in either file but among the package’s properties', async () => {
    const scene = await articleScene({ articles: [english()], pack });
    const { value: html } = await writeHtml(scene, FONTS);
    expect(years(shown(new TextDecoder().decode(html)))).toEqual(['1987', '2019', '2031']);
    const { value: pptx } = await writePptx(scene);
    const visible = [...parts(pptx)].filter(([name]) => /^ppt\/(slides|notesSlides)\/[^/]*\.xml$/.test(name));
    expect(visible.length).toBeGreaterThan(2);
    const spoken = visible.flatMap(([, xml]) =>
      [...xml.matchAll(/<a:t>([^<]*)<|descr="([^"]*)"/g)].map((m) => `${m[1] ?? ''} ${m[2] ?? ''}`),
    );
    expect(years(spoken.join(' '))).toEqual(['1987', '2019', '2031']);
    expect(
      parts(pptx)
        .get('docProps/core.xml')
        ?.match(/>2000-01-01T00:00:00Z</g),
    ).toHaveLength(2);
  });

  it('has none where it is all of the briefer’s own', async () => {
    const briefing = `title: T\nitems:\n  - own: Mine\n    body: |\n      Words.\n\n${EVENTS.replace(/^/gm, '      ')}\n`;
    const scene = await articleScene({ articles: [english()], pack, briefing });
    expect(years(said(scene))).toEqual(['1987', '2019', '2031']);
  });

  it('has no empty line where its date would stand', async () => {
    const scene = await articleScene({ articles: [english()], pack });
    const [cover] = scene.slides;
    const empty = cover?.boxes.filter((box) => box.kind === 'text' && box.paragraphs.every(({ runs }) => runs.length === 0));
    expect(empty).toEqual([]);
    expect(said(scene)).not.toMatch(/"text":"[^"]*(?:null|, )"/);
  });
});

describe('a date of a month or a year', () => {
  it('is shown as what it is', async () => {
    for (const pack of PACKS) {
      const scene = await articleScene({ articles: [english('published: 2024-03')], pack });
      const text = said(scene);
      expect(text).toContain('March 2024');
      expect(text).not.toMatch(/1 March|March 1|2024-03-01/);
      const html = shown(new TextDecoder().decode((await writeHtml(scene, FONTS)).value));
      expect(html).not.toContain('2024-03-01');
    }
  });

  it('marks its place on a timeline where it can be only one', async () => {
    const marks = async (published: string): Promise<boolean> =>
      said(await articleScene({ articles: [english(`published: ${published}`)] })).includes('today');
    expect(await marks('2024-03')).toBe(true);
    expect(await marks('2024')).toBe(true);
    expect(await marks('2019')).toBe(false);
    expect(await marks('1986')).toBe(false);
  });

  it('stands in the package as its first day, since that knows days alone', async () => {
    const scene = await articleScene({ articles: [english('published: 2024')] });
    expect(parts((await writePptx(scene)).value).get('docProps/core.xml')).toContain('2024-01-01T00:00:00Z');
  });
});

describe('the deck’s date', () => {
  const date = async (fronts: readonly string[], briefing?: string): Promise<string | null> => {
    const articles = fronts.map((front) => english(front));
    return (await articleScene({ articles, ...(briefing === undefined ? {} : { briefing }) })).meta.date;
  };

  it('is the one that its articles name', async () => {
    expect(await date(['published: 2021-04-30'])).toBe('2021-04-30');
    expect(await date(['published: 2021-04', 'published: 2021-04'])).toBe('2021-04');
    expect(await date(['', 'published: 2021'])).toBe('2021');
  });

  it('is none of theirs where these are several', async () => {
    expect(await date(['published: 2021-04-30', 'published: 2023-11'])).toBeNull();
    expect(await date(['published: 2021-04', 'published: 2021-04-01'])).toBeNull();
  });

  it('is the briefing’s before all others', async () => {
    const briefing = 'title: T\ndate: 2025-06-02\nitems:\n  - topic: a/ships\n  - topic: b/ships\n';
    expect(await date(['published: 2021-04-30', 'published: 2023-11'], briefing)).toBe('2025-06-02');
  });
});
