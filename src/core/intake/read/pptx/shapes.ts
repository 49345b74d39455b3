import { child, children, value, within, type XmlElement } from '../xml/index.ts';
import type { Frame } from './order.ts';
import { isOn, linesOf, tableOf, type SlideLine, type SlideTable } from './text.ts';

export interface Placeholder {
  /** `title`, `body` …; `obj` where it says none. */
  readonly type: string;
  readonly index: string;
}

/** What stands on a slide, groups taken apart. */
export interface SlideBox {
  readonly name: string;
  readonly alt: string;
  readonly placeholder: Placeholder | null;
  /** EMU on the slide; null where the layout says. */
  readonly frame: Frame | null;
  readonly content:
    | { readonly kind: 'text'; readonly lines: readonly SlideLine[] }
    | { readonly kind: 'table'; readonly table: SlideTable }
    | { readonly kind: 'chart'; readonly id: string }
    /** SmartArt: its data, by relationship. */
    | { readonly kind: 'diagram'; readonly data: string }
    | { readonly kind: 'picture'; readonly ids: readonly string[]; readonly cut: boolean; readonly decorative: boolean }
    /** What cannot be taken along: a film, an embedded file, a drawing of another program. */
    | { readonly kind: 'other'; readonly what: string };
}

interface Scale {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

const AS_IT_IS: Scale = { x: 1, y: 1, dx: 0, dy: 0 };
/** Thousandths of a percent that a crop may take and still show the picture. */
const CUT = 3000;

/** The boxes of a shape tree (`p:spTree`) in its order. */
export function boxesOf(tree: XmlElement, scale: Scale = AS_IT_IS): SlideBox[] {
  return children(tree).flatMap((element) => boxOf(element, scale));
}

function boxOf(element: XmlElement, scale: Scale): SlideBox[] {
  switch (element.name) {
    case 'p:grpSp':
      return isHidden(element) ? [] : boxesOf(element, scaleOf(element, scale));
    case 'mc:AlternateContent': {
      // What a newer program shows, unless this code knows nothing of it; then what it gives for others.
      const read = (name: string): SlideBox[] =>
        children(element, name)
          .slice(0, 1)
          .flatMap((part) => boxesOf(part, scale));
      const [choice, fallback] = [read('mc:Choice'), read('mc:Fallback')];
      return choice.some(({ content }) => content.kind !== 'other') ? choice : fallback.length > 0 ? fallback : choice;
    }
    case 'p:sp':
    case 'p:pic':
    case 'p:graphicFrame':
      return isHidden(element) ? [] : shapeOf(element, scale);
    case 'p:contentPart':
      return [{ name: '', alt: '', placeholder: null, frame: null, content: { kind: 'other', what: 'ink' } }];
    default:
      return [];
  }
}

function propertiesOf(element: XmlElement): XmlElement | null {
  return within(element, 'p:cNvPr')[0] ?? null;
}

function isHidden(element: XmlElement): boolean {
  const properties = propertiesOf(element);
  return properties !== null && isOn(value(properties, 'hidden'));
}

function shapeOf(element: XmlElement, scale: Scale): SlideBox[] {
  const properties = propertiesOf(element);
  const place = within(children(element).find(({ name }) => /^p:nv\w*Pr$/.test(name)) ?? element, 'p:ph')[0];
  const content = contentOf(element);
  if (content === null) return [];
  return [
    {
      name: (properties && value(properties, 'name')) ?? '',
      alt: ((properties && (value(properties, 'descr') ?? value(properties, 'title'))) ?? '').replace(/\s+/g, ' ').trim(),
      placeholder: place ? { type: value(place, 'type') ?? 'obj', index: value(place, 'idx') ?? '0' } : null,
      frame: frameOf(element, scale),
      content,
    },
  ];
}

function contentOf(element: XmlElement): SlideBox['content'] | null {
  if (element.name === 'p:sp') {
    const lines = linesOf(child(element, 'p:txBody'));
    const filled = child(element, 'p:spPr', 'a:blipFill') !== null;
    return lines.length > 0 ? { kind: 'text', lines } : filled ? { kind: 'other', what: 'a shape filled with a picture' } : null;
  }
  if (element.name === 'p:pic') return pictureOf(element);
  const data = child(element, 'a:graphic', 'a:graphicData');
  const table = child(data, 'a:tbl');
  if (table) return { kind: 'table', table: tableOf(table) };
  const chart = child(data, 'c:chart');
  if (chart) return { kind: 'chart', id: value(chart, 'r:id') ?? '' };
  const diagram = child(data, 'dgm:relIds');
  if (diagram) return { kind: 'diagram', data: value(diagram, 'r:dm') ?? '' };
  return { kind: 'other', what: /ole/i.test((data && value(data, 'uri')) ?? '') ? 'an embedded file' : 'an unknown drawing' };
}

function pictureOf(element: XmlElement): SlideBox['content'] {
  if (within(element, 'a:videoFile', 'a:audioFile', 'a:wavAudioFile', 'a:quickTimeFile').length > 0)
    return { kind: 'other', what: 'a film or sound' };
  const fill = child(element, 'p:blipFill');
  const blip = child(fill, 'a:blip');
  const drawing = blip === null ? undefined : within(blip, 'asvg:svgBlip')[0];
  const embedded = blip === null ? null : value(blip, 'r:embed');
  const ids = [embedded, drawing === undefined ? null : value(drawing, 'r:embed')].filter((id) => id !== null);
  if (ids.length === 0) return { kind: 'other', what: 'a picture in another file' };
  const crop = child(fill, 'a:srcRect');
  const cut = crop !== null && ['l', 't', 'r', 'b'].some((side) => Number(value(crop, side) ?? 0) > CUT);
  const decorative = within(element, 'adec:decorative').some((mark) => isOn(value(mark, 'val')));
  return { kind: 'picture', ids, cut, decorative };
}

function transformOf(element: XmlElement): XmlElement | null {
  return child(element, 'p:xfrm') ?? child(element, 'p:spPr', 'a:xfrm') ?? child(element, 'p:grpSpPr', 'a:xfrm');
}

function numbersOf(element: XmlElement | null, a: string, b: string): readonly [number, number] | null {
  if (element === null) return null;
  const [x, y] = [Number(value(element, a)), Number(value(element, b))];
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}

/** A shape's own place on the slide; null where it has none. */
export function frameOf(element: XmlElement, { x, y, dx, dy }: Scale = AS_IT_IS): Frame | null {
  const transform = transformOf(element);
  const [offset, extent] = [numbersOf(child(transform, 'a:off'), 'x', 'y'), numbersOf(child(transform, 'a:ext'), 'cx', 'cy')];
  return offset && extent ? [offset[0] * x + dx, offset[1] * y + dy, extent[0] * x, extent[1] * y] : null;
}

/** A group's own grid on the slide (`a:chOff`, `a:chExt`). */
function scaleOf(group: XmlElement, outer: Scale): Scale {
  const transform = transformOf(group);
  const [offset, extent] = [numbersOf(child(transform, 'a:off'), 'x', 'y'), numbersOf(child(transform, 'a:ext'), 'cx', 'cy')];
  const [from, size] = [numbersOf(child(transform, 'a:chOff'), 'x', 'y'), numbersOf(child(transform, 'a:chExt'), 'cx', 'cy')];
  if (!offset || !extent || !from || !size) return outer;
  const [sx, sy] = [size[0] === 0 ? 1 : extent[0] / size[0], size[1] === 0 ? 1 : extent[1] / size[1]];
  return {
    x: outer.x * sx,
    y: outer.y * sy,
    dx: (offset[0] - from[0] * sx) * outer.x + outer.dx,
    dy: (offset[1] - from[1] * sy) * outer.y + outer.dy,
  };
}
