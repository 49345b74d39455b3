import { useState } from 'react';
import type { ReviewActName } from '../../review-keys.ts';
import { linkedTo, type OpenReview } from '../../state/review.ts';
import { entryOf, kindOf, stateOf, textOfEntry, type Entry, type EntryKind } from '../../state/review-entries.ts';
import { formOf } from '../../state/review-forms.ts';
import { stepFor, waitingInGroup, type Command } from '../../state/review-steps.ts';
import { strings } from '../../strings.ts';
import { ProblemText } from '../ProblemsPanel.tsx';
import { useController } from '../use-app.ts';
import { ActButton } from './ActButton.tsx';
import { Advice, Choices } from './Advice.tsx';
import { EntryForm } from './EntryForm.tsx';
import { KindIcon, kindWords, toneOf, toneWords } from './marks.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { useReview } from './use-review.ts';

type Shown = { readonly name: ReviewActName; readonly command?: Command };

const DECIDE: readonly Shown[] = [
  { name: 'accept', command: 'accept' },
  { name: 'reject', command: 'reject' },
  { name: 'reopen', command: 'reopen' },
];

/** What else can be done with each kind of line, in order of use. */
const ACTS: Readonly<Record<EntryKind, readonly Shown[]>> = {
  field: [{ name: 'edit' }],
  heading: [
    { name: 'edit' },
    { name: 'merge', command: 'merge' },
    { name: 'move-up', command: 'move-up' },
    { name: 'move-down', command: 'move-down' },
  ],
  summary: [{ name: 'edit' }, { name: 'heading' }],
  point: [
    { name: 'edit' },
    { name: 'promote', command: 'promote' },
    { name: 'split', command: 'split' },
    { name: 'move-up', command: 'move-up' },
    { name: 'move-down', command: 'move-down' },
  ],
  quotation: [
    { name: 'speaker' },
    { name: 'edit' },
    { name: 'form', command: 'form' },
    { name: 'move-up', command: 'move-up' },
    { name: 'move-down', command: 'move-down' },
  ],
  event: [{ name: 'date' }, { name: 'edit' }, { name: 'move-up', command: 'move-up' }, { name: 'move-down', command: 'move-down' }],
  figure: [{ name: 'unit' }, { name: 'edit' }, { name: 'move-up', command: 'move-up' }, { name: 'move-down', command: 'move-down' }],
  table: [
    { name: 'move-up', command: 'move-up' },
    { name: 'move-down', command: 'move-down' },
  ],
  kept: [
    { name: 'move-up', command: 'move-up' },
    { name: 'move-down', command: 'move-down' },
  ],
  actor: [{ name: 'edit' }],
};

const IN_SOURCE: readonly Shown[] = [
  { name: 'promote', command: 'promote' },
  { name: 'split', command: 'split' },
  { name: 'give-before', command: 'give-before' },
  { name: 'give-after', command: 'give-after' },
  { name: 'restore', command: 'restore' },
  { name: 'role' },
];

function Acts({ acts, open }: { readonly acts: readonly Shown[]; readonly open: OpenReview }) {
  return acts.map(({ name, command }) =>
    command !== undefined && stepFor(open, command) === null ? null : (
      <ActButton
        key={name}
        name={name}
        {...(name === 'promote' && open.side === 'structure' ? { words: strings.review.promoteItem } : {})}
      />
    ),
  );
}

/** What is known of a line: where it stands, how sure it is and why. */
function Facts({ entry }: { readonly entry: Entry }) {
  const { node } = entry;
  if (!node) return <p className="facts muted">{strings.review.notFound}</p>;
  const refs = 'refs' in node ? node.refs.map((n) => strings.review.paragraph(n)).join(' ') : '';
  const left = 'taken' in node && !node.taken && node.state === 'proposed' ? strings.review.notTaken : '';
  return <p className="facts muted">{[refs, strings.review.origins[node.origin], left].filter(Boolean).join(' · ')}</p>;
}

function EntryInHand({ entry }: { readonly entry: Entry }) {
  const open = useReview();
  const [typed, setTyped] = useState<string | null>(null);
  const decide = DECIDE.filter(({ name }) => (name === 'reopen' ? stateOf(entry) !== 'proposed' : true));
  const isWordy = formOf(entry).length > 0;
  return (
    <>
      <div className="selected-item-head">
        <span className={`entry-icon ${toneOf(entry)}`}>
          <KindIcon entry={entry} />
        </span>
        <h2>{kindWords(entry)}</h2>
        <span className={`tone ${toneOf(entry)}`}>{toneWords(entry)}</span>
      </div>
      <Facts entry={entry} />
      {kindOf(entry) === 'quotation' && entry.node && 'form' in entry.node && entry.node.form === 'sentence' ? (
        <p className="facts muted">{strings.review.sentenceForm}</p>
      ) : null}
      {isWordy ? (
        <EntryForm key={JSON.stringify(formOf(entry))} entry={entry} onTyping={setTyped} />
      ) : (
        <p className="selected-item-words" dir="auto">
          {textOfEntry(entry)}
        </p>
      )}
      <Advice entry={entry} typed={typed} />
      <Choices entry={entry} />
      <div className="acts">
        <Acts acts={decide} open={open} />
        {waitingInGroup(open.parts, entry).length > 1 ? <ActButton name="accept-group" /> : null}
      </div>
      <div className="acts">
        <Acts acts={ACTS[kindOf(entry)]} open={open} />
      </div>
    </>
  );
}

/** The selected sentence, and what can be made of it. */
function SentenceInHand() {
  const { reviews } = useController();
  const open = useReview();
  const { parts, place } = open;
  const block = place && parts.blocks[place.block];
  if (!place || !block) return null;
  const sentence = block.sentences[place.sentence] ?? { start: 0, end: block.text.length };
  const linked = linkedTo(parts, place);
  return (
    <>
      <div className="selected-item-head">
        <h2>{block.number === null ? strings.review.roles[block.role] : strings.review.paragraph(block.number)}</h2>
      </div>
      <blockquote className="selected-item-words" dir="auto">
        {block.text.slice(sentence.start, sentence.end)}
      </blockquote>
      {open.choosingRole ? <RoleChoice block={place.block} role={block.role} /> : null}
      <div className="acts">
        <Acts acts={IN_SOURCE} open={open} />
      </div>
      {linked.length > 0 ? (
        <ul className="linked-list">
          {linked.map((entry) => (
            <li key={entry.id}>
              <button type="button" className="choice-button" onClick={() => reviews.select(entry.id)}>
                <span className={`entry-icon ${toneOf(entry)}`}>
                  <KindIcon entry={entry} />
                </span>
                <span dir="auto">
                  {kindWords(entry)}: {textOfEntry(entry)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** What is selected: its words, what to check, and all that can be done with it, each with its key. */
export function SelectedItem() {
  const open = useReview();
  const entry = entryOf(open.parts, open.item);
  return (
    <section className="selected-item-panel scroll" aria-label={strings.review.selected}>
      {open.problems.length > 0 ? (
        <div className="callout error" role="alert">
          <strong>{strings.review.refused}</strong>
          {open.problems.map((problem, index) => (
            <ProblemText key={index} problem={problem} />
          ))}
        </div>
      ) : null}
      {open.side === 'source' ? <SentenceInHand /> : entry ? <EntryInHand key={entry.id} entry={entry} /> : null}
    </section>
  );
}
