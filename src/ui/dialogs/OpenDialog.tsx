import { useEffect, useState } from 'react';
import { GridList, GridListItem, ListBox, ListBoxItem, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button, Dialog, IconButton, TextField } from '../components/basics.tsx';
import { MenuIcon } from '../components/icons.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { lastHandedOver, shelved, type ShelfSort } from '../state/shelf.ts';
import { dayText } from '../state/time.ts';
import { strings } from '../strings.ts';
import type { BriefingSummary } from '../types.ts';
import { DeletedBriefings } from './DeletedBriefings.tsx';

/** From so many on they are looked for and sorted. */
const MANY = 6;

const SORTS = ['changed', 'title', 'date'] as const satisfies readonly ShelfSort[];

type RowAction = keyof typeof strings.open.actions;

/** What can be done with one, behind one button. */
function RowMenu({ name, onAction }: { readonly name: string; readonly onAction: (action: RowAction) => void }) {
  return (
    <MenuTrigger>
      <IconButton label={strings.open.more(name)}>
        <MenuIcon />
      </IconButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={strings.open.more(name)} onAction={(key) => onAction(key as RowAction)}>
          {(['open', 'again', 'duplicate', 'remove'] as const).map((action) => (
            <MenuItem key={action} id={action} className="menu-item">
              {strings.open.actions[action]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Briefings of this workspace with what can be done with each, what was deleted, and other workspaces. */
export function OpenDialog() {
  const { show, documents, shelf, run, openWorkspace, listHandovers } = useController();
  const briefings = useApp((state) => state.briefings);
  const workspace = useApp((state) => state.workspace);
  const current = useApp((state) => state.doc?.file ?? null);
  const recent = useApp((state) => state.recent).filter(({ kind, path }) => kind === 'workspace' && path !== workspace?.path);
  const [text, setText] = useState('');
  const [sort, setSort] = useState<ShelfSort>('changed');
  const [handedOver, setHandedOver] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    let here = true;
    void listHandovers().then((answer) => here && setHandedOver(lastHandedOver(answer?.handovers ?? [])));
    return () => {
      here = false;
    };
  }, [listHandovers]);
  const shown = shelved(briefings, text, sort);
  const act = (file: string, action: RowAction): void => {
    show(null);
    if (action === 'open') void documents.open(file);
    else if (action === 'remove') void shelf.remove(file);
    else void shelf.duplicate(file, action === 'again');
  };
  const about = ({ file, date, items, broken, modified }: BriefingSummary): string => {
    const at = handedOver.get(file);
    const handed = at === undefined ? '' : strings.open[modified > at ? 'changedSince' : 'handedOver'](dayText(at));
    return [file === current ? strings.open.current : '', broken ? strings.open.broken : strings.unit.topics(items), date, handed]
      .filter(Boolean)
      .join(' · ');
  };
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
      {briefings.length >= MANY ? (
        <div className="pair shelf-tools">
          <TextField label={strings.open.find} value={text} onChange={setText} />
          <label className="field">
            <span>{strings.open.sort}</span>
            <select value={sort} onChange={({ target }) => setSort(target.value as ShelfSort)}>
              {SORTS.map((name) => (
                <option key={name} value={name}>
                  {strings.open.sorts[name]}
                </option>
              ))}
            </select>
          </label>
        </div>
      ) : null}
      <GridList
        className="list"
        aria-label={strings.open.here(workspace?.name ?? '')}
        items={shown}
        dependencies={[handedOver, current]}
        // The dialog is there to choose from this list.
        autoFocus
        onAction={(key) => act(String(key), 'open')}
        renderEmptyState={() => <p className="muted">{briefings.length === 0 ? strings.open.none : strings.open.notFound}</p>}
      >
        {(briefing) => {
          const name = briefing.broken ? briefing.file : briefing.title || briefing.file;
          return (
            <GridListItem id={briefing.file} textValue={name} className="list-item shelf-item">
              <span className="label">
                <span>
                  <bdi>{name}</bdi>
                </span>
                <span className="help">
                  {briefing.file} · {about(briefing)}
                </span>
              </span>
              <RowMenu name={name} onAction={(action) => act(briefing.file, action)} />
            </GridListItem>
          );
        }}
      </GridList>
      <DeletedBriefings />
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
