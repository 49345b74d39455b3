import { problem, type Problem } from '../../base/errors.ts';
import type { FontKind, Frame, Theme } from '../theme/types.ts';
import { partName, type Reason } from './choose.ts';
import { artOn, keepOutsOf } from './ground.ts';
import { unreadable } from './legible.ts';
import { titleOf } from './offer.ts';
import { layoutPicture } from './picture.ts';
import type { DoctorFont, DoctorPlaceholder, DoctorRegion, DoctorReport, FontMeasure } from './report.ts';
import { collides } from './room.ts';
import type { CompanyLayout, CompanyPlaceholder, CompanyTemplate } from './types.ts';
import type { BoundLayout, BoundRegion } from './bound.ts';

const REASONS: Readonly<Record<Reason, string>> = {
  'by-type': 'recognised by its type',
  'by-samples': 'recognised by what the file’s own slides do with it',
  'by-placeholders': 'recognised by its placeholders, since its type does not say',
  'by-hand': 'chosen by hand',
  instead: 'stands in, since there is none of the kind',
};

export function reasonText(reason: Reason): string {
  return REASONS[reason];
}

const named = ({ type, index, name }: CompanyPlaceholder): DoctorPlaceholder => ({ type, index, name });

function regionReport({ name, frame, placeholder, trimmed }: BoundRegion): DoctorRegion {
  return { name, frame, placeholder: placeholder === null ? null : name === 'title' ? 'title' : placeholder.index, trimmed };
}

function shownName(layout: CompanyLayout): string {
  return `${partName(layout)}${layout.name === '' ? '' : ` “${layout.name}”`}`;
}

/** With what a family of a kind is measured. */
export type Measure = (family: string, kind: FontKind | undefined) => FontMeasure;

function fontsOf(template: CompanyTemplate, measure: Measure): DoctorFont[] {
  const master = template.masters[template.main];
  if (!master) return [];
  return (['heading', 'body'] as const).map((use) => {
    const { latin: family, kind } = master.fonts[use];
    const { by, exact, fallback } = measure(family, kind);
    return { use, family, measuredBy: by, exact, fallback };
  });
}

interface Diagnosis {
  readonly template: CompanyTemplate;
  readonly layouts: readonly BoundLayout[];
  readonly fonts: readonly DoctorFont[];
  readonly file: string;
}

type Check = (diagnosis: Diagnosis) => readonly Problem[];

function at(file: string, layout: string, region?: string): NonNullable<Problem['place']> {
  return { file, field: `powerpoint.layouts.${layout}${region === undefined ? '' : `.regions.${region}`}` };
}

/** Layouts that a deck is likely to need; the others are for packs that show more. */
const missingLayouts: Check = ({ layouts, file }) =>
  layouts
    .filter(({ choice }) => choice.reason === 'instead')
    .map(({ name, plan, choice }) =>
      problem('company/layout-missing', {
        message: `there is no layout for “${plan.label}” (${name}); such slides stand on ${shownName(choice.layout)}`,
        place: at(file, name),
        allowed: `a layout of the type ${plan.offers.slice(0, plan.fitting).join(' or ')}, or one with its placeholders`,
        hint: 'Add such a layout in PowerPoint, or choose another here by hand.',
      }),
    );

const missingTitles: Check = ({ layouts, file }) => {
  const without = layouts.filter(({ choice }) => titleOf(choice.layout) === null);
  const distinct = new Map(without.map((l) => [l.choice.layout.part, l]));
  return [...distinct.values()].map(({ name, choice }) =>
    problem('company/no-title', {
      message: `the layout ${shownName(choice.layout)} has no title placeholder: titles are text boxes there, and a screen reader finds none`,
      place: at(file, name),
      hint: 'In PowerPoint, choose View → Slide Master, the layout, and tick “Title”.',
    }),
  );
};

