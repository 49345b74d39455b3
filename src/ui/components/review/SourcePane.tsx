import { memo, useEffect, useMemo, useRef } from 'react';
import type { Place } from '../../state/review.ts';
import type { Entry, SourceBlock } from '../../state/review-entries.ts';
import { marksOf, pieces, stretches, type Linked, type Marked } from '../../state/review-view.ts';
import { strings } from '../../strings.ts';
import { Button } from '../basics.tsx';
import { FoldIcon } from '../icons.tsx';
import { useController } from '../use-app.ts';
import { KindIcon, kindWords, toneOf } from './marks.tsx';
import { useReview, useReviewKey } from './use-review.ts';
import type { Controller } from '../../controller/types.ts';

const sentenceId = ({ block, sentence }: Place): string => `s${block}-${sentence}`;
const NO_MARKS: readonly Marked[] = [];

interface BlockProps {
  readonly block: SourceBlock;
  readonly index: number;
  /** The selected sentence, if it is here. */
  readonly active: number | null;
  /** The number of the paragraph that this one repeats. */
  readonly repeated: number | null;
  readonly marks: readonly Entry[];
  readonly linked: readonly Marked[];
  readonly onSelect: (place: Place) => void;
  readonly onHover: (place: Place | null) => void;
  readonly onMark: (item: string) => void;
}

function sameMarks(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry.node === b[index]?.node);
}

/** Tells whether a block need not be drawn again. */
function sameBlock(a: BlockProps, b: BlockProps): boolean {
  const { marks, ...one } = a;
  const { marks: others, ...other } = b;
  return sameMarks(marks, others) && Object.entries(one).every(([key, value]) => value === other[key as keyof typeof other]);
}

/** One block: its number or what it is, its sentences, and in the margin what was made of it. */
const Block = memo(function Block({ block, index, active, repeated, marks, linked, onSelect, onHover, onMark }: BlockProps) {
  const { role, number, text, since } = block;
  const isBody = number !== null;
  const sentences = block.sentences.length > 0 ? block.sentences : [{ start: 0, end: text.length }];
  const what = isBody ? strings.review.paragraph(number) : strings.review.roles[role];
  const news = since === null || since === 'same' ? '' : strings.review.since[since];
  return (
    <div
      className={`block ${role} ${block.shape}${news === '' ? '' : ` ${since}`}`}
      role="group"
      aria-label={[what, news].filter(Boolean).join(', ')}
    >
      <span className="block-what" aria-hidden="true">
        {isBody ? number : strings.review.roles[role]}
      </span>
      <div className="block-text" dir="auto" role="presentation">
        {news === '' ? null : (
          <span className="badge warn block-news" aria-hidden="true">
            {news}
          </span>
        )}
        {role === 'repeat' ? <span className="block-note">{strings.review.repeats(repeated)}: </span> : null}
        {sentences.map((sentence, at) => (
          <span
            key={at}
            id={sentenceId({ block: index, sentence: at })}
            role="option"
            aria-selected={active === at}
            className={`sentence${active === at ? ' active' : ''}`}
            onClick={() => onSelect({ block: index, sentence: at })}
            onPointerEnter={() => onHover({ block: index, sentence: at })}
          >
            {pieces(text, sentence, linked).map((piece, i) => (piece.marked ? <mark key={i}>{piece.text}</mark> : piece.text))}{' '}
          </span>
        ))}
      </div>
      <span className="block-marks" aria-hidden="true">
        {marks.map((entry) => (
          <span key={entry.id} className={`margin-mark ${toneOf(entry)}`} title={kindWords(entry)} onClick={() => onMark(entry.id)}>
            <KindIcon entry={entry} />
          </span>
        ))}
      </span>
    </div>
  );
}, sameBlock);

function handlersOf({ reviews }: Controller) {
  return {
    onSelect: (place: Place): void => reviews.selectPlace(place),
    onHover: (place: Place | null): void => reviews.update((open) => ({ ...open, hover: place })),
    onMark: (item: string): void => reviews.select(item),
  };
}

/** The source, as it was read: numbered paragraphs, and muted what is not one. */
export function SourcePane({ linked }: { readonly linked: Linked }) {
  const controller = useController();
  const { parts, place, side, unfolded, hover } = useReview();
  const keyOf = useReviewKey();
  const box = useRef<HTMLDivElement>(null);
  const handlers = useMemo(() => handlersOf(controller), [controller]);
  const rows = useMemo(() => stretches(parts, unfolded), [parts, unfolded]);
  const folded = parts.blocks.filter(({ role }) => role === 'repeat').length;

  // What is selected on either side is brought into sight; under the pointer only when it stays a moment.
  const target = linked.block === null ? (place && (hover === null || side === 'source') ? sentenceId(place) : null) : `s${linked.block}-0`;
  const marked = linked.block !== null;
  useEffect(() => {
    if (target === null) return undefined;
    const show = (): void => {
      const found = box.current?.querySelector(`#${target}`)?.closest(marked ? '.block' : '.sentence');
      (found?.querySelector('mark') ?? found)?.scrollIntoView({ block: 'nearest' });
    };
    const timer = setTimeout(show, hover === null ? 0 : 250);
    return () => clearTimeout(timer);
  }, [target, marked, hover]);

  return (
    <section className="pane source" aria-label={strings.review.source}>
      <div className="pane-head">
        <h2>{strings.review.source}</h2>
        <span className="spacer" />
        {folded > 0 ? (
          <Button look="quiet" className="small" onPress={() => controller.reviews.act({ do: 'unfold' })}>
            <FoldIcon /> {unfolded ? strings.review.fold : strings.review.folded(folded)}
            <kbd>{keyOf('unfold')}</kbd>
          </Button>
        ) : null}
      </div>
      <div
        ref={box}
        className="source-list fill scroll"
        role="listbox"
        tabIndex={0}
        data-review-list="source"
        aria-label={strings.review.sourceLabel}
        {...(place ? { 'aria-activedescendant': sentenceId(place) } : {})}
        lang={parts.language}
        onFocus={() => controller.reviews.update((open) => (open.side === 'source' ? open : { ...open, side: 'source' }))}
        onPointerLeave={() => handlers.onHover(null)}
      >
        {rows.map((row) => {
          if (row.kind === 'folded') {
            return (
              <div
                key={`folded-${row.from}`}
                className="folded"
                role="presentation"
                onClick={() => controller.reviews.act({ do: 'unfold' })}
              >
                <FoldIcon /> {strings.review.folded(row.count)}
              </div>
            );
          }
          const block = parts.blocks[row.index];
          if (!block) return null;
          return (
            <Block
              key={row.index}
              block={block}
              index={row.index}
              active={place?.block === row.index && side === 'source' ? place.sentence : null}
              repeated={block.repeats ? (parts.blocks[block.repeats.block]?.number ?? null) : null}
              marks={marksOf(parts, row.index)}
              linked={linked.spans.get(row.index) ?? NO_MARKS}
              {...handlers}
            />
          );
        })}
      </div>
    </section>
  );
}
