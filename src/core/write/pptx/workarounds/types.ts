import type { ChartBox, Scene } from '../../../layout/types.ts';
import type { Parts } from '../../../base/ooxml/zip.ts';
import type { Element } from '../../../base/ooxml/xml/tree.ts';

/** What workarounds of the package work on: pptxgenjs' parts by name, changed in place, and the scene they were made from. */
export interface PackageWorkaround {
  readonly name: string;
  /** What is wrong with what pptxgenjs 4.0.1 writes. */
  readonly defect: string;
  /** Upstream issues, `#1534`; null where none is known. */
  readonly issue: string | null;
  readonly apply: (parts: Parts, scene: Scene) => void;
}

/** What workarounds of a chart work on: the root of its part. */
export interface ChartWorkaround {
  readonly name: string;
  readonly defect: string;
  readonly issue: string | null;
  readonly apply: (root: Element, box: ChartBox, scene: Scene) => void;
}

/** What workarounds of a chart's workbook work on: the parts inside the .xlsx. */
export interface WorkbookWorkaround {
  readonly name: string;
  readonly defect: string;
  readonly issue: string | null;
  readonly apply: (files: Map<string, string>, box: ChartBox, scene: Scene) => void;
}
