import type { Box, GroupBox, ImageBox, SceneSlide, TableBox, TextBox, ChartBox } from '../../layout/types.ts';
import { chart, chartOrigins } from '../../block/chart/html/index.ts';
import type { Context } from './context.ts';
import { decoration } from './decoration.ts';
import type { Drawn, Shape } from './drawn.ts';
import { group } from './group.ts';
import { EMPTY, h, join, type Html } from './html.ts';
import { image } from '../../block/image/html.ts';
import { setParagraphs } from './line.ts';
import { noteRefs, notes } from './notes.ts';
import { isProgress, progress } from './progress.ts';
import { drawing, shape } from './shape.ts';
import { table } from '../../block/table/html.ts';
import { flowOfParts, heading, text } from './text.ts';
import { refsText } from './line-refs.ts';
import { originsOf } from '../../base/text.ts';

/** A box as markup; a chart or table that is captioned says its name there alone. */
function draw(box: Box, context: Context, isCaptioned = false): Drawn {
  switch (box.kind) {
    case 'text':
      return text(box, context);
    case 'table':
      return table(box, context, isCaptioned);
    case 'chart':
      return chart(box, context, isCaptioned);
    case 'image':
      return image(box, context);
    case 'shape':
      return shape(box);
    case 'group':
      return group(box, context);
  }
}

type Pictured = TableBox | ChartBox | ImageBox;

function isPictured(box: Box | undefined): box is Pictured {
  return box?.kind === 'table' || box?.kind === 'chart' || box?.kind === 'image';
}

function isCaption(box: Box | undefined): box is TextBox {
  return box?.kind === 'text' && box.role === 'caption';
}

/** What a chart or picture rests on as a whole; a table's rows say it themselves. */
function figureRefs(box: Pictured, captions: readonly (TextBox | null)[], context: Context): string | null {
  if (box.kind === 'table') return null;
  const runs = captions.flatMap((caption) => caption?.paragraphs.flatMap((paragraph) => paragraph.runs) ?? []);
  return refsText(runs, [...originsOf(runs), ...(box.kind === 'chart' ? chartOrigins(box) : [])], context);
}

/**
 * A picture, chart or table in its figure, with the caption that stands before or behind it. A figure that is one to screen readers, and a
 * `figcaption`, would have the caption said twice.
 */
function figure(box: Pictured, context: Context, before: TextBox | null, behind: TextBox | null): Drawn {
  const { shapes, html } = draw(box, context, before !== null || behind !== null);
  const caption = (text: TextBox | null): Html =>
    text === null ? EMPTY : h('div', { class: 'caption' }, flowOfParts(setParagraphs(text), context));
  return {
    shapes,
    html: h('figure', { role: 'none', 'data-refs': figureRefs(box, [before, behind], context) }, caption(before), html, caption(behind)),
  };
}

function isRepeated(box: Box): box is GroupBox {
  return box.kind === 'group' && box.role === 'items';
}

/** Items beside or below each other as one list. VoiceOver forgets that a list without markers is one. */
function repeated(items: readonly GroupBox[], context: Context): Drawn {
  const drawn = items.map((item) => group(item, context));
  return {
    shapes: drawn.flatMap(({ shapes }) => shapes),
    html: h('ul', { class: 'items', role: 'list' }, ...drawn.map(({ html }) => html)),
  };
}

/** The boxes as markup, each run of shapes as one drawing below what follows it. */
function boxes(slide: SceneSlide, context: Context): Html {
  const parts: Html[] = [];
  const waiting: Shape[] = [];
  let below = decoration(slide.layout, context);
  const put = (drawn: Drawn): void => {
    waiting.push(...drawn.shapes);
    if (drawn.html === EMPTY) return;
    parts.push(drawing(waiting.splice(0), context, below), drawn.html);
    below = EMPTY;
  };

  const title = slide.boxes.find((box): box is TextBox => box.kind === 'text' && box.role === 'title');
  const titleHtml = heading(title ? setParagraphs(title) : [], slide.title, context);
  if (!title) put({ shapes: [], html: titleHtml });
  for (let i = 0; i < slide.boxes.length; i += 1) {
    const box = slide.boxes[i];
    const next = slide.boxes[i + 1];
    if (!box) continue;
    const strip = isProgress(box) ? progress(box, context) : null;
    if (strip !== null) {
      parts.push(drawing(waiting.splice(0), context, below, strip));
      below = EMPTY;
    } else if (box === title) put({ shapes: text(box, context).shapes, html: titleHtml });
    else if (isPictured(box)) {
      const behind = isCaption(next) && next.region === box.region ? next : null;
      put(figure(box, context, null, behind));
      if (behind) i += 1;
    } else if (isCaption(box) && isPictured(next) && next.region === box.region) {
      put(figure(next, context, box, null));
      i += 1;
    } else if (isRepeated(box)) {
      const items = [box];
      for (let other = slide.boxes[i + 1]; other && isRepeated(other) && other.region === box.region; other = slide.boxes[i + 1]) {
        items.push(other);
        i += 1;
      }
      put(repeated(items, context));
    } else put(draw(box, context));
  }
  parts.push(drawing(waiting, context, below));
  return join(parts);
}

/**
 * One slide: present, reading and print show this same markup. In the audience's copy it has no notes, no timing and no topic.
 */
export function slideElement(slide: SceneSlide, context: Context): Html {
  const { theme, meta } = context.scene;
  const layout = theme.layouts[slide.layout];
  const ground = layout?.background ?? theme.background;
  const refs = [...new Set([...slide.refs, ...(meta.forPresenter ? noteRefs(slide.notes, context) : [])])].sort((a, b) => a - b);
  return h(
    'article',
    {
      id: slide.number,
      class: 'slide',
      'data-id': slide.id,
      'data-kind': slide.kind,
      'data-topic': meta.forPresenter ? slide.topic : null,
      'data-seconds': meta.forPresenter ? Math.round(slide.seconds) : null,
      'data-stated': meta.forPresenter && slide.stated === true,
      'data-refs': refs.length > 0 ? refs.join(' ') : null,
    },
    h('div', { class: `page ${context.sheet.ground(ground)}` }, boxes(slide, context)),
    meta.forPresenter ? notes(slide.notes, context) : EMPTY,
  );
}
