import { displayRuns, QUIET_SIZE, type DisplayRun } from '../../layout/index.ts';
import { mayFollow } from '../../base/address.ts';
import type { Run } from '../../base/text.ts';
import type { Line } from '../../layout/types.ts';
import { linkColor, quietColor } from '../../template/theme/index.ts';
import type { ColorUse } from '../../template/theme/types.ts';
import type { Context } from './context.ts';
import { EMPTY, escape, h, join, type Html } from './html.ts';
import { fontProperty } from './sheet.ts';

/** Where a paragraph leads that is one entry of several lines; null: it is none, or no one link. */
export function entryTarget(runs: readonly Run[], context: Context): string | null {
  const [first = null, ...others] = new Set(displayRuns(runs).map(({ href, refs }) => (refs === null ? href : null)));
  const target = first === null || others.length > 0 ? null : linkTarget(first, context);
  return target?.startsWith('#') === true ? target : null;
}

/** Where a link leads: a slide, or what may be followed. Null: it is written as its words. */
function linkTarget(href: string, context: Context): string | null {
  if (href.startsWith('#')) {
    const number = context.slideNumbers.get(href.slice(1));
    return number === undefined ? null : `#${number}`;
  }
  return mayFollow(href) ? href : null;
}

type Words = Pick<Line, 'start' | 'end' | 'hyphen'>;

/** What is shown where a word is divided, and is no part of its text: drawn by the style sheet, so that nobody copies, finds or reads it. */
const HYPHEN = h('span', { class: 'y' });

/** A run that is said of its words: smaller, in the muted colour where its text has the common one. */
function quietHtml(html: Html, color: ColorUse | null, { sheet, scene }: Context): Html {
  const muted = quietColor(scene.theme, color) !== null;
  const look = `font-family:var(${fontProperty('body')});font-size:${QUIET_SIZE}em;font-weight:400${muted ? ';color:var(--t2)' : ''}`;
  return h('span', { class: sheet.rule(muted ? 'qu' : 'q0', look) }, html);
}

/** What runs have from the text they stand in. */
export interface TextLook {
  readonly color: ColorUse | null;
  /** It leads to one slide as a whole. */
  readonly isEntry: boolean;
  /** They stand in a link already. */
  readonly isLinked?: boolean;
}

const NO_LOOK: TextLook = { color: null, isEntry: false };

/** Words with the marks of their run, but its link; `tail` stands behind them, in the marks. */
export function marked({ script, strike, italic, bold }: DisplayRun, text: string, tail = EMPTY): Html {
  let html = join([...text.split('\n').flatMap((line, i) => (i === 0 ? [escape(line)] : [h('br', {}), escape(line)])), tail]);
  if (script !== null) html = h(script === 'sub' ? 'sub' : 'sup', {}, html);
  if (strike) html = h('s', {}, html);
  if (italic) html = h('em', {}, html);
  return bold ? h('strong', {}, html) : html;
}

function runHtml(
  run: DisplayRun,
  text: string,
  context: Context,
  { hyphen, color, isEntry, isLinked }: TextLook & { readonly hyphen: Html },
): Html {
  const html = marked(run, text, hyphen);
  const target = run.href === null || isLinked === true ? null : linkTarget(run.href, context);
  if (target === null) return html;
  const outside = !target.startsWith('#');
  const isPlain = color !== null && context.scene.theme.base === null && linkColor(color) === color;
  return h(
    'a',
    {
      href: target,
      class: isEntry ? 'entry' : isPlain ? 'own' : null,
      target: outside ? '_blank' : null,
      rel: outside ? 'noreferrer' : null,
    },
    html,
  );
}

/** `[1, 2]`, each number that is among these a link to its source's entry. */
export function sourceLabel(text: string, linked: (number: number) => boolean): Html {
  const parts = text.split(/(\d+)/).map((part) => {
    const number = Number(part);
    return /^\d+$/.test(part) && linked(number) ? h('a', { href: `#source-${number}` }, escape(part)) : escape(part);
  });
  return h('sup', {}, ...parts);
}

/** The runs' words between two offsets, as `Line` counts them, as inline markup; with a hyphen where the line ends inside a word. */
export function runsBetween(runs: readonly Run[], { start, end, hyphen }: Words, context: Context, look = NO_LOOK): Html {
  let at = 0;
  const parts: Html[] = [];
  for (const run of displayRuns(runs)) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, run.text.length);
    at += run.text.length;
    if (to <= from) continue;
    const text = run.text.slice(from, to);
    const sign = hyphen && at >= end ? HYPHEN : EMPTY;
    const html = shownRun(run, text, context, { hyphen: sign, ...look });
    parts.push(run.quiet ? quietHtml(html, look.color, context) : html);
  }
  return parts.length === 0 ? EMPTY : join(parts);
}

function shownRun(run: DisplayRun, text: string, context: Context, look: TextLook & { readonly hyphen: Html }): Html {
  const { refs } = run;
  if (refs === null) return runHtml(run, text, context, look);
  return sourceLabel(text, (number) => refs.includes(number) && context.sources.has(number));
}

/** All of the runs, as inline markup that flows. */
export function inline(runs: readonly Run[], context: Context): Html {
  return runsBetween(runs, { start: 0, end: Number.POSITIVE_INFINITY }, context);
}
