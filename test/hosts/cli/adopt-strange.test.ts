/** What hands really do to a deck, as its briefing is offered it: bullets split and joined, slides copied, a cover deleted, other scripts. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folderWith, lectern } from '../../support/cli.ts';

const ARTICLE = `---
title: The port
language: en-GB
---

## Dues rise {#dues}

The dues rise in June. [¶1]

- Barges pay **less** than yachts. [¶1]
- Yachts pay more.
- The board agreed.

## The quay {#quay}

It is full.
`;
const BRIEFING =
  'title: The port\nlanguage: en-GB\ntemplate: policy-brief\noptions:\n  numbers: true\nitems:\n  - topic: port/dues\n    depth: full\n  - topic: port/quay\n    depth: full\n';
const FILES = {
  'port.md': ARTICLE,
  'port.source.txt': 'The dues rise in June. Barges pay less than yachts.\n',
  'port.briefing.yaml': BRIEFING,
};
const PRESENTATION = 'ppt/presentation.xml';

type Parts = Map<string, string>;
const slideOf = (parts: Parts, words: string): string =>
  [...parts.keys()].find((name) => /^ppt\/slides\/[^/]+\.xml$/.test(name) && (parts.get(name) ?? '').includes(words)) ?? '';
const paragraph = (xml: string, words: string): string =>
  new RegExp(`<a:p>(?:(?!<a:p>)[^])*>${words}(?:(?!</a:p>)[^])*</a:p>`).exec(xml)?.[0] ?? '';
const body =
  (change: (xml: string) => string) =>
  (parts: Parts): void => {
    const name = slideOf(parts, 'Yachts pay more.');
    parts.set(name, change(parts.get(name) ?? ''));
  };
const tags = (parts: Parts, change: (list: string[]) => string[]): void => {
  const xml = parts.get(PRESENTATION) ?? '';
  const list = [...xml.matchAll(/<p:sldId [^>]*\/>/g)].map(([tag]) => tag);
  parts.set(PRESENTATION, xml.replace(/<p:sldIdLst>.*<\/p:sldIdLst>/, `<p:sldIdLst>${change(list).join('')}</p:sldIdLst>`));
};

function duplicated(parts: Parts): void {
  const name = slideOf(parts, 'Yachts pay more.');
  const rels = (slide: string): string => slide.replace('slides/', 'slides/_rels/') + '.rels';
  const copy = 'ppt/slides/slide77.xml';
  parts.set(copy, (parts.get(name) ?? '').replace(/(creationId [^>]*val=")\d+/, '$17777'));
  parts.set(rels(copy), (parts.get(rels(name)) ?? '').replace(/<Relationship [^>]*notesSlide"[^>]*>/, ''));
  const presentation = 'ppt/_rels/presentation.xml.rels';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide';
  parts.set(
    presentation,
    (parts.get(presentation) ?? '').replace(
      '</Relationships>',
      `<Relationship Id="rId777" Type="${type}" Target="slides/slide77.xml"/></Relationships>`,
    ),
  );
  parts.set(
    '[Content_Types].xml',
    (parts.get('[Content_Types].xml') ?? '').replace(
      '</Types>',
      `<Override PartName="/${copy}" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>`,
    ),
  );
  tags(parts, (list) => list.toSpliced(2, 0, '<p:sldId id="777" r:id="rId777"/>'));
}

interface Offer {
  readonly edit: Record<string, unknown>;
  readonly was: string | null;
}

async function offers(
  change: (parts: Parts) => void,
): Promise<{ readonly edits: readonly Record<string, unknown>[]; readonly stays: readonly string[] }> {
  const folder = await folderWith(FILES);
  const built = await lectern(folder, 'build', 'port.briefing.yaml', '--format', 'pptx');
  expect(built.status, built.err).toBe(0);
  const files = unzipSync(await readFile(join(folder, 'port.pptx')));
  const parts: Parts = new Map(
    Object.entries(files).flatMap(([name, bytes]) => (/\.(?:xml|rels)$/.test(name) ? [[name, strFromU8(bytes)] as const] : [])),
  );
  change(parts);
  await writeFile(
    join(folder, 'port.pptx'),
    zipSync({ ...files, ...Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)])) }),
  );
  const { out, err } = await lectern(folder, 'adopt', 'port.pptx', '--briefing', 'port.briefing.yaml', '--json');
  expect(out, err).not.toBe('');
  const report = JSON.parse(out) as { offers: Offer[]; problems: { code: string; message: string; received?: string }[] };
  return {
    edits: report.offers.map(({ edit }) => edit),
    stays: report.problems
      .filter(({ code }) => code === 'home/stays')
      .map(({ message, received }) => `${message}${received === undefined ? '' : `: ${received}`}`),
  };
}

describe('what hands do', () => {
  it('two bullets joined: one line without the template’s words between them, the other taken out', async () => {
    const { edits } = await offers(
      body((xml) => {
        const [first, second] = [paragraph(xml, 'Yachts'), paragraph(xml, 'The board')];
        const runs = second.replace(/^<a:p>(?:<a:pPr[^>]*?(?:\/>|>[^]*?<\/a:pPr>))?/, '');
        return xml.replace(second, '').replace(first, first.replace(/(?:<a:endParaRPr[^>]*\/>)?<\/a:p>$/, runs));
      }),
    );
    expect(edits).toMatchObject([
      { kind: 'line', at: 'points/1/2', text: 'Yachts pay more. The board agreed.' },
      { kind: 'entry-removed', at: 'points/1/3' },
    ]);
  });

  it('one bullet split in two: the line, and one behind it, neither with the template’s words', async () => {
    const { edits } = await offers(
      body((xml) => {
        const line = paragraph(xml, 'Yachts');
        return xml.replace(line, line.replace('Yachts pay more.', 'Yachts pay.') + line.replace('Yachts pay more.', 'And more.'));
      }),
    );
    expect(edits).toMatchObject([
      { kind: 'line', at: 'points/1/2', text: 'Yachts pay.' },
      { kind: 'entry-added', after: 'points/1/2', text: 'And more.' },
    ]);
  });

  it('a slide duplicated: an own slide of what its topic says, not of where it comes from', async () => {
    const { edits } = await offers(duplicated);
    expect(edits).toEqual([
      {
        kind: 'own-added',
        after: { key: 'port/dues' },
        title: 'Dues rise',
        body: '- The dues rise in June.\n- Barges pay **less** than yachts.\n- Yachts pay more.\n- The board agreed.',
      },
    ]);
  });

  it('the cover deleted: it is left out', async () => {
    expect((await offers((parts) => tags(parts, (list) => list.slice(1)))).edits).toEqual([
      { kind: 'slide-removed', item: null, slide: 'title' },
    ]);
  });

  it('words of another language, with an emoji', async () => {
    const { edits } = await offers(body((xml) => xml.replace('Yachts pay more.', 'اليخوت تدفع أكثر 😀')));
    expect(edits).toMatchObject([{ kind: 'line', at: 'points/1/2', text: 'اليخوت تدفع أكثر 😀' }]);
  });

  it('a table pasted: it stays in the deck, and is said with its words', async () => {
    const cell = '<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>Pasted</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>';
    const table = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="77" name="Table 7"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="9"/></a:tblGrid><a:tr h="1">${cell}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
    const { edits, stays } = await offers(body((xml) => xml.replace('</p:spTree>', `${table}</p:spTree>`)));
    expect(edits).toEqual([]);
    expect(stays).toContain('something was put on the slide by hand: Pasted');
  });
});
