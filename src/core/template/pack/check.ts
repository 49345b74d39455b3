import { distinct } from '../../base/distinct.ts';
import { byPlace, problem, type Place, type Problem } from '../../base/errors.ts';
import { nearest } from '../../base/nearest.ts';
import { KIND_COUNT, unreadKinds } from '../language/unread-kinds.ts';
import { checkTemplates } from '../language/check.ts';
import type { Program, Template } from '../language/ast.ts';
import { viewShape } from '../render/view-shape.ts';
import { contrastFaults, decorationImages, loadThemes, placementFaults, type PlacementFault } from '../theme/index.ts';
import type { PageFormat, Theme, Variant } from '../theme/types.ts';
import type { Pack } from '../types.ts';
import { fileIn } from '../files.ts';

const FORMATS: readonly PageFormat[] = ['16:9', '4:3', 'A4'];
const VARIANTS: readonly Variant[] = ['light', 'dark'];

function contrastWarnings(theme: Theme, file: string): Problem[] {
  // One warning for a style's levels of one colour, wherever the style stands.
  const byStyle = new Map(
    contrastFaults(theme)
      .toReversed()
      .map((fault) => [`${fault.style} ${fault.color} ${fault.background}`, fault]),
  );
  return [...byStyle.values()].map((fault) =>
    problem('theme/contrast', {
      message: `text of the style ${fault.style}, level ${fault.level}, is hard to read on its background (${theme.variant})`,
      place: { file, field: `layouts.${fault.layout}.regions.${fault.region}` },
      received: `${fault.color} on ${fault.background}: ${fault.ratio.toFixed(1)} to 1`,
      allowed: `at least ${fault.required} to 1`,
      hint: 'Take a darker or a lighter colour.',
    }),
  );
}

const PLACEMENT: Readonly<Record<PlacementFault['kind'], (fault: PlacementFault) => string>> = {
  overlap: ({ other }) => `the region overlaps the region ${other ?? ''}`,
  'keep-out': () => 'the region enters an area that is kept clear',
};

function placementWarnings(theme: Theme, file: string): Problem[] {
  return placementFaults(theme).map((fault) =>
    problem('theme/placement', {
      message: `${PLACEMENT[fault.kind](fault)} (${theme.format})`,
      place: { file, field: `layouts.${fault.layout}.regions.${fault.region}` },
      hint: 'Move it or make it smaller.',
    }),
  );
}

function contents(program: Program): { text: string; line: number }[] {
  return program.body.flatMap((statement) => {
    if (statement.type === 'ContentStatement') return [{ text: statement.original, line: statement.loc.start.line }];
    if (statement.type === 'BlockStatement')
      return [statement.program, statement.inverse].flatMap((inner) => (inner ? contents(inner) : []));
    return [];
  });
}

function unknownLayout(name: string, names: readonly string[], place: Place): Problem {
  const near = nearest(name, names);
  return problem('deck/layout-unknown', {
    message: 'the theme has no layout of this name',
    place,
    received: name,
    allowed: names.join(', '),
    hint: near === null ? 'Name one of the theme’s layouts, or add this one to theme.yaml.' : `Did you mean “${near}”?`,
  });
}

/** What is sent to a slot that one of several layouts lacks needs another place there. */
function noDefault(name: string, place: Place): Problem {
  return problem('deck/region-unknown', {
    message: `the layout ${name} has no default region, so it cannot be one of several`,
    place,
    received: name,
    hint: 'Say its default region in theme.yaml (default: …), or name it alone.',
  });
}

/** Layouts that a template names in so many words and the theme has not; the deck stage would find them only where they are printed. */
function unknownLayouts(template: Template, theme: Theme): Problem[] {
  const names = Object.keys(theme.layouts);
  return contents(template.program).flatMap(({ text, line }) =>
    [...text.matchAll(/<section\s[^>]*?\blayout=(?:"([^"]*)"|'([^']*)')/g)].flatMap((match) => {
      const place = { file: template.file, line: line + text.slice(0, match.index).split('\n').length - 1 };
      const wanted = (match[1] ?? match[2] ?? '').split('|').map((name) => name.trim());
      return wanted.flatMap((name) => {
        const layout = Object.hasOwn(theme.layouts, name) ? theme.layouts[name] : undefined;
        if (!layout) return [unknownLayout(name, names, place)];
        return wanted.length > 1 && layout.defaultRegion === null ? [noDefault(name, place)] : [];
      });
    }),
  );
}

function missingAssets(pack: Pack, theme: Theme): Problem[] {
  return decorationImages(theme).flatMap(({ src }) => {
    const path = src.replace(/^pack\//, '');
    if (pack.assets.has(path)) return [];
    const details = {
      message: 'the theme names an image that the pack has not',
      place: { file: fileIn(pack.folder, 'theme.yaml') },
      received: path,
    };
    return [
      problem('pack/missing', {
        ...details,
        allowed: [...pack.assets.keys()].join(', ') || 'no assets',
        hint: 'Add the file under assets/.',
      }),
    ];
  });
}

/** Kinds of block that the pack reads nowhere. One that shows few kinds means to, and says so only of a briefing that has them. */
function fewUnread(templates: readonly Template[], file: string): Problem[] {
  const unread = unreadKinds(templates, file);
  return unread.size * 2 < KIND_COUNT ? [...unread.values()] : [];
}

/** Everything that can be known to be wrong with a pack before a briefing uses it, in the order of its files. */
export function checkPack(pack: Pack): Problem[] {
  // An organisation's file has one size and one look.
  const isCompany = pack.manifest.powerpoint !== null;
  const [formats, variants] = isCompany ? [FORMATS.slice(0, 1), VARIANTS.slice(0, 1)] : [FORMATS, VARIANTS];
  const choices = formats.flatMap((format) => variants.map((variant) => ({ format, variant, direction: 'ltr' as const })));
  const themes = loadThemes(pack, choices);
  const first = themes.find((outcome) => outcome.value !== null)?.value ?? null;
  const { templates, problems } = checkTemplates(pack, viewShape(pack));
  const file = fileIn(pack.folder, 'theme.yaml');
  return distinct([
    ...themes.flatMap((outcome) => [
      ...outcome.problems,
      ...(outcome.value ? [...contrastWarnings(outcome.value, file), ...placementWarnings(outcome.value, file)] : []),
    ]),
    ...(first ? [...missingAssets(pack, first), ...templates.flatMap((template) => unknownLayouts(template, first))] : []),
    ...fewUnread(templates, fileIn(pack.folder, 'deck.hbs')),
    ...problems,
  ]).sort(byPlace);
}
