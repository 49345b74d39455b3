import { describe, expect, it } from 'vitest';
import {
  boxesFor,
  changesOf,
  findingsOf,
  freeTitle,
  hasChoice,
  isPowerPoint,
  keepOnce,
  layoutIn,
  regionIn,
  regionsOf,
  sendableName,
  summaryOf,
  withBox,
} from '../../../src/ui/state/company.ts';
import { strings } from '../../../src/ui/strings.ts';
import type { DoctorLayout, DoctorRegion, Examined, Problem } from '../../../src/ui/types.ts';

const FRAME = { x: 0, y: 0, width: 100, height: 100 };

function region(name: string, placeholder: number | 'title' | null, x = 0): DoctorRegion {
  return { name, placeholder, frame: { ...FRAME, x }, trimmed: null };
}

function layout(name: string, over: Partial<DoctorLayout> = {}): DoctorLayout {
  return {
    name,
    label: name,
    reason: 'by-type',
    layout: 'slideLayout4.xml',
    layoutName: 'Zwei Inhalte',
    regions: [region('title', 'title'), region('lead', 1), region('body', 2, 200)],
    keepOut: [],
    unused: [],
    picture: '<svg/>',
    ...over,
  };
}

const box = (index: number, type: string, name: string) => ({ index, type, name });

function examined(layouts: readonly DoctorLayout[], problems: readonly Problem[] = [], name = 'house'): Examined {
  return {
    template: {
      name,
      title: 'House',
      description: '',
      version: '1',
      origin: 'workspace',
      options: {},
      problems: [],
      newer: null,
      company: true,
    },
    report: {
      file: 'assets/company.potx',
      program: '',
      page: { width: 960, height: 540 },
      fonts: [
        { use: 'heading', family: 'Ministry Sans', measuredBy: 'Arimo', exact: false, fallback: 'Arial' },
        { use: 'body', family: 'Ministry Sans', measuredBy: 'Arimo', exact: false, fallback: 'Arial' },
      ],
      layouts: [...layouts],
      choices: [
        {
          layout: 'slideLayout4.xml',
          name: 'Zwei Inhalte',
          type: 'twoObj',
          used: true,
          placeholders: [
            box(0, 'title', 'Titel 1'),
            box(1, 'obj', 'Links'),
            box(2, 'obj', 'Rechts'),
            box(3, 'pic', 'Bild'),
            box(12, 'sldNum', 'Nummer'),
          ],
        },
        { layout: 'slideLayout2.xml', name: '', type: null, used: false, placeholders: [] },
      ],
    },
    problems,
  };
}

function problem(code: Problem['code'], field?: string, severity: Problem['severity'] = 'warning'): Problem {
  return { code, severity, message: `${code} ${field ?? ''}`, hint: 'Mend it.', ...(field === undefined ? {} : { place: { field } }) };
}

describe('a file that is to become a template', () => {
  it('is known by its ending, the old ones too', () => {
    for (const name of ['a.potx', 'b.PPTX', 'c.potm', 'd.pptm', 'e.ppt', 'f.pot']) expect(isPowerPoint(name)).toBe(true);
    for (const name of ['a.docx', 'pptx', 'a.pptx.zip', 'a.md']) expect(isPowerPoint(name)).toBe(false);
  });

  it('has a name that can be sent, with its ending', () => {
    expect(sendableName('a:b/c?.potx')).toBe('a b c.potx');
    expect(sendableName('..hidden.potx')).toBe('hidden.potx');
    expect(sendableName('.potx')).toBe('Template.potx');
    const long = sendableName(`${'名'.repeat(300)}.pptx`);
    expect(long.length).toBeLessThan(200);
    expect(long).toMatch(/名\.pptx$/);
  });

  it('is given a title that no template has', () => {
    expect(freeTitle('House', [])).toBe('House');
    expect(
      freeTitle('House', [
        { title: 'house', name: 'x' },
        { title: 'Other', name: 'house-2' },
      ]),
    ).toBe('House 3');
  });
});

describe('the summary', () => {
  it('counts kinds of slide, and a font once', () => {
    const all = examined([layout('title'), layout('points', { reason: 'by-hand' }), layout('divider', { reason: 'instead' })]).report;
    expect(summaryOf(all)).toEqual({ layouts: 3, placed: 2, instead: 1, byHand: 1, fonts: 1 });
    expect(strings.company.summary(summaryOf(all))).toBe(
      '2 of 3 kinds of slide found their layout in your file; 1 uses a stand-in; 1 font cannot be measured exactly here.',
    );
    expect(strings.company.summary({ layouts: 16, placed: 16, instead: 0, byHand: 0, fonts: 0 })).toBe(
      'All 16 kinds of slide found their layout in your file; every font can be measured here.',
    );
    expect(strings.company.summary({ layouts: 16, placed: 0, instead: 16, byHand: 0, fonts: 0 })).toBe(
      'None of the 16 kinds of slide found its layout in your file; all use a stand-in; every font can be measured here.',
    );
  });
});

