import { useEffect } from 'react';
import { ACTIONS } from '../../api/actions.ts';
import { strings } from '../strings.ts';
import { Button, IconButton } from './basics.tsx';
import { CloseIcon, WarningIcon } from './icons.tsx';
import { ProblemText } from './ProblemsPanel.tsx';
import { useApp, useController } from './use-app.ts';

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
  const lost = useApp((state) => state.phase === 'lost');
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
          {lost ? <Button onPress={() => location.reload()}>{strings.reload}</Button> : null}
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