const overlaps: Check = ({ layouts, template, file }) => {
  const trimmed = layouts.flatMap((bound) =>
    bound.regions.flatMap((region) =>
      region.trimmed === null
        ? []
        : [[`${bound.choice.layout.part} ${region.placeholder?.index ?? ''} ${region.type}`, { bound, region }] as const],
    ),
  );
  // Several layouts of ours may stand on one of theirs; its fault is one.
  return [...new Map(trimmed.toReversed()).values()].reverse().map(({ bound, region: { name, placeholder, frame, trimmed: by } }) => {
    const what = by === 'placeholder' ? 'another placeholder' : artBeside(bound, placeholder?.frame ?? frame, template);
    return problem('company/overlap', {
      message: `on ${shownName(bound.choice.layout)} the placeholder for ${name} runs into ${what}; its text is kept clear of it`,
      place: at(file, bound.name, name),
      received: `${Math.round(frame.width)} × ${Math.round(frame.height)} pt are left`,
      hint: 'Move one of them in PowerPoint, or leave it so.',
    });
  });
};

function artBeside(bound: BoundLayout, frame: Frame, template: CompanyTemplate): string {
  const names = keepOutsOf(bound.choice.layout, template)
    .filter((k) => k.art.name !== '' && collides(k.frame, frame))
    .map((k) => `“${k.art.name}”`);
  return names.length === 0 ? 'art' : `art (${[...new Set(names)].slice(0, 3).join(', ')})`;
}

const unreadableText: Check = ({ layouts, template, file }) => {
  const found = layouts.flatMap((bound) =>
    bound.regions.flatMap((region) => {
      const ratio = unreadable(bound, region, template);
      return ratio === null ? [] : [[`${bound.choice.layout.part} ${region.name}`, { bound, region, ratio }] as const];
    }),
  );
  return [...new Map(found.toReversed()).values()].reverse().map(({ bound, region, ratio }) =>
    problem('company/contrast', {
      message: `on ${shownName(bound.choice.layout)} the text for ${region.name} can hardly be read on what is behind it; decks set it in another of the theme’s colours`,
      place: at(file, bound.name, region.name),
      received: `${ratio.toFixed(1)} : 1`,
      allowed: 'at least 3 : 1',
      hint: 'Nothing to do; or give the text another colour in PowerPoint (View → Slide Master).',
    }),
  );
};

const lostGeometry: Check = ({ layouts, template, file }) => {
  const lost = layouts.flatMap((l) => l.lost.map((p) => ({ bound: l, placeholder: p })));
  const distinct = new Map(lost.map((entry) => [`${entry.bound.choice.layout.part} ${entry.placeholder.name}`, entry]));
  const isForeign = /libreoffice|openoffice/i.test(template.program);
  const lostStyles = template.layouts.some((l) => l.placeholders.some((p) => p.levels.some((level) => level.inexact.includes('size'))));
  const program = isForeign ? ' LibreOffice leaves such things out when it writes PowerPoint files.' : '';
  return [
    ...[...distinct.values()].map(({ bound, placeholder }) =>
      problem('company/geometry-lost', {
        message:
          placeholder.frame === null
            ? `the placeholder “${placeholder.name}” of ${shownName(bound.choice.layout)} has neither place nor size`
            : `the placeholder “${placeholder.name}” of ${shownName(bound.choice.layout)} has no idx of its own, so no slide can be bound to it`,
        place: at(file, bound.name),
        hint: `Ask for the file as PowerPoint saved it.${program}`,
      }),
    ),
    ...(lostStyles
      ? [
          problem('company/geometry-lost', {
            message:
              'the master says nothing of its text: sizes and colours are taken from its sample words, and every slide says them itself',
            place: { file },
            ...(template.program === '' ? {} : { received: template.program }),
            hint: `Ask for the file as PowerPoint saved it.${program}`,
          }),
        ]
      : []),
  ];
};

const unusedPlaceholders: Check = ({ layouts, file }) => {
  const entries = layouts.flatMap((l) => (l.unused.length > 0 ? [[l.choice.layout.part, l] as const] : []));
  return [...new Map(entries).values()].map(({ name, choice, unused }) =>
    problem('company/placeholder-unused', {
      message: `on ${shownName(choice.layout)} nothing of Lectern’s fills ${unused.map((p) => `“${p.name}” (${p.type}, idx ${p.index})`).join(', ')}; slides leave them out`,
      place: at(file, name),
      hint: 'Nothing to do; or name one of them for a region in template.yaml.',
    }),
  );
};

