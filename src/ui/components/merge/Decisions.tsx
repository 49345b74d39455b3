import { readable } from '../../keys.ts';
import { MERGE_ACTS } from '../../merge-keys.ts';
import { choiceOf, conflictsOf, nameOf, paragraphsOf, takeWords, typed, type ChoiceName, type MergeConflict } from '../../state/merge.ts';
import { strings } from '../../strings.ts';
import { Button } from '../basics.tsx';
import { keyboardOf, useApp, useController } from '../use-app.ts';
import { useMerge, useMergeKey } from './use-merge.ts';

/** Words of the user's own. Escape lets them go, with Ctrl or ⌘ Enter takes them. */
function Editor({ draft }: { readonly draft: string }) {
  const { merges } = useController();
  const platform = useApp((state) => keyboardOf(state).platform);
  const isEmpty = paragraphsOf(draft).length === 0;
  const done = (take: boolean): void => merges.update((now) => (take ? takeWords(now) : { ...now, draft: null }));
  return (
    <div className="merge-editor">
      <label className="field">
        <span>{strings.merge.edit.label}</span>
        <textarea
          autoFocus
          dir="auto"
          rows={Math.min(12, Math.max(3, draft.split('\n').length + 1))}
          value={draft}
          aria-describedby={isEmpty ? 'merge-empty' : undefined}
          onChange={({ target }) => merges.update((now) => typed(now, target.value))}
          onKeyDown={(event) => {
            const isTaken = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
            if (event.key !== 'Escape' && !isTaken) return;
            event.preventDefault();
            event.stopPropagation();
            if (!isTaken || !isEmpty) done(isTaken);
          }}
        />
      </label>
      {isEmpty ? (
        <p className="help" id="merge-empty">
          {strings.merge.edit.empty}
        </p>
      ) : null}
      <div className="merge-acts">
        <Button look="primary" isDisabled={isEmpty} onPress={() => done(true)}>
          {strings.merge.edit.take}
          <kbd>{readable('CmdOrCtrl+Enter', platform)}</kbd>
        </Button>
        <Button onPress={() => done(false)}>
          {strings.cancel}
          <kbd>Esc</kbd>
        </Button>
      </div>
    </div>
  );
}

interface ChoiceButtonProps {
  readonly name: ChoiceName;
  readonly words: string;
  readonly pressed: boolean;
}

function ChoiceButton({ name, words, pressed }: ChoiceButtonProps) {
  const { merges } = useController();
  const keyOf = useMergeKey();
  return (
    <button
      type="button"
      className="button merge-choice"
      aria-pressed={pressed}
      onClick={() => merges.act(MERGE_ACTS[name].act)}
      aria-keyshortcuts={keyOf(name)}
    >
      {words}
      <kbd aria-hidden="true">{keyOf(name)}</kbd>
    </button>
  );
}

/** What can be done with the conflict in hand. */
export function Decisions({ conflict }: { readonly conflict: MergeConflict }) {
  const { merges } = useController();
  const keyOf = useMergeKey();
  const open = useMerge();
  if (open.draft !== null) return <Editor draft={open.draft} />;
  const choice = choiceOf(open, conflict);
  const chosen = choice === null ? null : nameOf(choice);
  const labels: Readonly<Partial<Record<ChoiceName, string>>> = strings.merge.labels[conflict.kind];
  const isAlone = conflictsOf(open).length === 1;
  return (
    <div className="merge-acts" role="group" aria-label={strings.merge.decide}>
      {conflict.choices.map((name) => {
        const words = labels[name];
        return words === undefined ? null : <ChoiceButton key={name} name={name} words={words} pressed={chosen === name} />;
      })}
      {choice === null ? null : (
        <Button look="quiet" onPress={() => merges.act({ do: 'reopen' })}>
          {strings.merge.reopen}
          <kbd>{keyOf('reopen')}</kbd>
        </Button>
      )}
      {isAlone ? null : (
        <>
          <span className="spacer" />
          <Button look="quiet" isDisabled={open.at === 0} onPress={() => merges.act({ do: 'move', by: -1 })}>
            {strings.merge.previous}
            <kbd>{keyOf('previous')}</kbd>
          </Button>
          <Button look="quiet" isDisabled={open.at === conflictsOf(open).length - 1} onPress={() => merges.act({ do: 'move', by: 1 })}>
            {strings.merge.next}
            <kbd>{keyOf('next')}</kbd>
          </Button>
        </>
      )}
    </div>
  );
}
