import { packageAddress } from '../../base/address.ts';
import { displayRuns, type DisplayRun } from '../../layout/index.ts';
import type { SceneParagraph } from '../../layout/types.ts';
import { solidFill } from './colors.ts';
import type { PartContext } from './context.ts';
import { attributes, escape } from '../../base/ooxml/xml/escape.ts';
import { RELATIONSHIPS } from '../../base/ooxml/xml/namespaces.ts';

/** What a run of a table cell says itself, since a cell has no list style to inherit it from. */
export interface CellRun {
  /** Hundredths of a point. */
  readonly size: number;
  readonly bold: boolean | null;
  /** Elements of `a:rPr` that stand before the link: fill and fonts. */
  readonly elements: string;
}

/** A link that keeps its text's colour, which PowerPoint has known since 2019; else it has the theme's for links. [MS-ODRAWXML] 2.3.1.6. */
const OWN_COLOR =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>';

/** What a click on a run or a shape does; nothing where the address may not be followed. `ownColor`: a run's link keeps its text's colour. */
export function click(href: string, context: PartContext, ownColor = false): string {
  const more = ownColor ? `>${OWN_COLOR}</a:hlinkClick>` : '/>';
  if (href.startsWith('#')) {
    const part = context.slideParts.get(href.slice(1));
    if (part === undefined) return '';
    const id = context.relationships.add(RELATIONSHIPS.slide, `${context.slideFolder}${part}`);
    return `<a:hlinkClick r:id="${id}" action="ppaction://hlinksldjump"${more}`;
  }
  const address = packageAddress(href);
  if (address === null) return '';
  return `<a:hlinkClick r:id="${context.relationships.add(RELATIONSHIPS.hyperlink, address, true)}"${more}`;
}

/** How a run is set that is said of its words. */
export interface QuietLook {
  /** Hundredths of a point. */
  readonly size: number;
  /** Elements of `a:rPr` that stand before the link: fill, where it has not its text's own, and fonts. */
  readonly elements: string;
}

/** What all runs of a paragraph share. */
interface Looks {
  readonly cell: CellRun | null;
  readonly quiet: QuietLook | null;
  /** Links keep the colour of their text. */
  readonly linkAsText: boolean;
}

/** `baseline="30000"` is what layout measured a reference's label with; `label` is its fill. */
function properties(name: string, run: DisplayRun | null, language: string, children: string, { cell, quiet }: Looks, label = ''): string {
  const own = run?.quiet === true ? quiet : null;
  const list = attributes({
    lang: language,
    sz: own?.size ?? cell?.size,
    b: run?.bold === true ? true : own ? false : cell?.bold,
    i: run?.italic === true ? true : null,
    strike: run?.strike === true ? 'sngStrike' : null,
    baseline: run?.refs || run?.script === 'super' ? 30000 : run?.script === 'sub' ? -25000 : null,
    dirty: false,
  });
  const all = `${own?.elements ?? ''}${run?.refs ? label : ''}${run?.refs ? '' : (cell?.elements ?? '')}${children}`;
  return all === '' ? `<a:${name}${list}/>` : `<a:${name}${list}>${all}</a:${name}>`;
}

/** One run, divided where its language changes and at the author's own line breaks. */
function runXml(run: DisplayRun, context: PartContext, looks: Looks): string {
  const link = run.href === null ? '' : click(run.href, context, looks.linkAsText);
  // On an organisation's page only its own text colour is known to be read.
  const label = context.theme.base === null ? solidFill('text2') : '';
  return run.text
    .split('\n')
    .map((line, i) => {
      const words = context.languages
        .divide(line)
        .map(({ text, language }) => `<a:r>${properties('rPr', run, language, link, looks, label)}<a:t>${escape(text)}</a:t></a:r>`)
        .join('');
      return i === 0 ? words : `<a:br>${properties('rPr', run, context.languages.deck, '', looks)}</a:br>${words}`;
    })
    .join('');
}

/**
 * Runs with their links divided where layout's lines begin, the space between left without the link: LibreOffice takes
 * a linked run for a field, which it breaks in the middle of a word. To PowerPoint neighbouring runs of one link are one link.
 */
