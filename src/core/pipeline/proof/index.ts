import { hasErrors, type Problem } from '../../base/errors.ts';
import { plainText } from '../../base/text.ts';
import { specimenDeck } from '../../deck/index.ts';
import { layOut, layOutDeck } from '../../layout/index.ts';
import type { FontLibrary, Scene } from '../../layout/types.ts';
import { partName, rebound, type BoundLayout } from '../../template/company/index.ts';
import type { CompanyTemplate, LayoutBinding } from '../../template/company/types.ts';
import { packCache } from '../../template/index.ts';
import { loadTheme } from '../../template/theme/index.ts';
import type { Pack } from '../../template/types.ts';
import { makeDeck } from '../index.ts';
import { alternatives } from './alternatives.ts';
import { findingsIn } from './measure.ts';
import { specimenBriefing } from './specimen.ts';
import type { Finding, FindingKind, Mend, Proof } from './types.ts';

export type { Finding, FindingKind, Mend, Proof } from './types.ts';

/** How much of a layout each kind of finding takes away. */
const WEIGHTS: Readonly<Record<FindingKind, number>> = {
  'does-not-fit': 1,
  overlap: 0.8,
  contrast: 0.5,
  art: 0.5,
  'on-picture': 0.5,
  'cover-full': 0.5,
  'title-cut': 0.5,
  'little-room': 0.4,
  divided: 0.3,
  continued: 0.3,
  small: 0.2,
};

/** What another place on the page would not mend. */
const ELSEWHERE_TOO: ReadonlySet<FindingKind> = new Set(['contrast', 'on-picture', 'small']);
/** From this much on a layout is tried elsewhere. */
const WORTH_MENDING = 0.3;
/** Of several hundred layouts, those tried for one role. */
const MOST_TRIED = 4;

const CHOICE = { format: '16:9', variant: 'light', direction: 'ltr' } as const;

/** A template taken in, as it is tried. */
export interface Tried {
  readonly template: CompanyTemplate;
  readonly layouts: readonly BoundLayout[];
  readonly pack: Pack;
}

/** What is wrong with each layout when it holds little, usual and much text by itself; of some layouts alone where they are named. */
function ofSpecimens({ pack, template, layouts }: Tried, fonts: FontLibrary, only: ReadonlySet<string> | null): Finding[] {
  const theme = loadTheme(pack, CHOICE).value;
  if (theme === null) return layouts.map(({ name }) => ({ kind: 'does-not-fit', layout: name, slide: '', measured: 'its theme' }));
  const meta = { ...META, title: pack.manifest.name };
  const deck = specimenDeck(theme, meta, ['short', 'usual', 'long']);
  const slides = only === null ? deck.slides : deck.slides.filter(({ layout }) => only.has(layout));
  const { value, problems } = layOut({ ...deck, slides }, theme, { fonts, images: new Map() });
  const failed = problems
    .filter((p) => p.severity === 'error')
    .flatMap((p): Finding[] => {
      const title = p.place?.slide?.title ?? '';
      // Of a slide that is divided the title has its part behind it. An error that names none is of all that was tried: nothing was laid out.
      const named = slides.filter((slide) => title.startsWith(plainText(slide.title)));
      const finding = { kind: 'does-not-fit', slide: title, measured: p.received ?? '' } as const;
      return (named.length > 0 ? named : slides).map(({ layout }) => ({ ...finding, layout }));
    });
  return value === null ? failed : [...failed, ...findingsIn({ scene: value, template, layouts: byName(layouts) }, problems)];
}

const byName = (layouts: readonly BoundLayout[]): ReadonlyMap<string, BoundLayout> => new Map(layouts.map((l) => [l.name, l]));

const META = {
  subtitle: 'A subtitle as long as most are',
  presenter: null,
  audience: null,
  date: '2025-03-18',
  minutes: null,
  mark: 'SPECIMEN',
  language: 'en',
  direction: 'ltr',
  forPresenter: true,
  stamp: '00000000',
  recipe: null,
  words: {},
} as const;

