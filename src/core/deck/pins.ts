import { problem, type Place, type Problem } from '../base/errors.ts';
import { nearest } from '../base/nearest.ts';
import type { Theme } from '../template/theme/types.ts';
import type { DraftGroup } from './group.ts';
import type { SlideGroup } from './types.ts';

/** A layout that a briefing asks for. */
export interface WantedLayout {
  /** The item's key. */
  readonly topic: string;
  readonly layout: string;
  /** Where the briefing says so. */
  readonly place: Place;
}

/**
 * Groups with the layouts that a briefing asks for: the first of the topic's groups that may stand in it, else its first group with one
 * more option. Warnings `arrange/layout-unknown`, `arrange/layout-unfit`.
 */
export function withPins(
  groups: readonly DraftGroup[],
  pins: readonly WantedLayout[],
  theme: Theme,
): { readonly groups: readonly SlideGroup[]; readonly problems: readonly Problem[] } {
  const result: SlideGroup[] = groups.map(({ options }) => ({ options }));
  const problems = pins.flatMap(({ topic, layout: name, place }): Problem[] => {
    const layout = Object.hasOwn(theme.layouts, name) ? theme.layouts[name] : undefined;
    if (!layout) return [unknown(name, place, Object.keys(theme.layouts))];
    const own = groups.flatMap((group, i) => (group.topic === topic && result[i]?.pin === undefined ? [i] : []));
    const found = own.find((i) => groups[i]?.options.some((slides) => slides.some((slide) => slide.layout === name))) ?? own[0];
    const group = found === undefined ? undefined : groups[found];
    // A topic that is not in the deck is said elsewhere.
    if (found === undefined || !group) return [];
    const having = group.options.flatMap((slides, i) => (slides.some((slide) => slide.layout === name) ? [i] : []));
    if (having.length > 0) {
      result[found] = { options: group.options, pin: { layout: name, options: having, place } };
      return [];
    }
    const added = group.inLayout(layout);
    if (!added) return [unfit(name, place)];
    const options = [...group.options, added].map((slides) => slides.map((slide) => ({ ...slide, chosen: true as const })));
    result[found] = { options, pin: { layout: name, options: [options.length - 1], place } };
    return [];
  });
  return { groups: result, problems };
}

function unknown(name: string, place: Place, names: readonly string[]): Problem {
  const near = nearest(name, names);
  return problem('arrange/layout-unknown', {
    message: 'the template has no layout of this name, so the slide stands as the template chooses',
    place,
    received: name,
    allowed: names.join(', '),
    hint: near === null ? 'Name one of the template’s layouts, or remove the line.' : `Did you mean ${near}?`,
  });
}

function unfit(name: string, place: Place): Problem {
  return problem('arrange/layout-unfit', {
    message: 'this layout has no region for what stands on the slide, so another is taken',
    place,
    received: name,
    hint: 'Name a layout that takes text, or remove the line.',
  });
}
