import { attribute, scan } from '../../../base/ooxml/xml/scan.ts';

/** What the rules look at, gathered from one part in one pass. */
export interface PartFacts {
  readonly name: string;
  readonly text: string;
  /** What makes it ill-formed, or null. */
  readonly fault: string | null;
  readonly root: string;
  /** Shape ids in order. */
  readonly shapeIds: readonly string[];
  readonly placeholders: readonly Placeholder[];
  /** Ids of relationships that the part's elements name. */
  readonly usedRelationships: readonly string[];
  readonly tables: readonly TableFacts[];
  /** Axis ids that charts name, and those that axes have. */
  readonly namedAxes: readonly string[];
  readonly axes: readonly string[];
  /** Layout ids on a master, master ids and slide ids in the presentation, by the element that lists them. */
  readonly listed: readonly Listed[];
  readonly sections: readonly SectionFacts[];
}

export interface Placeholder {
  /** `obj` where the element has none. */
  readonly type: string;
  /** 0 where the element has none. */
  readonly index: string;
}

export interface TableFacts {
  readonly columns: number;
  /** Cells of each row. */
  readonly rows: readonly number[];
}

export interface Listed {
  readonly element: string;
  readonly id: string;
  readonly relationship: string;
}

export interface SectionFacts {
  readonly name: string;
  readonly guid: string;
  readonly slides: readonly string[];
}

const LISTS = new Set(['p:sldMasterId', 'p:sldLayoutId', 'p:sldId', 'p:notesMasterId']);
const AXES = new Set(['c:catAx', 'c:valAx', 'c:dateAx', 'c:serAx']);
const RELATIONSHIP_ATTRIBUTE = /\sr:\w+\s*=\s*"([^"]*)"/g;

/** Reads one part. Prefixes are those that Office and all its kin write. */
export function gather(name: string, text: string): PartFacts {
  const shapeIds: string[] = [];
  const placeholders: Placeholder[] = [];
  const used: string[] = [];
  const tables: { columns: number; rows: number[] }[] = [];
  const namedAxes: string[] = [];
  const axes: string[] = [];
  const listed: Listed[] = [];
  const sections: { name: string; guid: string; slides: string[] }[] = [];
  let root = '';
  let inAxis = 0;

  const fault = scan(text, {
    open: (element, attributes) => {
      if (root === '') root = element;
      if (attributes.includes(' r:')) for (const [, id = ''] of attributes.matchAll(RELATIONSHIP_ATTRIBUTE)) used.push(id);
      const value = (attr: string): string => attribute(attributes, attr) ?? '';
      if (element === 'p:cNvPr') shapeIds.push(value('id'));
      else if (element === 'p:ph')
        placeholders.push({ type: attribute(attributes, 'type') ?? 'obj', index: attribute(attributes, 'idx') ?? '0' });
      else if (element === 'a:tbl') tables.push({ columns: 0, rows: [] });
      else if (element === 'a:gridCol') bump(tables.at(-1));
      else if (element === 'a:tr') tables.at(-1)?.rows.push(0);
      else if (element === 'a:tc') bumpRow(tables.at(-1));
      else if (AXES.has(element)) inAxis += 1;
      else if (element === 'c:axId') (inAxis > 0 ? axes : namedAxes).push(value('val'));
      else if (LISTS.has(element)) listed.push({ element, id: value('id'), relationship: value('r:id') });
      else if (element === 'p14:section') sections.push({ name: value('name'), guid: value('id'), slides: [] });
      else if (element === 'p14:sldId') sections.at(-1)?.slides.push(value('id'));
    },
    close: (element) => {
      if (AXES.has(element)) inAxis -= 1;
    },
  });
  return { name, text, fault, root, shapeIds, placeholders, usedRelationships: used, tables, namedAxes, axes, listed, sections };
}

function bump(table: { columns: number } | undefined): void {
  if (table) table.columns += 1;
}

function bumpRow(table: { rows: number[] } | undefined): void {
  if (table && table.rows.length > 0) table.rows[table.rows.length - 1] = (table.rows.at(-1) ?? 0) + 1;
}
