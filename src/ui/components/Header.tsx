import { Menu, MenuItem, MenuTrigger, Popover, Separator, Button as AriaButton, Keyboard } from 'react-aria-components';
import { useState } from 'react';
import { ACTIONS, type ActionName } from '../../api/actions.ts';
import { setMeta } from '../state/briefing.ts';
import { strings } from '../strings.ts';
import { Button, IconButton } from './basics.tsx';
import { DownIcon, MenuIcon, RedoIcon, UndoIcon } from './icons.tsx';
import { useApp, useBriefing, useController, useKeyHint, useKeyWriter } from './use-app.ts';

/** Entries of the window's own menu, in groups. */
const MENU: readonly (readonly ActionName[])[] = [
  ['new-briefing', 'open-briefing', 'open-workspace'],
  ['rename', 'again', 'duplicate', 'remove-briefing', 'restore-briefing'],
  ['add-article', 'new-article'],
  ['export', 'merge', 'compare', 'adopt', 'handover', 'times'],
  ['details', 'templates', 'own-slide', 'trim'],
  ['go-library', 'go-order', 'go-preview', 'go-problems'],
  ['appearance', 'keys'],
];

function AppMenu() {
  const { run } = useController();
  const keyOf = useKeyWriter();
  return (
    <MenuTrigger>
      <AriaButton className="button quiet icon-only" aria-label={strings.header.menu}>
        <MenuIcon />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(key) => run(key as ActionName)}>
          {MENU.flatMap((group, index) => [
            ...(index === 0 ? [] : [<Separator key={`line-${index}`} className="line" />]),
            ...group.map((name) => (
              <MenuItem key={name} id={name} className="menu-item" textValue={ACTIONS[name].label}>
                <span>{ACTIONS[name].label}</span>
                {keyOf(name) === null ? null : <Keyboard>{keyOf(name)}</Keyboard>}
              </MenuItem>
            )),
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function TitleField() {
  const { documents } = useController();
  const title = useApp((state) => state.doc?.history.present.title ?? '');
  // While a title is being replaced it may be empty for a moment; the briefing keeps the last one.
  const [empty, setEmpty] = useState(false);
  return (
    <input
      className="title-field"
      dir="auto"
      aria-label={strings.header.title}
      value={empty ? '' : title}
      placeholder={strings.header.untitled}
      spellCheck
      onChange={({ target }) => {
        setEmpty(target.value.trim() === '');
        if (target.value.trim() !== '') documents.edit((briefing) => setMeta(briefing, 'title', target.value), 'title');
      }}
      onBlur={() => {
        setEmpty(false);
        documents.endGroup();
      }}
    />
  );
}

function SaveState() {
  const kind = useApp((state) => state.doc?.saving.kind ?? null);
  const gone = useApp((state) => state.connection === 'gone');
  if (kind === null) return null;
  const lost = gone && (kind === 'changed' || kind === 'saving');
  return (
    <span className={`save-state ${lost ? 'failed' : kind}`} role="status">
      {lost ? strings.notSaved : strings.saving[kind]}
    </span>
  );
}

export function Header() {
  const { run } = useController();
  const briefing = useBriefing();
  const canUndo = useApp((state) => (state.doc?.history.past.length ?? 0) > 0);
  const canRedo = useApp((state) => (state.doc?.history.future.length ?? 0) > 0);
  const template = useApp((state) => {
    const name = state.doc?.history.present.template;
    return state.templates.find((t) => t.name === name)?.title ?? name ?? null;
  });
  const keys = {
    open: useKeyHint('open-briefing'),
    undo: useKeyHint('undo'),
    redo: useKeyHint('redo'),
    export: useKeyHint('export'),
  };
  return (
    <header className="header">
      <h1 className="unseen">{strings.app}</h1>
      <IconButton label={strings.header.switchBriefing} keyHint={keys.open} onPress={() => run('open-briefing')}>
        <DownIcon />
      </IconButton>
      {briefing ? <TitleField /> : <span className="title-field">{strings.app}</span>}
      <SaveState />
      <span className="spacer" />
      {briefing ? (
        <>
          <IconButton label={strings.undo} keyHint={keys.undo} isDisabled={!canUndo} onPress={() => run('undo')}>
            <UndoIcon />
          </IconButton>
          <IconButton label={strings.redo} keyHint={keys.redo} isDisabled={!canRedo} onPress={() => run('redo')}>
            <RedoIcon />
          </IconButton>
          <Button look="quiet" className="template-button" onPress={() => run('templates')}>
            <span className="muted">{strings.header.template}</span> {template}
          </Button>
          <Button className="wide-only" onPress={() => run('handover')}>
            {strings.actions.handover}
          </Button>
          <Button look="primary" onPress={() => run('export')}>
            {strings.actions.export}
            <kbd className="wide-only">{keys.export}</kbd>
          </Button>
        </>
      ) : null}
      <AppMenu />
    </header>
  );
}
