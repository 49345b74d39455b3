import { distinct } from '../../base/distinct.ts';
import type { BlockContext, ViewPiece } from '../../briefing/piece.ts';
import { line, list, object, value } from '../../briefing/schema-node.ts';
import { calloutOutline } from './outline.ts';
import type { ArticleCallout, CalloutView } from './types.ts';

const schema = object({ type: value, title: line, paragraphs: list(line), refs: list(value) });

function view({ type, title, paragraphs }: ArticleCallout, { lines, written }: BlockContext): CalloutView {
  const heading = title && lines.line(title, { covered: true });
  const words = paragraphs.map((runs) => lines.line(runs, { written: written(runs) }));
  return { type, title: heading, paragraphs: words, refs: distinct([heading, ...words].flatMap((one) => one?.refs ?? [])) };
}

export const calloutView: ViewPiece<'callout'> = {
  empty: { callout: null },
  schema: { fields: { callout: schema }, lists: { callouts: list(schema) } },
  view: (block, context) => ({ callout: view(block, context) }),
  lists: ({ callout }) => ({ callouts: callout ? [callout] : [] }),
  outline: calloutOutline,
  said: ({ callout }) => (callout ? [...(callout.title ? [callout.title] : []), ...callout.paragraphs] : []),
};