/** A whole briefing through the template: what is wrong with its slides, and the errors that it ends with. */
function ofBriefing(
  { pack, template, layouts }: Tried,
  fonts: FontLibrary,
): { findings: Finding[]; errors: Problem[]; scene: Scene | null } {
  const { briefing, articles } = specimenBriefing(pack.name);
  const made = makeDeck({ briefing, articles, pack, file: 'specimen', forPresenter: true, packs: packCache() });
  const laidOut = made.value && layOutDeck(made.value.deck, made.value.theme, { fonts, images: new Map(), prefer: null });
  const problems = [...made.problems, ...(laidOut?.problems ?? [])];
  const scene = laidOut?.value?.scene ?? null;
  return {
    findings: scene === null ? [] : findingsIn({ scene, template, layouts: byName(layouts) }, problems),
    errors: hasErrors(problems) ? problems.filter((p) => p.severity === 'error') : [],
    scene,
  };
}

function distinctFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter((one, i) => findings.findIndex((other) => other.kind === one.kind && other.layout === one.layout) === i);
}

const lossOf = (findings: readonly Finding[], layout: string): number =>
  Math.min(
    1,
    distinctFindings(findings)
      .filter((f) => f.layout === layout)
      .reduce((sum, f) => sum + WEIGHTS[f.kind], 0),
  );

const movable = (findings: readonly Finding[]): Finding[] => findings.filter(({ kind }) => !ELSEWHERE_TOO.has(kind));

/** Tries a template with specimens of every kind of slide, and with a whole briefing. */
export function prove(tried: Tried, fonts: FontLibrary, mends: readonly Mend[] = []): Proof {
  const { findings: ofDeck, errors } = ofBriefing(tried, fonts);
  const findings = distinctFindings([...ofDeck, ...ofSpecimens(tried, fonts, null)]);
  const names = tried.layouts.map(({ name }) => name);
  const lost = names.reduce((sum, name) => sum + lossOf(findings, name), 0);
  const score = errors.length > 0 ? 0 : Math.round(100 * (1 - lost / Math.max(1, names.length)));
  const order = Object.keys(WEIGHTS);
  return { score, findings: findings.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)), mends, errors };
}

/**
 * Puts what serves badly elsewhere, as long as it serves better there: on another of their layouts, or in text boxes in the free room of
 * the page. The template as it then stands, and its proof.
 */
export function mended(first: Tried, fonts: FontLibrary): { readonly tried: Tried; readonly proof: Proof } {
  let tried = first;
  const mends: Mend[] = [];
  const before = movable([...ofBriefing(first, fonts).findings, ...ofSpecimens(first, fonts, null)]);
  const open = first.layouts.filter(({ name }) => lossOf(before, name) >= WORTH_MENDING);
  // Those that stand alike on one layout are mended alike.
  const firsts = open.filter((bound, i) => open.findIndex((other) => standing(other) === standing(bound)) === i);
  for (const bound of firsts) {
    const group = open.filter((other) => standing(other) === standing(bound));
    const only = new Set([bound.name]);
    let best = { tried, loss: lossOf(movable(ofSpecimens(tried, fonts, only)), bound.name) - 0.05, mends: [] as readonly Mend[] };
    for (const { binding, mend } of alternatives(bound, tried.template).slice(0, MOST_TRIED)) {
      const moved = bind(tried, Object.fromEntries(group.map(({ name }) => [name, binding])));
      const loss = lossOf(movable(ofSpecimens(moved, fonts, only)), bound.name);
      if (loss < best.loss) best = { tried: moved, loss, mends: group.map(({ name }) => ({ ...mend, layout: name })) };
    }
    tried = best.tried;
    mends.push(...best.mends);
  }
  const proof = prove(tried, fonts, mends);
  if (mends.length === 0) return { tried, proof };
  // What is mended by itself may serve worse in a whole briefing.
  const unmended = prove(first, fonts);
  return unmended.score > proof.score ? { tried: first, proof: unmended } : { tried, proof };
}

const standing = ({ choice, plan }: BoundLayout): string => `${partName(choice.layout)} ${Object.keys(plan.slots).join()}`;

function bind({ template, pack }: Tried, bindings: Readonly<Record<string, LayoutBinding>>): Tried {
  const layouts = { ...pack.manifest.powerpoint?.layouts, ...bindings };
  return { template, ...rebound(pack, template, layouts) };
}
