import type { Code } from '../../../src/core/base/errors.ts';
import { BRAND } from './powerpoint.ts';
import {
  bulleted,
  textLevel,
  titleLevel,
  type HouseFile,
  type HouseLayout,
  type HouseMaster,
  type HousePlace,
  type SampleFill,
} from './house-file.ts';
import { png } from './png.ts';
import { rectangle, scheme, type Box } from './xml.ts';

/** A house style as organisations have them, with what whoever made it meant its layouts for, by their names. */
export interface HouseStyle {
  readonly name: string;
  /** What of the things that real files do wrong it does. */
  readonly traits: readonly string[];
  readonly file: HouseFile;
  readonly cover: readonly string[];
  /** Those that points and text may stand on. */
  readonly content: readonly string[];
  readonly divider?: readonly string[];
  /** Why it is not taken in. */
  readonly refused?: Code;
}

export const at = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
export const TITLE = at(54, 36, 852, 66);
export const BODY = at(54, 120, 852, 360);
export const LEFT = at(54, 120, 417, 360);
export const RIGHT = at(489, 120, 417, 360);

export const title = (box: Box | null = null, rest: Partial<HousePlace> = {}): HousePlace => ({
  ph: 'type="title"',
  name: 'Title 1',
  box,
  ...rest,
});
export const centred = (box: Box | null, rest: Partial<HousePlace> = {}): HousePlace => ({
  ph: 'type="ctrTitle"',
  name: 'Title 1',
  box,
  ...rest,
});
export const open = (idx: number, box: Box | null, rest: Partial<HousePlace> = {}): HousePlace => ({
  ph: `idx="${idx}"`,
  name: `Content ${idx}`,
  box,
  ...rest,
});
export const words = (idx: number, box: Box | null, rest: Partial<HousePlace> = {}): HousePlace => ({
  ph: `type="body" sz="quarter" idx="${idx}"`,
  name: `Text ${idx}`,
  box,
  ...rest,
});
export const subtitle = (idx: number, box: Box | null, rest: Partial<HousePlace> = {}): HousePlace => ({
  ph: `type="subTitle" idx="${idx}"`,
  name: `Subtitle ${idx}`,
  box,
  ...rest,
});
export const photo = (idx: number, box: Box): HousePlace => ({ ph: `type="pic" idx="${idx}"`, name: `Picture ${idx}`, box });
export const small = (size: number, color = 'tx1'): string => textLevel(1, size, { color });

export function feet(y = 504, x = 54, width = 852): HousePlace[] {
  return [
    { ph: 'type="dt" sz="half" idx="10"', name: 'Date', box: at(x, y, width * 0.2, 20), levels: small(10), words: '' },
    { ph: 'type="ftr" sz="quarter" idx="11"', name: 'Footer', box: at(x + width * 0.25, y, width * 0.5, 20), levels: small(10), words: '' },
    {
      ph: 'type="sldNum" sz="quarter" idx="12"',
      name: 'Number',
      box: at(x + width * 0.9, y, width * 0.1, 20),
      levels: small(10),
      words: '‹Nr.›',
    },
  ];
}

export const COVER_SAMPLE: SampleFill = { 0: ['Annual report'], 1: ['Board of directors, May'] };
export const TEXT_SAMPLE: SampleFill = {
  0: ['What we found'],
  1: ['The first point of three, in a line that is long enough to wrap once', 'The second point', 'The third point'],
};
export const TWO_SAMPLE: SampleFill = { ...TEXT_SAMPLE, 2: ['On the other side', 'Another point'] };
export const BREAK_SAMPLE: SampleFill = { 0: ['Part two'] };

export type Parts = Partial<Omit<HouseMaster, 'layouts'>> & { readonly layouts: readonly HouseLayout[] };

export function master({ places = [title(TITLE), words(1, BODY), ...feet()], layouts, ...rest }: Parts): HouseMaster {
  return { name: 'House', colors: BRAND, titleStyle: titleLevel(30), bodyStyle: bulleted(20), places, layouts, ...rest };
}

