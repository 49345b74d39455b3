import type { PartFacts, Placeholder } from './facts.ts';
import { partsIn, relatedTo, type LintPackage } from './package.ts';
import { repeated, type Fault, type Rule } from './rule.ts';

const PRESENTATION = 'ppt/presentation.xml';
const GUID = /^\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}$/;
const TITLES = new Set(['title', 'ctrTitle']);

/** Parts whose placeholders may fill or repeat others: those with a shape tree. */
const SHAPE_TREES = ['ppt/slides/', 'ppt/slideLayouts/', 'ppt/slideMasters/', 'ppt/notesSlides/', 'ppt/notesMasters/'];

function slides(pkg: LintPackage): readonly PartFacts[] {
  return partsIn(pkg, 'ppt/slides/');
}

function presentation(pkg: LintPackage): PartFacts | undefined {
  return pkg.facts.get(PRESENTATION);
}

/** PowerPoint finds a placeholder's origin by its index, and the title, which has none, by its type. */
function matches(a: Placeholder, b: Placeholder): boolean {
  return TITLES.has(a.type) ? TITLES.has(b.type) : a.index === b.index && a.type === b.type;
}

function outOfRange(ids: readonly string[], from: number, to: number): string[] {
  return ids.filter((id) => !/^\d+$/.test(id) || Number(id) < from || Number(id) >= to);
}

