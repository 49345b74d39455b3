import { useState } from 'react';
import { Button, Dialog, TextField } from '../components/basics.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { strings } from '../strings.ts';

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly first: string;
  readonly doing: string;
  readonly onDone: (name: string) => Promise<void> | void;
}

/** A dialog that asks for one name. */
export function NameDialog({ title, label, first, doing, onDone }: NameDialogProps) {
  const { show } = useController();
  const [name, setName] = useState(first);
  const usable = name.trim() !== '';
  const done = (): void => {
    if (!usable) return;
    show(null);
    void onDone(name.trim());
  };
  return (
    <Dialog
      title={title}
      size="small"
      onClose={() => show(null)}
      footer={
        <>
          <Button onPress={() => show(null)}>{strings.cancel}</Button>
          <Button look="primary" isDisabled={!usable} onPress={done}>
            {doing}
          </Button>
        </>
      }
    >
      <TextField label={label} value={name} onChange={setName} onEnter={done} autoFocus />
    </Dialog>
  );
}

export function NewDialog() {
  const { documents } = useController();
  const { title, name, make, suggestion } = strings.newBriefing;
  return (
    <NameDialog
      title={title}
      label={name}
      first={suggestion}
      doing={make}
      onDone={async (given) => {
        await documents.create(given);
      }}
    />
  );
}

export function NewArticleDialog() {
  const { articles } = useController();
  const { newTitle, newName, newMake, newSuggestion } = strings.article;
  return <NameDialog title={newTitle} label={newName} first={newSuggestion} doing={newMake} onDone={(title) => articles.create(title)} />;
}

export function RenameDialog() {
  const { documents } = useController();
  const file = useApp((state) => state.doc?.file ?? '');
  const first = file.replace(/^.*\//, '').replace(/\.briefing\.ya?ml$/i, '');
  return (
    <NameDialog
      title={strings.rename.title}
      label={strings.rename.name}
      first={first}
      doing={strings.rename.do}
      onDone={(name) => documents.rename(name)}
    />
  );
}
