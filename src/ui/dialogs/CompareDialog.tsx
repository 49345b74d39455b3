import { useEffect, useState } from 'react';
import { Button, Dialog } from '../components/basics.tsx';
import { Changes } from '../components/compare/Changes.tsx';
import { ProblemText, Warnings } from '../components/ProblemsPanel.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { chosenName, deckKey, editedOf, NOW, OUTPUT, type ComparedDeck, type OpenCompare, type Side } from '../state/compare.ts';
import { momentText } from '../state/time.ts';
import { strings } from '../strings.ts';
import type { Handover } from '../types.ts';

const words = strings.compare;

interface Option {
  readonly deck: ComparedDeck;
  readonly label: string;
}

function optionsOf(handovers: readonly Handover[], { from, to }: OpenCompare): readonly Option[] {
  const chosen = [from, to].flatMap((deck): Option[] => {
    const label = chosenName(deck);
    return label === null ? [] : [{ deck, label }];
  });
  const all = [
    { deck: NOW, label: words.now },
    { deck: OUTPUT, label: words.output },
    ...chosen,
    ...handovers.map(({ id, at, to: whom }): Option => ({ deck: { kind: 'handover', id }, label: words.handover(momentText(at), whom) })),
  ];
  return [...new Map(all.map((option) => [deckKey(option.deck), option])).values()];
}

function DeckChoice({
  side,
  compare,
  options,
}: {
  readonly side: Side;
  readonly compare: OpenCompare;
  readonly options: readonly Option[];
}) {
  const { compares } = useController();
  return (
    <div className="compare-side">
      <label className="field">
        <span>{words[side]}</span>
        <select
          value={deckKey(compare[side])}
          onChange={({ target }) => {
            const found = options.find(({ deck }) => deckKey(deck) === target.value);
            if (found) void compares.put(side, found.deck);
          }}
        >
          {options.map(({ deck, label }) => (
            <option key={deckKey(deck)} value={deckKey(deck)}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Button look="quiet" aria-label={words.fileFor(words[side])} onPress={() => void compares.choose(side)}>
        {words.file}
      </Button>
    </div>
  );
}

function Found({ compare }: { readonly compare: OpenCompare }) {
  const { phase } = compare;
  switch (phase.kind) {
    case 'working':
      return (
        <p role="status" className="compare-counts">
          {words.working}
        </p>
      );
    case 'failed':
      return (
        <div role="alert">
          <p>
            <strong>{words.failed}</strong>
          </p>
          {phase.problems.map((problem, i) => (
            <div key={i} className="callout error">
              <ProblemText problem={problem} />
            </div>
          ))}
        </div>
      );
    case 'shown':
      return (
        <>
          {phase.found.problems.length > 0 ? <Warnings problems={phase.found.problems} /> : null}
          <Changes diff={phase.found.diff} />
        </>
      );
  }
}

/** What has changed from one deck to another, of which either may be what the briefing gives now. */
export function CompareDialog() {
  const { adopts, compares, merges, listHandovers } = useController();
  const compare = useApp((state) => state.compare);
  const file = useApp(({ doc }) => doc?.file);
  const [handovers, setHandovers] = useState<readonly Handover[]>([]);
  useEffect(() => {
    let isShown = true;
    void listHandovers().then((answer) => isShown && answer && setHandovers(answer.handovers));
    return () => {
      isShown = false;
    };
  }, [listHandovers]);
  if (!compare) return null;
  const own = handovers.filter(({ briefing }) => briefing === file);
  const options = optionsOf(own, compare);
  const edited = editedOf(compare);
  return (
    <Dialog
      title={words.title}
      size="full"
      onClose={compares.close}
      footer={
        <>
          {edited ? <Button onPress={() => void adopts.open(edited)}>{words.adopt}</Button> : null}
          {edited ? <Button onPress={() => void merges.open(edited)}>{words.merge}</Button> : null}
          <Button look="primary" autoFocus onPress={compares.close}>
            {strings.done}
          </Button>
        </>
      }
    >
      <div className="compare-decks">
        <DeckChoice side="from" compare={compare} options={options} />
        <Button look="quiet" className="compare-swap" onPress={() => void compares.swap()}>
          {words.swap}
        </Button>
        <DeckChoice side="to" compare={compare} options={options} />
      </div>
      <Found compare={compare} />
    </Dialog>
  );
}
