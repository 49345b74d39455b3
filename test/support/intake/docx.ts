import { strToU8, zipSync } from 'fflate';

export interface DocxSpec {
  readonly core?: { readonly creator?: string; readonly title?: string; readonly created?: string };
  readonly comments?: number;
  /** How many of the paragraphs are tracked insertions, from the last. */
  readonly insertions?: number;
  readonly paragraphs: readonly DocxParagraph[];
}

export type DocxParagraph =
  | { readonly style?: string; readonly text: string; readonly bold?: boolean; readonly italic?: boolean; readonly note?: string }
  | { readonly table: readonly (readonly string[])[] };

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STYLES: Readonly<Record<string, string>> = {
  Title: 'Title',
  Subtitle: 'Subtitle',
  Author: 'Author',
  Date: 'Date',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  ListBullet: 'List Bullet',
};

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A Word document as Word would lay it out, parts and all; `extra` adds or replaces parts. */
export function makeDocx(spec: DocxSpec, extra: Readonly<Record<string, string>> = {}): Uint8Array {
  const notes: string[] = [];
  const body = spec.paragraphs.map((paragraph, index) => {
    if ('table' in paragraph) {
      const rows = paragraph.table.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:p>${run(cell, '')}</w:p></w:tc>`).join('')}</w:tr>`);
      return `<w:tbl>${rows.join('')}</w:tbl>`;
    }
    const { style, text, bold, italic, note } = paragraph;
    const numbered = style === 'ListBullet' ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '';
    const props = style ? `<w:pPr><w:pStyle w:val="${style}"/>${numbered}</w:pPr>` : '';
    const format = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`;
    if (note) notes.push(note);
    const reference = note ? `<w:r><w:footnoteReference w:id="${notes.length + 1}"/></w:r>` : '';
    const inserted = spec.paragraphs.length - index <= (spec.insertions ?? 0);
    const words = inserted ? `<w:ins w:id="${900 + index}" w:author="A">${run(text, format)}</w:ins>` : run(text, format);
    return `<w:p>${props}${words}${reference}</w:p>`;
  });
  const footnotes = notes.map((note, index) => `<w:footnote w:id="${index + 2}"><w:p>${run(note, '')}</w:p></w:footnote>`).join('');
  const comments = Array.from(
    { length: spec.comments ?? 0 },
    (_, id) => `<w:comment w:id="${id}" w:author="A"><w:p>${run('Really?', '')}</w:p></w:comment>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${R}/footnotes" Target="footnotes.xml"/><Relationship Id="rId3" Type="${R}/numbering" Target="numbering.xml"/><Relationship Id="rId4" Type="${R}/comments" Target="comments.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body.join('')}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}>${Object.entries(STYLES)
      .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
      .join('')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${W}>${footnotes}</w:footnotes>`,
    'word/comments.xml': `<w:comments ${W}>${comments.join('')}</w:comments>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>${escape(spec.core?.creator ?? '')}</dc:creator><dc:title>${escape(spec.core?.title ?? '')}</dc:title><dcterms:created>${spec.core?.created ?? ''}</dcterms:created></cp:coreProperties>`,
    ...extra,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function run(text: string, format: string): string {
  return `<w:r>${format ? `<w:rPr>${format}</w:rPr>` : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
}
