import { withoutDirectionMarks } from '../../../base/bidi.ts';
import { isRaised, labelsOf } from '../../../base/ooxml/labels.ts';
import { Words } from '../words.ts';
import { child, children, textOf, value, type XmlElement } from '../xml/index.ts';

/** A paragraph of a slide. */
export interface SlideLine {
  readonly text: string;
  /** 0 to 8. */
  readonly level: number;
  /** Of a numbered list: the number it begins with, where the slide says; else null. */
  readonly numbered: { readonly start: number | null } | null;
  /** It begins with a source label of ours: an excerpt of that source. */
  readonly labelled: boolean;
}

/** Fields that a program fills in: a slide's number, today's date. */
const FILLED = /^(?:slidenum|datetime|footer|header)/i;

/** The paragraphs of a text body (`p:txBody`, `a:txBody`, `dsp:txBody`, `dgm:t`), empty ones left out. */
export function linesOf(body: XmlElement | null): SlideLine[] {
  return body === null ? [] : children(body, 'a:p').flatMap((paragraph) => lineOf(paragraph) ?? []);
}

function lineOf(paragraph: XmlElement): SlideLine | null {
  const words = new Words();
  let raised = '';
  let labelled = false;
  const flush = (): void => {
    // Our own source labels are raised, and number another list than the article's paragraphs.
    const { text: left, refs } = labelsOf(raised);
    labelled ||= refs.length > 0 && (words.text + left).trim() === '';
    words.add(left, 'super');
    raised = '';
  };
  for (const part of children(paragraph)) {
    if (part.name === 'a:br') {
      flush();
      words.add(' ');
    } else if (part.name === 'a:r' || (part.name === 'a:fld' && !FILLED.test(value(part, 'type') ?? ''))) {
      const baseline = value(child(part, 'a:rPr') ?? part, 'baseline');
      const text = textOf(child(part, 'a:t'));
      if (isRaised(baseline)) raised += text;
      else {
        flush();
        words.add(text, Number.parseFloat(baseline ?? '0') < 0 ? 'sub' : null);
      }
    }
  }
  flush();
  const text = withoutDirectionMarks(words.text).replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  const properties = child(paragraph, 'a:pPr');
  const numbering = child(properties, 'a:buAutoNum');
  const level = Math.max(0, Math.min(8, Number.parseInt((properties && value(properties, 'lvl')) ?? '0', 10) || 0));
  const start = numbering === null ? null : Number.parseInt(value(numbering, 'startAt') ?? '', 10) || null;
  return { text, level, numbered: numbering === null ? null : { start }, labelled };
}

export interface SlideTable {
  readonly rows: readonly (readonly string[])[];
  /** Cells that reach over others. */
  readonly merged: number;
}

/** A table's cells (`a:tbl`); words of merged cells stand in the first of them, the others are empty. */
export function tableOf(table: XmlElement): SlideTable {
  let merged = 0;
  const rows = children(table, 'a:tr').map((row) =>
    children(row, 'a:tc').map((cell) => {
      if (Number(value(cell, 'gridSpan') ?? 1) > 1 || Number(value(cell, 'rowSpan') ?? 1) > 1) merged += 1;
      if (isOn(value(cell, 'hMerge')) || isOn(value(cell, 'vMerge'))) return '';
      return linesOf(child(cell, 'a:txBody'))
        .map(({ text }) => text)
        .join(' ');
    }),
  );
  return { rows, merged };
}

/** A boolean of XML Schema. */
export function isOn(flag: string | null): boolean {
  return flag === '1' || flag === 'true';
}
