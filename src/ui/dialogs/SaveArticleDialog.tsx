import { useState } from 'react';
import { Button, Dialog, TextField } from '../components/basics.tsx';
import { ProblemText } from '../components/ProblemsPanel.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { tallyOf } from '../state/review-view.ts';
import { strings } from '../strings.ts';
import type { Problem, ReviewParts } from '../types.ts';

const REPLACEABLE: ReadonlySet<Problem['code']> = new Set<Problem['code']>(['file/exists', 'file/conflict']);

function Contents({ parts }: { readonly parts: ReviewParts }) {
  const words = strings.review.saveDialog;
  const tally = tallyOf(parts);
  const unseen = [
    tally.takenUnseen > 0 ? words.takenUnseen(tally.takenUnseen) : '',
    tally.leftUnseen > 0 ? words.leftUnseen(tally.leftUnseen) : '',
  ].filter(Boolean);
  return (
    <div>
      <p>{words.contents(tally.topics, tally.lines, tally.actors)}</p>
      {tally.waiting > 0 ? (
        <p className="muted">
          {words.waiting(tally.waiting)} {unseen.join(', ')}.
        </p>
      ) : null}
      {tally.setAside > 0 ? <p className="muted">{words.setAside(tally.setAside)}</p> : null}
      {tally.warned > 0 ? <p className="muted">{words.warned(tally.warned)}</p> : null}
    </div>
  );
}

/** What will be saved and under which name; a refusal in place, with what can be done. */
export function SaveArticleDialog() {
  const { reviews, show } = useController();
  const review = useApp((state) => state.review);
  const [id, setId] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  if (!review) return null;
  const { parts } = review;
  const words = strings.review.saveDialog;
  const name = id ?? parts.saveAs;
  const save = async (replace: boolean): Promise<void> => {
    setBusy(true);
    const refused = await reviews.save(id === null || id.trim() === '' ? null : id.trim(), replace);
    setProblems(refused);
    setBusy(false);
  };
  const canReplace = problems.length > 0 && problems.every(({ code }) => REPLACEABLE.has(code));
  return (
    <Dialog
      title={words.title}
      size="small"
      onClose={() => show(null)}
      footer={
        <>
          <Button onPress={() => show(null)}>{words.keepReviewing}</Button>
          {canReplace ? (
            <Button look="danger" isDisabled={busy} onPress={() => void save(true)}>
              {words.replace}
            </Button>
          ) : null}
          <Button look="primary" autoFocus isDisabled={busy} onPress={() => void save(false)}>
            {words.go}
          </Button>
        </>
      }
    >
      <div className="form">
        <Contents parts={parts} />
        <TextField label={words.id} value={name} onChange={setId} onEnter={() => void save(false)} help={words.idHelp(name)} />
        {problems.map((problem, index) => (
          <div key={index} className="callout error" role="alert">
            <ProblemText problem={problem} />
          </div>
        ))}
      </div>
    </Dialog>
  );
}
