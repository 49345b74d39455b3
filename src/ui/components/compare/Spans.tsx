import type { WordSpan } from '../../state/compare.ts';

/** A line word by word: struck out what it said, underlined what it says. */
export function Spans({ spans }: { readonly spans: readonly WordSpan[] }) {
  return (
    <p className="change-line" dir="auto">
      {spans.map(({ of, text }, i) =>
        of === 'both' ? <span key={i}>{text}</span> : of === 'old' ? <del key={i}>{text}</del> : <ins key={i}>{text}</ins>,
      )}
    </p>
  );
}