const unmeasuredFonts: Check = ({ fonts, file }) =>
  [...new Map(fonts.filter((f) => !f.exact).map((f) => [f.family, f])).values()].map(({ family, measuredBy, fallback }) =>
    problem('company/font', {
      message: `the font ${family} is not at hand: its widths are taken from ${measuredBy ?? 'an estimate'} with some to spare`,
      place: { file },
      received: family,
      hint:
        family === fallback
          ? 'Nothing to do: machines with PowerPoint have it.'
          : `Have it installed where decks are shown: PowerPoint shows ${fallback} in its place otherwise, for which the text fits too.`,
    }),
  );

const artLeftOut: Check = ({ layouts, template, file }) => {
  const hidden = layouts.flatMap(({ choice }) =>
    artOn(choice.layout, template).flatMap((art) =>
      art.kind === 'unknown' ? [`${art.what}${art.name === '' ? '' : ` (“${art.name}”)`}`] : [],
    ),
  );
  const distinct = [...new Set(hidden)];
  return distinct.length === 0
    ? []
    : [
        problem('company/art-left-out', {
          message: 'PowerPoint decks show all of the template’s art; HTML decks leave some of it out',
          place: { file },
          received: distinct.slice(0, 6).join('; '),
          hint: 'Nothing to do for PowerPoint. For HTML, put the art into the template as PNG or JPEG.',
        }),
      ];
};

const CHECKS: readonly Check[] = [
  missingLayouts,
  missingTitles,
  overlaps,
  unreadableText,
  lostGeometry,
  unusedPlaceholders,
  unmeasuredFonts,
  artLeftOut,
];

/** Points by which a theme may differ from what its mapping gives. */
const SAME = 1;

/** Whether theme.yaml stands as template.yaml's mapping would have it. */
function mapChanged(layouts: readonly BoundLayout[], theme: Theme, file: string): Problem[] {
  const differs = (a: Frame, b: Frame): boolean =>
    (['x', 'y', 'width', 'height'] as const).some((side) => Math.abs(a[side] - b[side]) > SAME);
  const changed = layouts.flatMap(({ name, regions }) =>
    regions.some((r) => {
      const region = theme.layouts[name]?.regions.find((other) => other.name === r.name);
      return !region || differs(region.frame, r.frame);
    })
      ? [name]
      : [],
  );
  return changed.length === 0
    ? []
    : [
        problem('company/map-changed', {
          message: 'the regions in theme.yaml do not stand where the mapping in template.yaml puts them',
          place: { file, field: 'powerpoint.layouts' },
          received: changed.join(', '),
          hint: 'Run “lectern template map PACK” to write theme.yaml anew, or leave it so if you moved them on purpose.',
        }),
      ];
}

export interface DoctorRequest {
  readonly template: CompanyTemplate;
  readonly layouts: readonly BoundLayout[];
  /** As theme.yaml says; null where it cannot be loaded. */
  readonly theme: Theme | null;
  readonly measure: Measure;
  /** How problems name `template.yaml`. */
  readonly file: string;
}

/** What fits and what does not, with a picture of each layout; the findings are warnings, each with its place and its hint. */
export function diagnose({ template, layouts, theme, measure, file }: DoctorRequest): { report: DoctorReport; problems: Problem[] } {
  const fonts = fontsOf(template, measure);
  const diagnosis: Diagnosis = { template, layouts, fonts, file };
  const problems = [...CHECKS.flatMap((check) => check(diagnosis)), ...(theme ? mapChanged(layouts, theme, file) : [])];
  const used = new Set(layouts.map((l) => l.choice.layout.part));
  const report: DoctorReport = {
    file: template.file,
    program: template.program,
    page: template.page,
    fonts,
    layouts: layouts.map((bound) => ({
      name: bound.name,
      label: bound.plan.label,
      reason: bound.choice.reason,
      layout: partName(bound.choice.layout),
      layoutName: bound.choice.layout.name,
      regions: bound.regions.map(regionReport),
      keepOut: bound.keepOut,
      unused: bound.unused.map(named),
      picture: layoutPicture(bound, template),
    })),
    choices: template.layouts.map((layout) => ({
      layout: partName(layout),
      name: layout.name,
      type: layout.type,
      used: used.has(layout.part),
      placeholders: layout.placeholders.map(named),
    })),
  };
  return { report, problems };
}
