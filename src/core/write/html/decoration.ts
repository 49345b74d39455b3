import { HYPHEN, runsText } from '../../layout/index.ts';
import { decorationImages, drawnOn } from '../../template/theme/index.ts';
import type { Decoration } from '../../template/theme/types.ts';
import type { Context } from './context.ts';
import { shade } from './gradient.ts';
import { EMPTY, escape, formatNumber, h, join, type Html } from './html.ts';
import { imageElement, mediaId } from '../../block/image/html.ts';
import { shapeElement } from './shape.ts';
import { colorVar, fontProperty } from './sheet.ts';

function decorationsOf(layoutName: string, context: Context): readonly Decoration[] {
  const { theme } = context.scene;
  const layout = theme.layouts[layoutName];
  return layout ? drawnOn(layout, theme) : theme.decoration;
}

/** A logo's pixels, moved and stretched into its frame. */
function picture(d: Extract<Decoration, { kind: 'image' }>, context: Context): Html {
  const asset = context.scene.media.get(d.src);
  if (!asset) return EMPTY;
  const { x, y, width, height } = d.frame;
  const { left, top, right, bottom } = d.crop;
  const n = formatNumber;
  if (left + top + right + bottom > 0) {
    const shown = [left * asset.width, top * asset.height, asset.width * (1 - left - right), asset.height * (1 - top - bottom)];
    const place = { x: n(x), y: n(y), width: n(width), height: n(height), viewBox: shown.map(n).join(' '), preserveAspectRatio: 'none' };
    return h('svg', place, context.shared ? h('use', { href: `#${mediaId(asset.hash)}` }) : imageElement(asset, null));
  }
  const scale = `${(width / asset.width).toFixed(5)} ${(height / asset.height).toFixed(5)}`;
  const content = context.shared ? h('use', { href: `#${mediaId(asset.hash)}` }) : imageElement(asset, null);
  return h('g', { transform: `translate(${n(x)} ${n(y)}) scale(${scale})` }, content);
}

function outline({ frame, outline: { width, height, commands }, fill, gradient }: Extract<Decoration, { kind: 'path' }>): Html {
  const n = formatNumber;
  const scale = `${(frame.width / width).toFixed(5)} ${(frame.height / height).toFixed(5)}`;
  const transform = `translate(${n(frame.x)} ${n(frame.y)}) scale(${scale})`;
  // Its own coordinates are those before it is stretched.
  const paint = gradient && shade(gradient, { x: 0, y: 0, width, height });
  const path = h('path', { fill: paint?.fill ?? colorVar(fill), d: commands, transform });
  return paint ? join([paint.definition, path]) : path;
}

function rectangle({ frame, fill, gradient }: Extract<Decoration, { kind: 'rectangle' }>): Html {
  if (!gradient) return shapeElement({ shape: 'rectangle', frame, fill, stroke: null, strokeWidth: 0 });
  const n = formatNumber;
  const { x, y, width, height } = frame;
  const paint = shade(gradient, frame);
  return join([paint.definition, h('path', { fill: paint.fill, d: `M${n(x)},${n(y)}h${n(width)}v${n(height)}H${n(x)}z` })]);
}

/** Words of the design, each line where it was measured. In a drawing a unit is a point. */
function textHtml(d: Extract<Decoration, { kind: 'text' }>, context: Context): Html {
  const set = context.scene.words[d.id];
  if (!set) return EMPTY;
  const lines = set.lines.map((line) => {
    const paragraph = set.paragraphs[line.paragraph];
    const level = set.levels[paragraph?.level ?? 0];
    if (!paragraph || !level) return EMPTY;
    const text = runsText(paragraph.runs).slice(line.start, line.end) + (line.hyphen ? HYPHEN : '');
    // a drawing's text begins at its x, and in a right-to-left page that is its right end
    const attributes = {
      x: formatNumber(paragraph.direction === 'rtl' ? line.x + line.width : line.x),
      y: formatNumber(line.baseline),
      direction: paragraph.direction === context.scene.meta.direction ? null : paragraph.direction,
      fill: colorVar(level.color),
      'font-family': `var(${fontProperty(level.font)})`,
      'font-size': formatNumber(level.size),
      'font-weight': level.bold ? 700 : null,
      'font-style': level.italic ? 'italic' : null,
      'letter-spacing': level.letterSpacing === 0 ? null : formatNumber(level.letterSpacing),
    };
    return h('text', attributes, escape(level.capitals ? text.toUpperCase() : text));
  });
  return join(lines);
}

function element(d: Decoration, context: Context): Html {
  switch (d.kind) {
    case 'rectangle':
      return rectangle(d);
    case 'line':
      return shapeElement({ shape: 'line', frame: d.frame, fill: null, stroke: d.color, strokeWidth: d.width });
    case 'image':
      return picture(d, context);
    case 'path':
      return outline(d);
    case 'text':
      return textHtml(d, context);
  }
}

function idOf(layoutName: string, context: Context): string {
  return `layout-${Object.keys(context.scene.theme.layouts).indexOf(layoutName)}`;
}

/** What the theme draws below a slide's boxes, as parts of a drawing: in a whole deck a reference to the layout's, which is written once. */
export function decoration(layoutName: string, context: Context): Html {
  const drawn = decorationsOf(layoutName, context);
  if (drawn.length === 0) return EMPTY;
  return context.shared ? h('use', { href: `#${idOf(layoutName, context)}` }) : join(drawn.map((d) => element(d, context)));
}

/** The decoration of every layout in use. */
export function sharedDecorations(context: Context): Html {
  const names = [...new Set(context.scene.slides.map((slide) => slide.layout))];
  return join(names.map((name) => h('g', { id: idOf(name, context) }, join(decorationsOf(name, context).map((d) => element(d, context))))));
}

/** Hashes of the images that decoration shows. */
export function decorationMedia(context: Pick<Context, 'scene'>): string[] {
  const { theme, media } = context.scene;
  return decorationImages(theme).flatMap(({ src }) => media.get(src)?.hash ?? []);
}