export const cover: HouseLayout = {
  name: 'Cover',
  type: 'title',
  places: [centred(at(54, 170, 800, 110), { levels: titleLevel(44) }), subtitle(1, at(54, 290, 800, 60), { levels: small(20) }), ...feet()],
  samples: [COVER_SAMPLE],
  shownAt: -2,
};
export const text: HouseLayout = {
  name: 'Text',
  type: 'obj',
  places: [title(), open(1, BODY), ...feet()],
  samples: [TEXT_SAMPLE, TEXT_SAMPLE],
};
export const two: HouseLayout = {
  name: 'Two columns',
  type: 'twoObj',
  places: [title(), open(1, LEFT), open(2, RIGHT), ...feet()],
  samples: [TWO_SAMPLE],
};
export const section: HouseLayout = {
  name: 'Section',
  type: 'secHead',
  places: [title(at(54, 200, 800, 90)), words(1, at(54, 300, 800, 60), { levels: small(20) }), ...feet()],
  samples: [BREAK_SAMPLE],
  shownAt: -1,
};
export const only: HouseLayout = { name: 'Title only', type: 'titleOnly', places: [title(), ...feet()] };

export const without = (layout: HouseLayout, field: keyof HouseLayout): HouseLayout =>
  Object.fromEntries(Object.entries(layout).filter(([key]) => key !== field)) as unknown as HouseLayout;
export const typed = (layout: HouseLayout, type?: string): HouseLayout => ({
  ...without(layout, 'type'),
  ...(type === undefined ? {} : { type }),
});
export const renamed = (layout: HouseLayout, name: string): HouseLayout => ({ ...layout, name });
/** Its title made of the cover's, as where all layouts were copied from that. */
export const copied = (layout: HouseLayout): HouseLayout => ({
  ...layout,
  places: layout.places.map((p) => (p.ph.includes('"title"') ? centred(p.box ?? TITLE, { levels: titleLevel(30) }) : p)),
});
/** Footer, date and number are where nobody sees them, below the slide. */
export const parked = (layout: HouseLayout): HouseLayout => ({
  ...layout,
  places: layout.places.map((place) =>
    /type="(?:dt|ftr|sldNum)"/.test(place.ph) && place.box ? { ...place, box: { ...place.box, y: place.box.y + 60 } } : place,
  ),
});
export const unsampled = (layout: HouseLayout): HouseLayout => without(layout, 'samples');

export const OFFICE = {
  dk1: '000000',
  lt1: 'FFFFFF',
  dk2: '44546A',
  lt2: 'E7E6E6',
  accent1: '4472C4',
  accent2: 'ED7D31',
  accent3: 'A5A5A5',
  accent4: 'FFC000',
  accent5: '5B9BD5',
  accent6: '70AD47',
  hlink: '0563C1',
  folHlink: '954F72',
};
export const NIGHT = { ...BRAND, dk1: '101820', dk2: '1E2B38', lt2: 'C8D6E0', accent1: '4FC3D9', hlink: '9AD6FF', folHlink: 'CBB8F0' };
export const ORANGE = { ...BRAND, dk2: 'FFFFFF', accent1: 'F08A24', accent2: 'FFB765', hlink: 'F59B3C', folHlink: 'F7A650' };

export const vanilla = (): HouseMaster =>
  master({
    name: 'Office Theme',
    colors: OFFICE,
    titleStyle: titleLevel(40, 'tx1'),
    bodyStyle: bulleted(24),
    layouts: [unsampled(cover), unsampled(text), unsampled(section), unsampled(two), only].map((l) => renamed(l, `Office ${l.name}`)),
  });

export const block = (box: Box, fill: string, id = 40): string => rectangle(id, 'Shape', box, scheme(fill));
export const usual = [cover, text, two, section, only];
export const NAMES = { cover: ['Cover'], content: ['Text', 'Two columns', 'Title only'], divider: ['Section'] };

/** A photograph for a test: stripes of light and dark. */
export const STRIPES = png(240, 135, [20, 30, 40], [230, 225, 215]);
export const filled = (relationship: string): string =>
  `<p:bgPr><a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr>`;
export const plain = (fill: string): string => `<p:bgPr>${scheme(fill)}<a:effectLst/></p:bgPr>`;

export const withPanel = (layout: HouseLayout, panel: string): HouseLayout => ({ ...layout, art: panel });
