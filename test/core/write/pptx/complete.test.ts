import { beforeAll, describe, expect, it } from 'vitest';
import { readZip, type Parts } from '../../../../src/core/base/ooxml/zip.ts';
import { partText, slideText, written } from '../../../support/package.ts';
import { richScene } from '../../../support/rich-scene.ts';
import { makeScene, slideId } from '../../../support/scene.ts';

let rich: Parts;

beforeAll(async () => {
  rich = await written(richScene());
});

describe('notes', () => {
  it('have a paragraph each, headings and sources told apart', () => {
    const paragraphs = partText(rich, 'ppt/notesSlides/notesSlide2.xml').match(/<a:p>.*?<\/a:p>/g) ?? [];
    expect(paragraphs).toHaveLength(3);
    expect(paragraphs[1]).toContain('b="1"');
    expect(paragraphs[2]).toContain('<a:t>[3]</a:t>');
  });

  it('are there where there is something to say, and nowhere else', () => {
    const pages = [...rich.keys()].filter((name) => /^ppt\/notesSlides\/[^/]+\.xml$/.test(name));
    expect(pages).toEqual(['ppt/notesSlides/notesSlide2.xml', 'ppt/notesSlides/notesSlide9.xml']);
  });
});

describe('sections', () => {
  const sections = [
    { title: 'First & last', slides: [slideId(1)] },
    { title: 'Middle', slides: [slideId(2), slideId(3)] },
  ];
  const list = async (): Promise<string> => partText(await written(makeScene([{}, {}, {}], { sections })), 'ppt/presentation.xml');

  it('hold their slides', async () => {
    const xml = await list();
    expect(xml.match(/<p14:section .*?<\/p14:section>/g)?.map((s) => s.match(/sldId id="\d+"/g)?.length)).toEqual([1, 2]);
    expect(xml).toContain('name="First &amp; last"');
  });

  it('keep their ids from build to build', async () => {
    expect(await list()).toBe(await list());
  });
});

describe('document properties', () => {
  it('are the deck’s own: title, presenter, its date, its stamp', () => {
    const core = partText(rich, 'docProps/core.xml');
    expect(core).toContain('<dc:title>A test deck</dc:title>');
    expect(core).toContain('<dc:creator>P. Resenter</dc:creator>');
    expect(core.match(/2024-03-01T00:00:00Z/g)).toHaveLength(2);
    expect(partText(rich, 'docProps/custom.xml')).toContain('0a1b2c3d');
  });

  it('list the slides’ titles', () => {
    expect(partText(rich, 'docProps/app.xml')).toContain('<vt:lpstr>Points &amp; &lt;more&gt; &quot;quoted&quot;</vt:lpstr>');
    expect(partText(rich, 'docProps/app.xml')).toContain('<Slides>11</Slides><Notes>2</Notes>');
  });

  it('leave out what is not known', async () => {
    const core = partText(await written(makeScene([{}], {}, { presenter: null, title: '' })), 'docProps/core.xml');
    expect(core).not.toMatch(/dc:creator|dc:title/);
  });
});

describe('pictures', () => {
  it('are stored once, however often they stand on slides', () => {
    expect([...rich.keys()].filter((name) => name.startsWith('ppt/media/'))).toHaveLength(1);
    expect(slideText(rich, 10).match(/<p:pic>/g)).toHaveLength(2);
  });

  it('are cropped as layout said', () => {
    expect(slideText(rich, 10)).toContain('<a:srcRect l="10000" r="10000"/>');
  });
});

describe('the audience’s copy', () => {
  it('holds a word of the notes nowhere, in no part and no part of a part', async () => {
    const scene = richScene(undefined, { recipe: null, forPresenter: false });
    const parts = await written({ ...scene, slides: scene.slides.map((slide) => ({ ...slide, notes: [] })) });
    const decoder = new TextDecoder();
    const texts = [...parts].flatMap(([name, content]) => {
      if (typeof content === 'string') return [content];
      return name.endsWith('.xlsx') ? [...readZip(content).values()].map((bytes) => decoder.decode(bytes)) : [];
    });
    for (const text of texts) expect(text).not.toMatch(/Say this|And this|lectern":1/);
  });
});
