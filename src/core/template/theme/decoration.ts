import { fault, frameOf, QUOTATION_MARK, type Context, type Path } from './context.ts';
import type { DecorationText } from './schema.ts';
import type { Decoration, Frame, Gradient } from './types.ts';

const KINDS = ['rectangle', 'line', 'image', 'path', 'text'] as const;

function gradientOf({ gradient }: DecorationText, { mirror }: Context): Gradient | null {
  if (gradient === undefined) return null;
  const angle = mirror ? (540 - gradient.angle) % 360 : gradient.angle;
  return { angle, stops: gradient.stops.map(([at, color, opacity]) => ({ at, color, opacity })) };
}

/** Words and the level of each paragraph of them. */
function textDecorations(text: DecorationText, frame: Frame, path: Path, context: Context): Decoration[] {
  const style = text.style ?? 'footer';
  if (!context.styles.has(style)) {
    fault(context, [...path, 'style'], {
      message: 'there is no such style',
      received: style,
      allowed: [...context.styles].join(', '),
      hint: 'Name one of these, or add the style under styles.',
    });
    return [];
  }
  const words = text.text === QUOTATION_MARK ? context.quotationMark : (text.text ?? '');
  const paragraphs = words.split('\n').map((line, i) => ({ text: line, level: text.levels?.[i] ?? 1 }));
  return [{ kind: 'text', id: path.join('/'), frame, style, anchor: text.anchor ?? 'top', direction: text.direction ?? null, paragraphs }];
}

function decorationOf(text: DecorationText, path: Path, context: Context): Decoration[] {
  if (KINDS.filter((kind) => text[kind] !== undefined).length !== 1) {
    fault(context, path, {
      message: 'a decoration is one thing',
      allowed: 'rectangle: COLOUR, line: COLOUR, image: FILE, path: OUTLINE or text: WORDS',
      hint: 'Write exactly one of the five keys.',
    });
    return [];
  }
  const frame = frameOf(text, path, context, true);
  if (!frame) return [];
  if (text.rectangle !== undefined) return [{ kind: 'rectangle', frame, fill: text.rectangle, gradient: gradientOf(text, context) }];
  if (text.line !== undefined) return [{ kind: 'line', frame, color: text.line, width: text.width ?? 0.75 }];
  if (text.text !== undefined) return textDecorations(text, frame, path, context);
  if (text.path !== undefined) {
    const [width, height] = text.box ?? [frame.width, frame.height];
    const outline = { width, height, commands: text.path };
    return [{ kind: 'path', frame, outline, fill: text.fill ?? 'accent1', gradient: gradientOf(text, context) }];
  }
  const [left, top, right, bottom] = text.crop ?? [0, 0, 0, 0];
  return [{ kind: 'image', frame, src: `pack/${text.image ?? ''}`, crop: { left, top, right, bottom } }];
}

/** What a theme or a layout draws below its boxes. */
export function decorationsOf(texts: readonly DecorationText[] | undefined, path: Path, context: Context): Decoration[] {
  return (texts ?? []).flatMap((text, i) => decorationOf(text, [...path, i], context));
}
