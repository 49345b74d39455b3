import { describe, expect, it } from 'vitest';
import { renewedAgenda, withoutEntries } from '../../../../../src/core/write/pptx/merge/agenda.ts';

const NAMES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const line = (words: string, link = ''): string =>
  `<a:p><a:r><a:rPr lang="en">${link === '' ? '' : `<a:hlinkClick r:id="${link}" action="ppaction://hlinksldjump"/>`}</a:rPr><a:t>${words}</a:t></a:r></a:p>`;

const text = (id: number, paragraphs: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="T${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`;

const row = (n: number, words: string, side: string, link = `rId${n}`): string =>
  `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${n}0" name="body/Row ${n}" descr="${words}; ${side}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${text(n * 10 + 1, line(String(n)))}${text(n * 10 + 2, line(words, link))}${text(n * 10 + 3, line(side))}</p:grpSp>`;

const slide = (shapes: string): string =>
  `<p:sld ${NAMES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree></p:cSld></p:sld>`;

const agenda = slide(row(1, 'Ports &amp; dues', '2 min') + row(2, 'Barges', '1 min'));

describe('a slide that lists others', () => {
  it('loses the whole row of an entry whose slide is gone, not its words alone', () => {
    const gone = renewedAgenda(agenda, new Map([['Barges', null]]), false);
    expect(gone).toBe(slide(row(1, 'Ports &amp; dues', '2 min')));
    expect(withoutEntries(agenda, (markup) => markup.includes('rId2'))).toBe(gone);
  });

  it('has the title that a hand gave, in its words and for whoever cannot see them', () => {
    const now = renewedAgenda(agenda, new Map([['Ports & dues', 'Ports < dues']]), false);
    expect(now.includes('<a:t>Ports &lt; dues</a:t>')).toBe(true);
    expect(now.includes('descr="Ports &lt; dues; 2 min"')).toBe(true);
    expect(now.includes('Ports &amp; dues')).toBe(false);
    expect(now.includes('r:id="rId1"')).toBe(true);
  });

  it('has entries whose whole shape is the link', () => {
    const button = (n: number, words: string): string =>
      text(n, line(words)).replace(
        `name="T${n}"/>`,
        `name="T${n}"><a:hlinkClick r:id="rId${n}" action="ppaction://hlinksldjump"/></p:cNvPr>`,
      );
    const listed = slide(button(2, 'One') + button(3, 'Two'));
    expect(withoutEntries(listed, (own) => own.includes('rId3'))).not.toContain('Two');
    expect(renewedAgenda(listed, new Map([['Two', null]]), true)).not.toContain('Two');
    expect(renewedAgenda(listed, new Map([['Two', 'Three']]), true)).toContain('<a:t>Three</a:t>');
  });

  it('loses a line alone where entries are lines of one text', () => {
    const listed = slide(text(2, line('One', 'rId1') + line('Two', 'rId2')));
    expect(renewedAgenda(listed, new Map([['Two', null]]), false)).toBe(slide(text(2, line('One', 'rId1'))));
  });

  it('of sources keeps one that is called as a slide is and leads nowhere', () => {
    const sources = slide(row(1, 'Barges', '¶ 1–4', '') + row(2, 'Barges', '¶ 2'));
    const now = renewedAgenda(sources, new Map([['Barges', null]]), true);
    expect(now).toBe(slide(row(1, 'Barges', '¶ 1–4', '')));
  });
});
