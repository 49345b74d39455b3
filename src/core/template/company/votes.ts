import type { Facts } from './facts.ts';
import { area } from './geometry.ts';
import type { Offer } from './plan.ts';

/** A reason for or against a layout as one of a kind, and how much it counts. */
type Vote = readonly [weight: number, holds: (facts: Facts) => boolean];

/** What a type of their layout says that it is. Types are copied and go stale, so that each is a vote among others. ST_SlideLayoutType. */
const BY_TYPE: Readonly<Record<string, Offer>> = {
  title: 'title',
  secHead: 'secHead',
  obj: 'obj',
  tx: 'obj',
  objOnly: 'obj',
  twoObj: 'twoObj',
  twoColTx: 'twoObj',
  txAndObj: 'twoObj',
  objAndTx: 'twoObj',
  tbl: 'tbl',
  chart: 'chart',
  picTx: 'picTx',
  titleOnly: 'titleOnly',
  blank: 'blank',
};

export function typedAs({ layout }: Facts): Offer | null {
  return BY_TYPE[layout.type ?? ''] ?? null;
}

const isTyped =
  (...offers: readonly Offer[]) =>
  (facts: Facts): boolean => {
    const typed = typedAs(facts);
    return typed !== null && offers.includes(typed);
  };

const means =
  (meaning: Facts['meaning']) =>
  (facts: Facts): boolean =>
    facts.meaning === meaning;

const uses = ({ layout }: Facts): number => layout.use.slides;
/** Samples stand on it that neither open nor close the file. */
const isUsedInside = (facts: Facts): boolean =>
  uses(facts) > 0 && !(uses(facts) === 1 && (facts.layout.use.opens || facts.layout.use.closes));
const hasWords = ({ title, layout }: Facts): boolean =>
  title !== null || layout.placeholders.some(({ type }) => type === 'body' || type === 'subTitle');
/** Share of the page from which a placeholder holds a slide's content. */
export const ROOM = 0.12;
const holdsContent = ({ room }: Facts): boolean => room >= ROOM;
const isRoomy = ({ room }: Facts): boolean => room >= 0.25;
/** Of text alone, as below the title of many a divider, or for anything. */
const isOpen = ({ content }: Facts): boolean => content.some(({ type }) => type !== 'body');
const isListed = ({ sampleParagraphs }: Facts): boolean => sampleParagraphs >= 2;
/** A title in the middle with nothing tall beside it. */
const standsAlone = (facts: Facts): boolean => facts.titleInMiddle && !isRoomy(facts);

/** Names count last, and less than anything else. */
const NAMED = 0.6;

const COVER: readonly Vote[] = [
  [4, (facts) => facts.layout.use.opens && hasWords(facts)],
  [2, isTyped('title')],
  [2, ({ hasCentredTitle }) => hasCentredTitle],
  [1, ({ hasSubtitle }) => hasSubtitle],
  [2, standsAlone],
  [1, ({ titleIsLarge }) => titleIsLarge],
  [NAMED, means('cover')],
  [-1, isTyped('secHead')],
  [-1, ({ layout }) => layout.use.closes && !layout.use.opens],
  [-NAMED, means('closing')],
  [-NAMED, means('divider')],
  [-1.5, (facts) => isRoomy(facts) && !facts.layout.use.opens],
  [-1.5, (facts) => isRoomy(facts) && isOpen(facts)],
  [-2, isListed],
];

const DIVIDER: readonly Vote[] = [
  [3, isTyped('secHead')],
  [2, standsAlone],
  [1, ({ titleIsLarge }) => titleIsLarge],
  [0.5, ({ hasOwnGround }) => hasOwnGround],
  [1, (facts) => isUsedInside(facts) && facts.sampleParagraphs < 2],
  [NAMED, means('divider')],
  [-1, isTyped('title')],
  [-1, ({ hasSubtitle }) => hasSubtitle],
  [-2, (facts) => facts.layout.use.opens && !isUsedInside(facts)],
  [-1, (facts) => facts.layout.use.closes && !isUsedInside(facts)],
  [-NAMED, means('closing')],
  [-1.5, isRoomy],
  [-1.5, (facts) => isRoomy(facts) && isOpen(facts)],
  [-2, isListed],
];

