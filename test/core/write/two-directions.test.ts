import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeHtml } from '../../../src/core/write/html/index.ts';
import { writePptx } from '../../../src/core/write/pptx/index.ts';
import { FONTS, list, sceneOf, slide, text } from '../../support/layout.ts';
import { packTheme } from '../../support/theme.ts';

const NOTES = ['להתחיל במספר: −3.1%.', 'The board’s report, p. 12, says: “No surplus.”', 'ה־OECD פרסם אתמול את נתוני GDP.'];

function deck(direction: 'ltr' | 'rtl'): ReturnType<typeof sceneOf> {
  const spoken = NOTES.map((note) => ({ kind: 'text' as const, runs: text(note) }));
  const one = { ...slide({ body: [list('נקודה', 'Point')] }, { layout: 'points', title: text('כותרת') }), notes: spoken };
  const scene = sceneOf([one], {
    theme: packTheme('policy-brief', { direction }),
    meta: { language: direction === 'rtl' ? 'he' : 'en', direction },
  });
  const source = {
    number: 1, title: 'Lindmouth: a port (2nd ed.)', authors: ['Ana Lind'], authorLine: 'Ana Lind', publisher: null, published: '2025', publishedText: '12 במאי 2025',
    paragraph: 3, url: null, excerpt: 'The quay is full on 140 days.', reworded: [], isNote: false, article: 'port',
  }; // prettier-ignore
  return { ...scene, sources: [source] };
}

describe('notes and sources of a right-to-left deck', () => {
  it('run as most of their letters do, in the page', async () => {
    const html = new TextDecoder().decode((await writeHtml(deck('rtl'), FONTS)).value);
    // Each paragraph ends where the next begins.
    expect(html).toMatch(
      /<p>להתחיל במספר: \u200E−3\.1%\.<p dir=ltr>The board’s report, p\. 12, says: “No surplus\.”<p>ה־OECD פרסם אתמול את נתוני GDP\.<\/(?:div|section|aside)>/u,
    );
    expect(html).toContain('<blockquote dir=ltr><p>The quay is full on 140 days.</p></blockquote>');
    expect(html).toContain('<p><bdi dir=ltr>Ana Lind</bdi>: <cite><bdi dir=ltr>Lindmouth: a port (2nd ed.)</bdi></cite>, 12 במאי 2025');
  });

  it('and on the notes page in PowerPoint', async () => {
    const xml = new TextDecoder().decode(unzipSync((await writePptx(deck('rtl'))).value)['ppt/notesSlides/notesSlide1.xml']);
    const paragraphs = [...xml.matchAll(/<a:p>(.*?)<\/a:p>/g)].map(([, inner = '']) => /<a:pPr[^>]*>/.exec(inner)?.[0] ?? null);
    expect(paragraphs).toEqual([null, '<a:pPr algn="l" rtl="0"/>', null]);
  });

  it('as those of a left-to-right one do the other way round', async () => {
    const { value } = await writePptx(deck('ltr'));
    const xml = new TextDecoder().decode(unzipSync(value)['ppt/notesSlides/notesSlide1.xml']);
    const paragraphs = [...xml.matchAll(/<a:p>(.*?)<\/a:p>/g)].map(([, inner = '']) => /<a:pPr[^>]*>/.exec(inner)?.[0] ?? null);
    expect(paragraphs).toEqual(['<a:pPr algn="r" rtl="1"/>', null, '<a:pPr algn="r" rtl="1"/>']);
  });
});