/** What holds for a PowerPoint deck and the SDK's validator does not see. ECMA-376 part 1, chapters 13, 19 and 21. */
export const DECK_RULES: readonly Rule[] = [
  {
    name: 'shape-ids',
    demand: 'A shape id stands once in its part.',
    check: (pkg) =>
      SHAPE_TREES.flatMap((folder) => partsIn(pkg, folder)).flatMap(({ name, shapeIds }) =>
        repeated(shapeIds).map((id) => ({ part: name, message: `shape id ${id} stands twice` })),
      ),
  },
  {
    name: 'placeholders',
    demand: "A slide's placeholders are its layout's, each filled once.",
    check: (pkg) =>
      slides(pkg).flatMap((slide) => {
        const [layout] = relatedTo(pkg, slide.name, 'slideLayout');
        const allowed = pkg.facts.get(layout?.part ?? '')?.placeholders ?? [];
        const lost = slide.placeholders.filter((p) => !allowed.some((other) => matches(p, other)));
        const twice = repeated(slide.placeholders.map((p) => (TITLES.has(p.type) ? 'title' : p.index)));
        return [
          ...lost.map((p) => ({ part: slide.name, message: `placeholder ${p.type} ${p.index} is not on its layout` })),
          ...twice.map((p) => ({ part: slide.name, message: `placeholder ${p} is filled twice` })),
        ];
      }),
  },
  {
    name: 'one-layout',
    demand: 'A slide has one layout, a layout one master that lists it.',
    check: (pkg) => {
      const parentless = (folder: string, type: string): Fault[] =>
        partsIn(pkg, folder)
          .filter(({ name }) => relatedTo(pkg, name, type).length !== 1)
          .map(({ name }) => ({ part: name, message: `not exactly one ${type}` }));
      const unlisted = partsIn(pkg, 'ppt/slideLayouts/').flatMap(({ name }) => {
        const master = relatedTo(pkg, name, 'slideMaster')[0]?.part ?? '';
        const listed = new Set(pkg.facts.get(master)?.listed.map((l) => l.relationship));
        const isListed = relatedTo(pkg, master, 'slideLayout').some((r) => r.part === name && listed.has(r.id));
        return isListed ? [] : [{ part: name, message: 'its master does not list it' }];
      });
      return [...parentless('ppt/slides/', 'slideLayout'), ...parentless('ppt/slideLayouts/', 'slideMaster'), ...unlisted];
    },
  },
  {
    name: 'layout-ids',
    demand: 'Ids of masters and layouts are 2³¹ or more and stand once in the deck.',
    check: (pkg) => {
      const lists = [presentation(pkg), ...partsIn(pkg, 'ppt/slideMasters/')].flatMap((facts) => facts?.listed ?? []);
      const ids = lists.filter((l) => l.element === 'p:sldMasterId' || l.element === 'p:sldLayoutId').map((l) => l.id);
      const odd = outOfRange(ids, 2 ** 31, 2 ** 32).map((id) => `id ${id} is not one of a master or layout`);
      return [...odd, ...repeated(ids).map((id) => `id ${id} stands twice`)].map((message) => ({ part: PRESENTATION, message }));
    },
  },
  {
    name: 'slide-ids',
    demand: 'The presentation lists every slide once, under an id from 256 to 2³¹ that stands once.',
    check: (pkg) => {
      const list = presentation(pkg)?.listed.filter((l) => l.element === 'p:sldId') ?? [];
      const targets = new Map(relatedTo(pkg, PRESENTATION).map((r) => [r.id, r.part]));
      const parts = list.map((l) => targets.get(l.relationship) ?? '');
      const faults = [
        ...outOfRange(
          list.map((l) => l.id),
          256,
          2 ** 31,
        ).map((id) => `slide id ${id} is out of range`),
        ...repeated(list.map((l) => l.id)).map((id) => `slide id ${id} stands twice`),
        ...repeated(parts).map((part) => `${part} is listed twice`),
        ...slides(pkg)
          .filter(({ name }) => !parts.includes(name))
          .map(({ name }) => `${name} is not listed`),
      ];
      return faults.map((message) => ({ part: PRESENTATION, message }));
    },
  },
  {
    name: 'sections',
    demand: 'Sections name slides that there are, every slide once, under upper-case GUIDs of their own.',
    check: (pkg) => {
      const facts = presentation(pkg);
      if (!facts || facts.sections.length === 0) return [];
      const ids = new Set(facts.listed.filter((l) => l.element === 'p:sldId').map((l) => l.id));
      const named = facts.sections.flatMap((s) => s.slides);
      const faults = [
        ...named.filter((id) => !ids.has(id)).map((id) => `a section names slide ${id}, which there is not`),
        ...repeated(named).map((id) => `slide ${id} is in two sections`),
        ...[...ids].filter((id) => !named.includes(id)).map((id) => `slide ${id} is in no section`),
        ...facts.sections.filter((s) => !GUID.test(s.guid)).map((s) => `section ${s.name} has no GUID as Office writes them`),
        ...repeated(facts.sections.map((s) => s.guid)).map((id) => `section id ${id} stands twice`),
      ];
      return faults.map((message) => ({ part: PRESENTATION, message }));
    },
  },
  {
    name: 'masters-themes',
    demand: 'Every master has a theme that no other has.',
    check: (pkg) => {
      const masters = ['ppt/slideMasters/', 'ppt/notesMasters/', 'ppt/handoutMasters/'].flatMap((folder) => partsIn(pkg, folder));
      const themes = masters.map(({ name }) => ({ name, theme: relatedTo(pkg, name, 'theme')[0]?.part ?? null }));
      const shared = new Set(repeated(themes.map(({ theme }) => theme)));
      return themes.flatMap(({ name, theme }) =>
        theme === null
          ? [{ part: name, message: 'it has no theme' }]
          : shared.has(theme)
            ? [{ part: name, message: `another master has its ${theme}` }]
            : [],
      );
    },
  },
  {
    name: 'notes',
    demand: 'A page of notes belongs to the slide it leads to, and has the notes master.',
    check: (pkg) =>
      partsIn(pkg, 'ppt/notesSlides/').flatMap(({ name }) => {
        const slide = relatedTo(pkg, name, 'slide')[0]?.part ?? '';
        const isOwn = relatedTo(pkg, slide, 'notesSlide').some((r) => r.part === name);
        const hasMaster = relatedTo(pkg, name, 'notesMaster').length === 1;
        return [
          ...(isOwn ? [] : [{ part: name, message: 'its slide does not lead back to it' }]),
          ...(hasMaster ? [] : [{ part: name, message: 'it has no notes master' }]),
        ];
      }),
  },
  {
    name: 'axis-ids',
    demand: 'Charts name axes that there are.',
    check: (pkg) =>
      partsIn(pkg, 'ppt/charts/').flatMap(({ name, namedAxes, axes }) => [
        ...namedAxes.filter((id) => !axes.includes(id)).map((id) => ({ part: name, message: `axis ${id} is not there` })),
        ...axes.filter((id) => !namedAxes.includes(id)).map((id) => ({ part: name, message: `no chart uses axis ${id}` })),
      ]),
  },
  {
    name: 'tables',
    demand: 'Every row of a table has as many cells as the table has columns.',
    check: (pkg) =>
      slides(pkg).flatMap(({ name, tables }) =>
        tables.flatMap(({ columns, rows }) =>
          rows.flatMap((cells, i) =>
            cells === columns ? [] : [{ part: name, message: `row ${i + 1} of a table has ${cells} cells for ${columns} columns` }],
          ),
        ),
      ),
  },
];
