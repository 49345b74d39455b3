import { problem, type Place, type Problem } from '../../../base/errors.ts';
import type { ChartBox } from '../../../layout/types.ts';
import type { ChartOmission } from './types.ts';

function problemOf({ title }: ChartBox, { what, words, every }: ChartOmission, place: Place): Problem {
  const chart = title ? `the chart “${title}”` : 'a chart';
  const details = { place, received: words.join(', ') };
  switch (what) {
    case 'category':
      return problem('layout/chart-categories-left-out', {
        ...details,
        message:
          every === 0
            ? `${chart} has no room for the names of its categories even in the smallest type, so none are shown`
            : `${chart} has no room for the names of all its categories even in the smallest type, so only one in ${every} is shown, from the first`,
        hint: 'Write shorter names, take fewer categories, or send the chart to a wider region.',
      });
    case 'series':
    case 'part':
      return problem('layout/chart-names-left-out', {
        ...details,
        message: `${chart} has no room for all names of its ${what === 'series' ? 'series' : 'parts'} even in the smallest type, so some are not shown`,
        hint:
          what === 'series'
            ? 'Write shorter names, divide the series over two charts, or send the chart to a larger region.'
            : 'Write shorter names, put small parts together, or send the chart to a larger region.',
      });
    case 'color':
      return problem('layout/chart-colors-repeated', {
        ...details,
        message: `${chart} has more series or parts than its theme has colours, so some share one`,
        hint: 'Put small ones together, or divide them over two charts.',
      });
    case 'shape':
      return problem('layout/chart-shares-as-bars', {
        place,
        message: `${chart} is to show parts of a whole, but has more than five, or values that are not parts: it is shown as bars, the largest first`,
        hint: 'Put small parts together, or write type=ranking.',
      });
    case 'annotation':
      return problem('layout/chart-annotations-left-out', {
        ...details,
        message: `${chart} has no room for its remarks even in the smallest type, so they are not shown`,
        hint: 'Write fewer words, remark on one category only, or send the chart to a larger region.',
      });
    case 'target':
      return problem('layout/chart-target-left-out', {
        ...details,
        message: `${chart} has a target that its scale does not reach or that finds no room, so no line shows it`,
        hint: 'Look whether it is in the same unit as the values, or say it in a sentence.',
      });
    case 'number':
      return problem('layout/chart-numbers-left-out', {
        ...details,
        message: `${chart} has no room for its numbers even in the smallest type, so neither values nor the axis’ words are shown`,
        hint: 'Name a larger unit (thousands, millions) and write the values in it, or send the chart to a larger region.',
      });
  }
}

/** What is to be said of the words that a chart has no room for. */
export function chartProblems(box: ChartBox, place: Place): Problem[] {
  return box.omissions.map((omission) => problemOf(box, omission, place));
}
