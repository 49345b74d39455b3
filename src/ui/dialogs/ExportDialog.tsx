import { useState } from 'react';
import { EXPORT_FORMATS } from '../../api/formats.ts';
import { Button, Dialog } from '../components/basics.tsx';
import { Choice } from '../components/Choice.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { strings } from '../strings.ts';
import type { ExportDone, ExportFormat } from '../types.ts';
import { ExportResult } from './ExportResult.tsx';
import { JobProgress } from './JobProgress.tsx';

/** Whether a .pptx stands there that Lectern wrote and somebody edited. */
function hasEditedDeck(problems: ExportDone['problems']): boolean {
  return problems.some(({ code, place }) => code === 'export/edited' && /\.pptx$/i.test(place?.file ?? ''));
}

/** What to write and for whom; then how far it is; then where it is. */
export function ExportDialog() {
  const { set, startExport, cancelExport, merges } = useController();
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
  // The audience's copy does not say what was handed out.
  const canMerge = occupied && saved.audience === 'presenter' && hasEditedDeck(job.done.problems);
  const replace = (existing: 'keep-both' | 'keep-copy'): void =>
    void startExport({ formats: [...saved.formats], for: saved.audience, existing });
  const footer = running ? (
    <Button onPress={cancelExport}>{strings.export.stop}</Button>
  ) : occupied ? (
    <>
      <Button onPress={close} autoFocus={!canMerge}>
        {strings.cancel}
      </Button>
      <Button onPress={() => replace('keep-copy')}>{strings.export.ways['keep-copy'][0]}</Button>
      <Button look={canMerge ? 'plain' : 'primary'} onPress={() => replace('keep-both')}>
        {strings.export.ways['keep-both'][0]}
      </Button>
      {canMerge ? (
        <Button look="primary" autoFocus onPress={() => void merges.open({ kind: 'output' })}>
          {strings.export.ways.merge[0]}
        </Button>
      ) : null}
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
      {job?.done ? <ExportResult done={job.done} canMerge={canMerge} /> : null}
      {running ? <JobProgress progress={job.progress} /> : null}
      {job === null ? (
        <div className="form export-form">
          <fieldset className="group">
            <legend>{strings.export.formats}</legend>
            {EXPORT_FORMATS.map((format) => (
              <Choice
                key={format}
                label={strings.export.format[format]}
                checked={formats.includes(format)}
                disabled={format === 'pdf' && !pdf}
                onChange={(checked) => setFormats((all) => (checked ? [...all, format] : all.filter((f) => f !== format)))}
              />
            ))}
            {pdf ? null : <p className="help">{strings.export.noPdf}</p>}
            {formats.length === 0 ? <p className="help">{strings.export.pick}</p> : null}
          </fieldset>
          <fieldset className="group">
            <legend>{strings.export.for}</legend>
            {(['presenter', 'audience'] as const).map((name) => (
              <Choice
                key={name}
                name="audience"
                label={strings.export[name]}
                hint={name === 'presenter' ? strings.export.presenterHint : strings.export.audienceHint}
                checked={audience === name}
                onChange={() => setAudience(name)}
              />
            ))}
          </fieldset>
        </div>
      ) : null}
    </Dialog>
  );
}