function dividedLinks(runs: readonly DisplayRun[], lineStarts: readonly number[]): DisplayRun[] {
  if (lineStarts.length < 2 || runs.every((run) => run.href === null)) return [...runs];
  let at = 0;
  return runs.flatMap((run) => {
    const from = at;
    at += run.text.length;
    if (run.href === null) return [run];
    const cuts = lineStarts.filter((start) => start > from && start < from + run.text.length).map((start) => start - from);
    return [0, ...cuts].flatMap((cut, i): DisplayRun[] => {
      const text = run.text.slice(cut, cuts[i]);
      const words = i < cuts.length ? text.trimEnd() : text;
      const space = text.slice(words.length);
      return [...(words === '' ? [] : [{ ...run, text: words }]), ...(space === '' ? [] : [{ ...run, text: space, href: null }])];
    });
  });
}

/**
 * Runs with a soft hyphen where layout's lines end inside a word: the place at which a program shall divide it if it wraps there. An
 * explicit hyphen and break would be part of the words, which a colleague edits; what programs do with this one says docs/ooxml/words.md.
 */
function withSoftHyphens(runs: readonly DisplayRun[], places: readonly number[]): DisplayRun[] {
  let at = 0;
  return runs.map((run) => {
    const from = at;
    at += run.text.length;
    const inside = places.filter((place) => place > from && place <= at).map((place) => place - from);
    return inside.length === 0 ? run : { ...run, text: [0, ...inside].map((start, i) => run.text.slice(start, inside[i])).join('\u00AD') };
  });
}

/** Any fixed id will do: PowerPoint itself gives all slide number fields of a deck the same. */
const SLIDE_NUMBER_FIELD = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}';

export interface RunOptions {
  readonly cell?: CellRun;
  readonly quiet?: QuietLook;
  readonly linkAsText?: boolean;
  /** The shape around the words is the link, so none of them is. */
  readonly isButton?: boolean;
  /** Offsets into the paragraph's text at which its lines begin. */
  readonly lineStarts?: readonly number[];
  /** Offsets at which lines end inside a word. */
  readonly hyphens?: readonly number[];
  /** The paragraph ends where its words do, so that a space behind them moves nothing: it is aligned at its start. */
  readonly spaceAtEnd?: boolean;
}

/**
 * The runs of a paragraph, or its field; an empty paragraph keeps its language and size in `a:endParaRPr`. So does one that ends with a raised
 * or lowered run, or what is typed behind it would be raised too (ECMA-376 part 1, 21.1.2.2.3). LibreOffice does not look there (7.4, tried),
 * only at what stands before: a space.
 */
export function runsXml(paragraph: Pick<SceneParagraph, 'runs' | 'field'>, context: PartContext, options: RunOptions = {}): string {
  const runs = displayRuns(paragraph.runs).map((run) => (options.isButton === true ? { ...run, href: null } : run));
  const looks: Looks = { cell: options.cell ?? null, quiet: options.quiet ?? null, linkAsText: options.linkAsText === true };
  if (paragraph.field === 'slide-number') {
    const text = runs.map((run) => run.text).join('');
    const fld = attributes({ id: SLIDE_NUMBER_FIELD, type: 'slidenum' });
    return `<a:fld${fld}>${properties('rPr', runs[0] ?? null, context.languages.deck, '', looks)}<a:t>${escape(text)}</a:t></a:fld>`;
  }
  if (runs.length === 0) return properties('endParaRPr', null, context.languages.deck, '', looks);
  const words = withSoftHyphens(dividedLinks(runs, options.lineStarts ?? []), options.hyphens ?? [])
    .map((run) => runXml(run, context, looks))
    .join('');
  const last = runs.at(-1);
  if (!last?.refs && !last?.script) return words;
  const space = options.spaceAtEnd === true ? `<a:r>${properties('rPr', null, context.languages.deck, '', looks)}<a:t> </a:t></a:r>` : '';
  return `${words}${space}${properties('endParaRPr', null, context.languages.deck, '', looks)}`;
}