const CONTENT: readonly Vote[] = [
  [2, isTyped('obj', 'twoObj', 'tbl', 'chart', 'picTx')],
  [1.5, isRoomy],
  [1.5, ({ room, pairRoom }) => Math.max(room, pairRoom) >= 0.35],
  [1, isOpen],
  [-2, (facts) => isTyped('title', 'secHead')(facts) && !isOpen(facts) && !isListed(facts)],
  [1, ({ titleInMiddle, title }) => title !== null && !titleInMiddle],
  [0.5, ({ hasNumber }) => hasNumber],
  [1, isUsedInside],
  [1, (facts) => isListed(facts) || facts.sampleObjects > 0],
  [NAMED, means('content')],
  [-NAMED, means('closing')],
  [-3, ({ layout, sampleParagraphs }) => layout.use.opens && sampleParagraphs < 2],
  [-NAMED, means('agenda')],
  [-1.5, ({ isDisplay }) => isDisplay],
  [-1, ({ underArt }) => underArt > 0.5],
];

const sum = (votes: readonly Vote[], facts: Facts): number => votes.reduce((all, [weight, holds]) => all + (holds(facts) ? weight : 0), 0);

/** What a layout is in the main. */
export type Family = 'cover' | 'divider' | 'content' | 'bare';

/** Less says nothing. */
const LEAST: Readonly<Record<Exclude<Family, 'bare'>, number>> = { cover: 2, divider: 1.5, content: 2 };

/** Bare: a title or nothing, with room for what stands in no placeholder. */
export function familyOf(facts: Facts): Family {
  const content = holdsContent(facts) || facts.hasPicture ? sum(CONTENT, facts) : 0;
  const [cover, divider] = hasWords(facts) ? [sum(COVER, facts), sum(DIVIDER, facts)] : [0, 0];
  if (content >= LEAST.content && content >= cover && content >= divider) return 'content';
  if (cover >= LEAST.cover && cover >= divider) return 'cover';
  if (divider >= LEAST.divider) return 'divider';
  return content > 0 ? 'content' : 'bare';
}

/** What art below all of the content takes away. */
const UNDER_ART = 3;
/** Share of the page from which a placeholder holds a table or a chart. */
const OBJECT = 0.15;

/** Whether one placeholder is meant for all of the content. */
function isOneBlock({ content, room, pairRoom }: Facts): boolean {
  return content.length === 1 || (content.length > 1 && (pairRoom === 0 || pairRoom < 1.3 * room));
}

/** How well a layout serves as one of a kind; null where it cannot. */
export function scoreAs(offer: Offer, facts: Facts): number | null {
  const { content, layout, room, pairRoom } = facts;
  const used = Math.min(2, Math.log2(1 + uses(facts)));
  const typed = (typedAs(facts) === offer ? 2 : 0) - UNDER_ART * facts.underArt;
  // Placeholders that stay empty leave holes.
  const spare = (taken: number): number => -0.75 * Math.max(0, content.length - taken);
  switch (offer) {
    case 'title':
      return sum(COVER, facts);
    case 'secHead':
      return sum(DIVIDER, facts);
    case 'obj':
      return isOneBlock(facts) && room >= ROOM && !facts.hasPicture
        ? typed + used + 4 * Math.min(0.6, room) + spare(1) + sum(CONTENT, facts)
        : null;
    case 'twoObj':
      return pairRoom >= 0.15 ? typed + used + 2 * Math.min(0.6, pairRoom) + spare(2) - (facts.hasPicture ? 1 : 0) : null;
    case 'picTx':
      return facts.hasPicture ? typed + used + spare(1) + (content.length > 0 ? 1 : 0) : null;
    case 'tbl':
    case 'chart':
      return layout.placeholders.some(
        (p) => p.type === offer && !p.turned && (p.frame === null || area(p.frame) >= OBJECT * facts.pageArea),
      )
        ? typed + used + spare(1)
        : null;
    case 'titleOnly':
      return content.length === 0 && facts.title && !facts.titleInMiddle && !facts.hasPicture ? typed + used : null;
    case 'blank':
      return layout.placeholders.every((p) => ['dt', 'ftr', 'sldNum'].includes(p.type)) ? typed + used : null;
  }
}
