import { attribute } from '../../../base/ooxml/xml/scan.ts';
import { withoutDirectionMarks } from '../../../base/bidi.ts';
import { child, children, parseXml, textOf } from '../../../base/ooxml/xml/tree.ts';
import { labelOf } from '../../../base/ooxml/labels.ts';
import type { TextRun } from '../../../base/text.ts';
import type { LinePlace } from './hand-types.ts';
import type { Line } from './lines.ts';
import type { SideSlide } from './side.ts';

/** The words of a paragraph's XML with their looks, without source labels. */
export function runsOf(xml: string): TextRun[] {
  return children(parseXml(xml)).flatMap((part): TextRun[] => {
    if (part.name === 'a:br') return [{ text: '\n' }];
    if (part.name !== 'a:r') return [];
    const list = child(part, 'a:rPr')?.attributes ?? '';
    const text = textOf(child(part, 'a:t'));
    const baseline = attribute(list, 'baseline');
    if (labelOf(text, baseline) !== null) return [];
    const raised = Number.parseFloat(baseline ?? '0');
    const isOn = (name: string): boolean => ['1', 'true'].includes(attribute(list, name) ?? '');
    return [
      {
        text: withoutDirectionMarks(text).replaceAll('\u00AD', ''),
        ...(isOn('b') && { bold: true as const }),
        ...(isOn('i') && { italic: true as const }),
        ...(/Strike$/.test(attribute(list, 'strike') ?? '') && attribute(list, 'strike') !== 'noStrike' && { strike: true as const }),
        ...(raised > 0 ? { script: 'super' as const } : raised < 0 ? { script: 'sub' as const } : {}),
      },
    ];
  });
}

/** What an edited deck and ours are read with, for what a hand did. */
export interface Reading {
  readonly stamp: string;
  readonly numbers: ReadonlyMap<SideSlide, number>;
  /** Where each of our lines stands, by part and offset. */
  readonly places: ReadonlyMap<string, LinePlace>;
  /** Our slides, in order. */
  readonly ours: readonly SideSlide[];
  readonly text: (part: string) => string;
}

export const key = ({ part, from }: Pick<Line, 'part' | 'from'>): string => `${part} ${from}`;
