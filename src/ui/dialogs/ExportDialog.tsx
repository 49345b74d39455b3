import { useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { DECK_FORMATS } from '../../api/formats.ts';
import { Button, Dialog } from '../components/basics.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { strings } from '../strings.ts';
import type { ExportFormat, ExportProgress } from '../types.ts';
import { ExportResult } from './ExportResult.tsx';

function Progress({ progress }: { readonly progress: ExportProgress | null }) {
  const words = strings.export.step[progress?.step ?? 'reading'];
  return (
    <ProgressBar className="progress" value={(progress?.fraction ?? 0) * 100} valueLabel={words} aria-label={strings.export.progress}>
      <span aria-live="polite">{words}</span>
      <div className="progress-bar">
        <div style={{ width: `${(progress?.fraction ?? 0) * 100}%` }} />
      </div>
    </ProgressBar>
  );
}

/** What to write and for whom; then how far it is; then where it is. */
export function ExportDialog() {
  const { set, startExport, cancelExport } = useController();
  const job = useApp((state) => state.job);
  const saved = useApp((state) => state.settings.export);
  const pdf = useApp((state) => state.host?.pdf === true);
  const workspace = useApp((state) => state.workspace);
  const [formats, setFormats] = useState<readonly ExportFormat[]>(saved.formats.filter((format) => format !== 'pdf' || pdf));
  const [audience, setAudience] = useState(saved.audience);
  const close = (): void => {
    set((state) => ({ ...state, dialog: null, job: state.job?.done ? null : state.job }));
  };
  const running = job !== null && !job.done;
  const occupied = job?.done?.outcome === 'occupied';
  const footer = running ? (
    <Button onPress={cancelExport}>{strings.export.stop}</Button>
  ) : occupied ? (
    <>
      <Button onPress={close} autoFocus>
        {strings.cancel}
      </Button>
      <Button look="primary" onPress={() => void startExport({ formats: [...saved.formats], for: saved.audience, existing: 'keep-copy' })}>
        {strings.export.keepCopy}
      </Button>
    </>
  ) : job?.done ? (
    <>
      <Button onPress={() => set((state) => ({ ...state, job: null }))}>{strings.export.again}</Button>
      <Button look="primary" onPress={close} autoFocus>
        {strings.done}
      </Button>
    </>
  ) : (
    <>
      <span className="muted folder" title={`${workspace?.path ?? ''}/output`}>
        {strings.export.folder(`${workspace?.name ?? ''}/output`)}
      </span>
      <span className="spacer" />
      <Button onPress={close}>{strings.cancel}</Button>
      <Button
        look="primary"
        autoFocus
        isDisabled={formats.length === 0}
        onPress={() => void startExport({ formats: [...formats], for: audience, existing: 'refuse' })}
      >
        {strings.export.go}
      </Button>
    </>
  );
  return (
    <Dialog title={strings.export.title} onClose={close} footer={footer}>
      {job?.done ? <ExportResult done={job.done} /> : null}
      {running ? <Progress progress={job.progress} /> : null}
      {job === null ? (
        <div className="form export-form">
          <fieldset className="group">
            <legend>{strings.export.formats}</legend>
            {DECK_FORMATS.map((format) => (
              <label key={format} className="choice">
                <input
                  type="checkbox"
                  checked={formats.includes(format)}
                  disabled={format === 'pdf' && !pdf}
                  onChange={({ target }) => setFormats((all) => (target.checked ? [...all, format] : all.filter((f) => f !== format)))}
                />
                {strings.export.format[format]}
              </label>
            ))}
            {pdf ? null : <p className="help">{strings.export.noPdf}</p>}
            {formats.length === 0 ? <p className="help">{strings.export.pick}</p> : null}
          </fieldset>
          <fieldset className="group">
            <legend>{strings.export.for}</legend>
            {(['presenter', 'audience'] as const).map((name) => (
              <label key={name} className="choice">
                <input type="radio" name="audience" checked={audience === name} onChange={() => setAudience(name)} />
                <span>
                  {strings.export[name]}
                  <span className="help">{name === 'presenter' ? strings.export.presenterHint : strings.export.audienceHint}</span>
                </span>
              </label>
            ))}
          </fieldset>
        </div>
      ) : null}
    </Dialog>
  );
}
