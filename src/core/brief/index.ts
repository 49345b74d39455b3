import { problem, type Place, type Problem, type Result } from '../base/errors.ts';
import { textRuns } from '../base/text.ts';
import type { View } from '../briefing/types.ts';
import { textMeasurer, type TextMeasurer } from '../layout/index.ts';
import type { FontLibrary, Scene } from '../layout/types.ts';
import { contentOf, directed, dotted, wordsOf, type BriefContent } from './content.ts';
import { fit, paragraphsOf, type Choice, type Frame } from './fit.ts';
import { colorsOf, columnsFor, paperOf, stylesAt } from './look.ts';
import type { Brief, BriefLook } from './types.ts';

export { DATE_SHARE, GUTTER, LIST_INDENT } from './look.ts';
export { ownRun, valueRuns } from './fit.ts';

export interface BriefInput {
  /** What the deck's slides are made from. */
  readonly view: View;
  readonly scene: Pick<Scene, 'meta' | 'theme'>;
  readonly fonts: FontLibrary;
  /** Where the briefing has an item of its running order, and the briefing itself. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

const SHORTER = 'Write a shorter summary for this briefing (“summary” under its overrides), or take fewer topics.';

function leftOut(content: BriefContent, { topics, figures, dates }: Choice, view: View, placeOf: BriefInput['placeOf']): Problem[] {
  const shortened = topics.flatMap((kept, index): Problem[] => {
    if (kept === 'whole') return [];
    const message = {
      sentence: 'the brief has the first sentence of this topic’s summary alone: more does not fit on its page',
      headline: 'the brief has this topic’s headline alone: more does not fit on its page',
      nothing: 'this topic is not in the brief: it does not fit on its page',
    }[kept];
    const code = kept === 'nothing' ? 'brief/left-out' : 'brief/shortened';
    return [problem(code, { message, place: placeOf(['items', index]), received: view.items[index]?.heading ?? '', hint: SHORTER })];
  });
  const lists = [
    { name: 'figures', all: content.figures.length, kept: figures, hint: 'Those that the article marks in bold stay the longest.' },
    { name: 'dates', all: content.dates.length, kept: dates, hint: 'The latest stay the longest.' },
  ].flatMap(({ name, all, kept, hint }) =>
    all <= kept
      ? []
      : [
          problem('brief/left-out', {
            message: `the brief has ${kept === 0 ? 'none' : kept} of the deck’s ${all} ${name}: more do not fit on its page`,
            place: placeOf([]),
            received: `${all} ${name}`,
            hint: `${hint} Take fewer topics at their full depth, or shorten summaries.`,
          }),
        ],
  );
  return [...shortened, ...lists];
}

/** Lines of the title's letters, which are those of the language. */
function pitchesOf(styles: BriefLook['styles'], title: string, measurer: TextMeasurer): BriefLook['pitches'] {
  const entries = Object.entries(styles).map(([style, level]) => [style, measurer.room(textRuns(title), level, Infinity)]);
  return Object.fromEntries(entries) as BriefLook['pitches'];
}

/** The brief of a deck: as much as one page holds. What it leaves out is said, with its place in the briefing. */
export function makeBrief({ view, scene, fonts, placeOf }: BriefInput): Result<Brief> {
  const { deck, disclaimers } = view;
  const { cover, language, direction } = deck;
  const { theme } = scene;
  const frame: Frame = {
    title: directed(deck.title, view),
    subtitle: cover.subtitle === null ? null : directed(cover.subtitle, view),
    facts: dotted(
      [cover.audience, cover.presenter, cover.byline, cover.date].flatMap((fact) => fact ?? []),
      view,
    ),
    disclaimers,
    words: wordsOf(view),
  };
  const paper = paperOf(language);
  const measurer = textMeasurer(scene, fonts);
  const content = contentOf(view);
  const { page, choice, scale } = fit(content, frame, view, paper, measurer);
  const styles = stylesAt(scale);
  const set = paragraphsOf(frame, page, paper.width).map(({ runs, style }) => ({ runs, level: styles[style] }));
  const apart = `${deck.mark ?? ''} ${frame.words.version} ${deck.stamp} 0123456789.•[],`;
  const brief: Brief = {
    ...frame,
    ...page,
    figures: page.figures.map(({ value, unit, label }) => ({ value, unit, label })),
    dates: page.dates.map(({ date, runs }) => ({ date, runs })),
    date: deck.date,
    presenter: deck.presenter,
    mark: deck.mark,
    language,
    direction,
    stamp: deck.stamp,
    look: {
      paper,
      fonts: theme.fonts,
      colors: colorsOf(theme),
      palette: theme.palettes.light,
      scale,
      styles,
      pitches: pitchesOf(styles, frame.title, measurer),
      columns: columnsFor(page.figures.length),
      faces: measurer.faces([...set, { runs: [{ text: apart }], level: styles.text }, { runs: [{ text: apart }], level: styles.mark }]),
    },
  };
  return { value: brief, problems: leftOut(content, choice, view, placeOf) };
}
