import { useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { Button, Dialog, TextField } from '../components/basics.tsx';
import { CompanyProblem } from '../components/doctor/CompanyProblem.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { pickFile, POWERPOINT_TYPES } from '../files.ts';
import { freeTitle, type Adding } from '../state/company.ts';
import { strings } from '../strings.ts';

function Exists({ taken }: { readonly taken: string }) {
  const { company } = useController();
  const templates = useApp((state) => state.templates);
  const called = templates.find(({ name }) => name === taken)?.title ?? taken;
  const [title, setTitle] = useState(() => freeTitle(called, templates));
  return (
    <div className="form">
      <p className="callout warning" role="alert">
        {strings.company.exists(called)} {strings.company.existsHint}
      </p>
      <div className="path-row">
        <TextField label={strings.company.newName} value={title} onChange={setTitle} onEnter={() => company.addAs(title)} autoFocus />
        <Button look="primary" isDisabled={title.trim() === ''} onPress={() => company.addAs(title)}>
          {strings.company.addAs}
        </Button>
      </div>
      <div>
        <Button look="danger" onPress={company.replace}>
          {strings.company.replace}
        </Button>
      </div>
    </div>
  );
}

function Body({ adding }: { readonly adding: Adding }) {
  switch (adding.phase) {
    case 'reading':
      return (
        <ProgressBar className="progress" isIndeterminate aria-label={strings.company.reading(adding.file)}>
          <span role="status">{strings.company.reading(adding.file)}</span>
          <div className="progress-bar indeterminate">
            <div />
          </div>
        </ProgressBar>
      );
    case 'exists':
      return <Exists key={adding.taken} taken={adding.taken} />;
    case 'failed':
      return (
        <div className="form" role="alert">
          <p>{strings.company.failed(adding.file)}</p>
          {adding.problems.map((problem, index) => (
            <CompanyProblem key={index} problem={problem} />
          ))}
        </div>
      );
  }
}

/** An organisation's PowerPoint file on its way to become a template: reading, its name taken, or why it cannot be used. */
export function AddTemplateDialog() {
  const { company, run, show } = useController();
  const adding = useApp((state) => state.company.adding);
  const hasBriefing = useApp((state) => state.doc !== null);
  if (!adding) return null;
  const pick = async (): Promise<void> => {
    const file = await pickFile(POWERPOINT_TYPES);
    if (file) company.add(file);
  };
  return (
    <Dialog
      title={strings.company.addTitle}
      onClose={() => show(null)}
      footer={
        <>
          {hasBriefing ? (
            <Button look="quiet" onPress={() => run('templates')}>
              {strings.company.back}
            </Button>
          ) : null}
          <span className="spacer" />
          {adding.phase === 'failed' ? (
            <>
              <Button onPress={company.again}>{strings.company.again}</Button>
              <Button look="primary" autoFocus onPress={() => void pick()}>
                {strings.company.other}
              </Button>
            </>
          ) : (
            <Button onPress={() => show(null)}>{strings.cancel}</Button>
          )}
        </>
      }
    >
      <Body adding={adding} />
    </Dialog>
  );
}