describe('findings', () => {
  it('stand by kind, what matters most first', () => {
    const found = findingsOf([
      problem('company/placeholder-unused'),
      problem('company/font'),
      problem('company/layout-missing'),
      problem('theme/contrast'),
      problem('template/limit', undefined, 'error'),
      problem('company/font'),
    ]);
    expect(found.map(({ code, weight, problems }) => [code, weight, problems.length])).toEqual([
      ['template/limit', 'error', 1],
      ['company/layout-missing', 'warning', 1],
      ['theme/contrast', 'warning', 1],
      ['company/font', 'warning', 2],
      ['company/placeholder-unused', 'note', 1],
    ]);
  });

  it('are told with what was found, where words of our own do not say it', () => {
    const link: Problem = { ...problem('company/live-left-out'), message: 'layouts lead outside', received: 'https://example.org/brand' };
    expect(strings.company.finding(link, null)).toBe('Layouts lead outside: https://example.org/brand.');
    const placed: Problem = {
      ...problem('company/live-left-out'),
      message: 'a linked picture was taken out',
      place: { file: 'x.potx', field: 'layout “عنوان”, picture “Logo” (ppt/slideLayouts/slideLayout1.xml)' },
      received: 'http://example.org/t.png',
    };
    expect(strings.company.finding(placed, null)).toBe(
      'A linked picture was taken out: http://example.org/t.png. (\u2068layout “عنوان”, picture “Logo”\u2069)',
    );
    const about = { kind: '“Table”', layout: '“Zwei Inhalte”', part: 'title', trimmed: 'placeholder', unused: [] } as const;
    expect(strings.company.finding(problem('company/overlap'), about)).toBe(
      'On “Zwei Inhalte” the box for the title runs into another box. Lectern keeps to the part of it that is free.',
    );
  });

  it('say what they are about', () => {
    const found = problem('company/overlap', 'powerpoint.layouts.points.regions.title');
    expect([layoutIn(found), regionIn(found)]).toEqual(['points', 'title']);
    expect(layoutIn(problem('theme/contrast', 'layouts.title.regions.meta'))).toBe('title');
    expect([layoutIn(problem('company/font')), regionIn(problem('company/layout-missing', 'powerpoint.layouts.image'))]).toEqual([
      null,
      null,
    ]);
  });
});

describe('boxes', () => {
  it('are offered where a part has a choice, of a kind that can hold it', () => {
    const { report } = examined([]);
    const points = layout('points');
    expect(points.regions.filter((r) => hasChoice(points, r)).map(({ name }) => name)).toEqual(['lead', 'body']);
    expect(hasChoice(layout('agenda'), region('lead', null))).toBe(false);
    expect(boxesFor(report, points, region('body', 2)).map(({ index }) => index)).toEqual([1, 2]);
    expect(boxesFor(report, points, region('picture', 3)).map(({ index }) => index)).toEqual([1, 2, 3]);
    // What it fills now is always among them, so that the choice shows what is so.
    expect(boxesFor(report, points, region('body', 3)).map(({ index }) => index)).toEqual([1, 2, 3]);
    expect(boxesFor(report, points, region('body', 0)).map(({ index }) => index)).toEqual([1, 2]);
  });

  it('change hands: what was in the box goes where the other was', () => {
    const held = regionsOf(layout('points'));
    expect(held).toEqual({ title: 'title', lead: 1, body: 2 });
    expect(withBox(held, 'body', 1)).toEqual({ title: 'title', lead: 2, body: 1 });
    expect(withBox(held, 'body', 7)).toEqual({ title: 'title', lead: 1, body: 7 });
    expect(withBox(held, 'body', null)).toEqual({ title: 'title', lead: 1 });
    expect(withBox({ lead: 1 }, 'body', 1)).toEqual({ body: 1 });
  });
});

describe('what a move changed', () => {
  const words = (before: Examined, after: Examined, asked: Record<string, number | 'title'> | null = null): string =>
    changesOf(before, after, 'points', asked)
      .map(strings.company.change)
      .join(' ')
      .replace(/[\u2068\u2069]/g, '');

  it('names the other layout, and what has no box there', () => {
    const after = layout('points', {
      layout: 'slideLayout2.xml',
      layoutName: 'Nur Titel',
      regions: [region('title', 'title'), region('body', null)],
    });
    expect(words(examined([layout('points')], [problem('company/font')]), examined([after]))).toBe(
      'Stands on “Nur Titel” now. Content stands in a text box of Lectern’s now. Nothing is left to look at.',
    );
  });

  it('names boxes, what moved with them, and what could not be done', () => {
    const after = layout('points', { regions: [region('title', 'title', 40), region('lead', 2), region('body', 1, 200)] });
    expect(words(examined([layout('points')]), examined([after]), { lead: 2, body: 1 })).toBe(
      'Summary fills “Rechts” now. Content fills “Links” now. Title moved with it.',
    );
    expect(words(examined([layout('points')]), examined([layout('points')]), { lead: 3 })).toMatch(
      /^Summary could not be put into “Bild”:/,
    );
    expect(words(examined([layout('points')]), examined([layout('points')]))).toBe('Nothing is otherwise than before.');
  });
});

describe('what is found once', () => {
  it('stays while the template is shown', () => {
    const macros = problem('company/macros-left-out');
    const before = examined([], [macros, problem('company/font')]);
    expect(keepOnce(before, examined([], [problem('company/no-title')])).problems.map(({ code }) => code)).toEqual([
      'company/macros-left-out',
      'company/no-title',
    ]);
    expect(keepOnce(before, examined([], [macros])).problems).toHaveLength(1);
    expect(keepOnce(before, examined([], [], 'another')).problems).toEqual([]);
    expect(keepOnce(null, examined([])).problems).toEqual([]);
  });
});
