import { attributes, escape } from '../../base/ooxml/xml/escape.ts';
import type { Frame } from '../theme/types.ts';
import { artOn, backgroundOn, behind, shown } from './ground.ts';
import type { Art, CompanyLayout, CompanyTemplate, ArtWords } from './types.ts';
import type { BoundLayout, BoundRegion } from './bound.ts';

/** A picture of a kilobyte or a hundred may stand in a report; a whole photograph is drawn as its frame. */
const LARGEST_PICTURE = 150_000;

const box = ({ x, y, width, height }: Frame): Record<string, number> => ({ x, y, width, height });

function picture(media: string, frame: Frame, template: CompanyTemplate): string {
  const bytes = template.media.get(media);
  if (!bytes || bytes.byteLength > LARGEST_PICTURE) {
    const { x, y, width, height } = frame;
    return `<rect${attributes({ ...box(frame), fill: '#8A93A0' })}/><path${attributes({ d: `M${x} ${y}l${width} ${height}m0 ${-height}l${-width} ${height}`, stroke: '#FFFFFF' })}/>`;
  }
  const type = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
  const href = `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
  return `<image${attributes({ ...box(frame), href, preserveAspectRatio: 'none' })}/>`;
}

/** Near enough to be known again: one line a paragraph. */
function textSvg({ frame, paragraphs, looks }: ArtWords, layout: CompanyLayout, template: CompanyTemplate): string {
  let y = frame.y;
  const lines = paragraphs.map(({ text, look }) => {
    const found = looks[look];
    if (!found) return '';
    const { style, direction } = found;
    y += style.size * 1.2;
    const isAtLeft = (style.align === 'start') === (direction === 'ltr');
    const side = style.align === 'center' ? 0.5 : isAtLeft ? 0 : 1;
    const anchor = style.align === 'center' ? 'middle' : isAtLeft ? 'start' : 'end';
    const fill = shown(style.color, layout, template);
    return `<text${attributes({ x: frame.x + side * frame.width, y, 'text-anchor': anchor, 'font-size': style.size, 'font-family': 'sans-serif', fill })}>${escape(text)}</text>`;
  });
  return lines.join('');
}

function art(item: Art, layout: CompanyLayout, template: CompanyTemplate): string {
  const { x, y, width, height } = item.frame;
  switch (item.kind) {
    case 'rectangle':
      return `<rect${attributes({ ...box(item.frame), fill: shown(item.fill, layout, template) })}/>`;
    case 'path': {
      const transform = `translate(${x} ${y}) scale(${width / item.outline.width} ${height / item.outline.height})`;
      return `<path${attributes({ d: item.outline.commands, transform, fill: shown(item.fill, layout, template) })}/>`;
    }
    case 'line':
      return `<path${attributes({ d: `M${x} ${y}l${width} ${height}`, stroke: shown(item.color, layout, template), 'stroke-width': item.width })}/>`;
    case 'image':
      return picture(item.media, item.frame, template);
    case 'words':
      return textSvg(item.words, layout, template);
    case 'unknown':
      return `<rect${attributes({ ...box(item.frame), fill: 'none', stroke: '#8A93A0', 'stroke-dasharray': '4 3' })}/>`;
  }
}

/** Blue: a placeholder of theirs. Violet: a text box of ours. Both are told apart by their dashes too. */
const REGION = { bound: '#0B62C4', free: '#8A2BA8' } as const;

function region(r: BoundRegion, scale: number): string {
  const color = r.placeholder ? REGION.bound : REGION.free;
  const size = 11 * scale;
  const width = (r.name.length * 0.56 + 1) * size;
  const label = { x: r.frame.x, y: r.frame.y, width: Math.min(width, Math.max(r.frame.width, width)), height: size * 1.4 };
  return (
    `<rect${attributes({ ...box(r.frame), fill: color, 'fill-opacity': 0.12, stroke: color, 'stroke-width': 1.5 * scale, 'stroke-dasharray': r.placeholder ? null : `${5 * scale} ${3 * scale}` })}/>` +
    `<rect${attributes({ ...box(label), fill: color })}/>` +
    `<text${attributes({ x: label.x + size / 2, y: label.y + size * 1.05, 'font-size': size, 'font-family': 'sans-serif', fill: '#FFFFFF' })}>${escape(r.name)}</text>`
  );
}

function keepOut(frame: Frame, scale: number): string {
  return `<rect${attributes({ ...box(frame), fill: 'url(#clear)', stroke: '#C62828', 'stroke-width': 1.5 * scale })}/>`;
}

/** A layout of theirs with what it draws, our regions on it, and the areas kept clear. SVG, without anything from outside of it. */
export function layoutPicture(bound: BoundLayout, template: CompanyTemplate): string {
  const { layout } = bound.choice;
  const { width, height } = template.page;
  const scale = height / 540;
  const page: Frame = { x: 0, y: 0, width, height };
  const background = backgroundOn(layout, template);
  const ground = behind({ ...page, width: 1, height: 1 }, { ...layout, art: [], masterArt: false }, template) ?? '#FFFFFF';
  const below = background?.media ? picture(background.media, page, template) : '';
  const words = `${bound.plan.label}: ${bound.regions.map((r) => r.name).join(', ')}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ viewBox: `0 0 ${width} ${height}`, role: 'img' })}><title>${escape(words)}</title>` +
    `<defs><pattern id="clear" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="8" fill="#C62828" fill-opacity="0.35"/></pattern></defs>` +
    `<rect${attributes({ ...box(page), fill: ground })}/>${below}${artOn(layout, template)
      .map((item) => art(item, layout, template))
      .join('')}` +
    `${bound.keepOut.map((frame) => keepOut(frame, scale)).join('')}${bound.regions.map((r) => region(r, scale)).join('')}` +
    `<rect${attributes({ ...box(page), fill: 'none', stroke: '#8A93A0' })}/></svg>`
  );
}
