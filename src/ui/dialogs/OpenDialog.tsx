import { ListBox, ListBoxItem } from 'react-aria-components';
import { Button, Dialog } from '../components/basics.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { strings } from '../strings.ts';

/** Briefings of this workspace, and other workspaces. */
export function OpenDialog() {
  const { show, documents, run, openWorkspace } = useController();
  const briefings = useApp((state) => state.briefings);
  const workspace = useApp((state) => state.workspace);
  const current = useApp((state) => state.doc?.file ?? null);
  const recent = useApp((state) => state.recent).filter(({ kind, path }) => kind === 'workspace' && path !== workspace?.path);
  return (
    <Dialog
      title={strings.open.title}
      onClose={() => show(null)}
      footer={
        <>
          <Button onPress={() => run('new-briefing')}>{strings.open.new}</Button>
          <Button onPress={() => run('open-workspace')}>{strings.open.otherFolder}</Button>
        </>
      }
    >
      <h3>{strings.open.here(workspace?.name ?? '')}</h3>
      <ListBox
        className="list"
        aria-label={strings.open.here(workspace?.name ?? '')}
        items={briefings}
        // The dialog is there to choose from this list.
        autoFocus
        onAction={(key) => {
          show(null);
          void documents.open(String(key));
        }}
        renderEmptyState={() => <p className="muted">{strings.open.none}</p>}
      >
        {({ file, title, date, items, broken }) => (
          <ListBoxItem id={file} textValue={title || file} className="list-item">
            <span className="label">{broken ? file : title}</span>
            <span className="muted">
              {[file === current ? strings.open.current : '', broken ? strings.open.broken : strings.unit.topics(items), date]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
      {recent.length > 0 ? (
        <>
          <h3>{strings.open.recent}</h3>
          <ListBox className="list" aria-label={strings.open.recent} items={recent} onAction={(key) => void openWorkspace(String(key))}>
            {({ path, name }) => (
              <ListBoxItem id={path} textValue={name} className="list-item">
                <span className="label">{name}</span>
                <span className="muted">{path}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </>
      ) : null}
    </Dialog>
  );
}
