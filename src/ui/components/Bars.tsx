import { useEffect } from 'react';
import { ACTIONS } from '../../api/actions.ts';
import { isTyped } from '../state/article.ts';
import { isUnsaved } from '../state/document.ts';
import { strings } from '../strings.ts';
import { Button, IconButton } from './basics.tsx';
import { CloseIcon, WarningIcon } from './icons.tsx';
import { ProblemText } from './ProblemsPanel.tsx';
import { useApp, useController } from './use-app.ts';

/**
 * What is true while the host does not answer: that it does not, and where that is which was typed since. The element is there
 * before its words, so that these are read out when they come.
 */
export function ConnectionBar() {
  const gone = useApp((state) => state.connection === 'gone');
  const unsaved = useApp(
    (state) =>
      state.waitingSteps > 0 || ((state.doc && isUnsaved(state.doc)) ?? false) || ((state.article && isTyped(state.article)) ?? false),
  );
  const kept = useApp((state) => state.kept && state.waitingSteps === 0);
  const kind = useApp((state) => state.host?.kind ?? 'web');
  const { connection } = strings;
  return (
    <div role="status">
      {gone ? (
        <div className="bar warn">
          <WarningIcon />
          <span>
            <strong>{connection.gone}</strong> {unsaved ? (kept ? connection.kept : connection.here) : connection.saved}{' '}
            {connection.again[kind]}
          </span>
        </div>
      ) : null}
    </div>
  );
}

/** What stands between the briefing and its file, with what can be done about it. */
export function SaveBar() {
  const { documents } = useController();
  const saving = useApp((state) => state.doc?.saving ?? null);
  if (saving?.kind === 'conflict') {
    return (
      <div className="bar warn" role="alert">
        <WarningIcon />
        <span>{saving.hash === null ? strings.conflict.gone : strings.conflict.text}</span>
        <span className="spacer" />
        {saving.hash === null ? null : <Button onPress={() => void documents.takeTheirs()}>{strings.conflict.theirs}</Button>}
        <Button look="primary" onPress={() => void documents.keepMine()}>
          {strings.conflict.mine}
        </Button>
      </div>
    );
  }
  if (saving?.kind === 'failed') {
    const [first] = saving.problems;
    return (
      <div className="bar warn" role="alert">
        <WarningIcon />
        <span>
          <strong>{strings.failed.text}</strong> {first ? `${first.message}. ${first.hint}` : ''}
        </span>
        <span className="spacer" />
        <Button onPress={() => void documents.save()}>{strings.failed.retry}</Button>
      </div>
    );
  }
  return null;
}

/** How long a message of something done stays. Milliseconds. */
const STAY = 6000;

/** One short message at the foot of the window. Problems stay until they are put away. */
export function NoticeBar() {
  const { set, run } = useController();
  const notice = useApp((state) => state.notice);
  useEffect(() => {
    if (notice?.kind !== 'done') return undefined;
    const timer = setTimeout(() => set((state) => (state.notice?.id === notice.id ? { ...state, notice: null } : state)), STAY);
    return () => clearTimeout(timer);
  }, [notice, set]);
  return (
    <div className="notices" role={notice?.kind === 'problem' ? 'alert' : 'status'}>
      {notice ? (
        <div className={`notice ${notice.kind}`}>
          <div>
            <p>{notice.text}</p>
            {notice.problems.map((problem, index) => (
              <ProblemText key={index} problem={problem} />
            ))}
          </div>
          {notice.action ? (
            <Button look="quiet" className="small" onPress={() => notice.action && run(notice.action.name)}>
              {notice.action.label || ACTIONS[notice.action.name].label}
            </Button>
          ) : null}
          <IconButton label={strings.close} onPress={() => set((state) => ({ ...state, notice: null }))}>
            <CloseIcon />
          </IconButton>
        </div>
      ) : null}
    </div>
  );
}

/** Three steps, once, above the sample. */
export function WelcomeBar() {
  const { saveSettings } = useController();
  const shown = useApp((state) => state.workspace !== null && !state.settings.welcomed);
  if (!shown) return null;
  return (
    <section className="bar welcome" aria-label={strings.welcome.title}>
      <strong>{strings.welcome.title}</strong>
      <ol>
        {strings.welcome.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <span className="muted">{strings.welcome.sample}</span>
      <span className="spacer" />
      <Button onPress={() => saveSettings((settings) => ({ ...settings, welcomed: true }))}>{strings.welcome.gotIt}</Button>
    </section>
  );
}
