import { useState } from 'react';
import { Button, Dialog, TextField } from '../components/basics.tsx';
import { ProblemText } from '../components/ProblemsPanel.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { strings } from '../strings.ts';

/** Where there is no chooser of the system: a path in words. Also what stands in the window while no workspace is open. */
export function WorkspaceForm() {
  const { openWorkspace, createWorkspace, choose } = useController();
  const [path, setPath] = useState('');
  const workspace = useApp((state) => state.workspace);
  const dialogs = useApp((state) => state.host?.dialogs === true);
  const recent = useApp((state) => state.recent).filter((r) => r.kind === 'workspace' && r.path !== workspace?.path);
  const open = (): void => {
    if (path.trim() !== '') void openWorkspace(path.trim());
  };
  return (
    <div className="form">
      {dialogs ? (
        <Button look="primary" onPress={() => void choose('workspace').then((chosen) => chosen !== null && openWorkspace(chosen))}>
          {strings.workspace.title} …
        </Button>
      ) : (
        <div className="path-row">
          <TextField label={strings.workspace.path} value={path} onChange={setPath} onEnter={open} autoFocus />
          <Button look="primary" isDisabled={path.trim() === ''} onPress={open}>
            {strings.workspace.open}
          </Button>
        </div>
      )}
      {recent.length > 0 ? (
        <div>
          <h3>{strings.workspace.recent}</h3>
          <ul className="plain-list">
            {recent.map((r) => (
              <li key={r.path}>
                <Button look="quiet" onPress={() => void openWorkspace(r.path)}>
                  {r.name} <span className="muted">{r.path}</span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div>
        <Button onPress={() => void createWorkspace(null)}>{strings.workspace.create}</Button>
        <p className="help">{strings.workspace.createHint}</p>
      </div>
    </div>
  );
}

export function WorkspaceDialog() {
  const { show } = useController();
  return (
    <Dialog title={strings.workspace.title} onClose={() => show(null)}>
      <WorkspaceForm />
    </Dialog>
  );
}

/** The whole window, while there is no workspace. */
export function NoWorkspace() {
  const problems = useApp((state) => state.startProblems);
  return (
    <main className="no-workspace">
      <h1>{strings.workspace.none}</h1>
      <p>{strings.workspace.noneHint}</p>
      {problems.map((problem, index) => (
        <div key={index} className="callout error" role="alert">
          <ProblemText problem={problem} />
        </div>
      ))}
      <WorkspaceForm />
    </main>
  );
}
