import type { Node } from 'unist';
import { spanReader, type DateSpan } from '../../language/index.ts';
import { report, type Context } from './context.ts';

/** A date as it was written, and where. */
export interface WrittenDate {
  readonly text: string;
  readonly node: Node;
}

/**
 * Reports ranges that end before they begin, and the first date that lies before the one above it: either may be a slip of the pen, and what is
 * drawn to scale stands where its date says. A list from the newest to the oldest is in order.
 */
export function reportDates(dates: readonly WrittenDate[], context: Context): void {
  const read = spanReader(context.language);
  const dated: { readonly text: string; readonly node: Node; readonly span: DateSpan }[] = [];
  for (const { text, node } of dates) {
    const span = read(text);
    if (span === 'reversed') {
      report(context, 'article/date-range', node, {
        message: 'this range ends before it begins, so it stands without a place in time',
        received: text,
        hint: 'Write the earlier date first.',
      });
    } else if (span) dated.push({ text, node, span });
  }
  const steps = dated.slice(1).map((now, i) => ({ now, before: dated[i] ?? now }));
  const back = steps.filter(({ now, before }) => now.span.last < before.span.first);
  const isNewestFirst = steps.every(({ now, before }) => now.span.first <= before.span.last);
  const [first] = back;
  if (!first || isNewestFirst) return;
  report(context, 'article/date-order', first.now.node, {
    message: 'this event lies before the one above it; to scale it is drawn where its date says',
    received: first.now.text,
    allowed: `a date not before ${first.before.text}`,
    hint: 'Put the row where it belongs, or mend its date.',
  });
}
