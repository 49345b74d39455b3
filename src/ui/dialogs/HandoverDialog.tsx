import { useEffect, useState } from 'react';
import { DECK_FORMATS, HANDOVER_PARTS, type HandoverPart } from '../../api/formats.ts';
import { Button, Dialog, TextField } from '../components/basics.tsx';
import { Choice } from '../components/Choice.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { strings } from '../strings.ts';
import type { Handover } from '../types.ts';
import { ExportResult } from './ExportResult.tsx';
import { Handovers } from './Handovers.tsx';
import { JobProgress } from './JobProgress.tsx';

const words = strings.handover;

/** Whether anything of the deck is left: a PDF is the audience's. */
function hasCopies(parts: ReadonlySet<HandoverPart>): boolean {
  const hasDeck = parts.has('pptx') || parts.has('html');
  return (parts.has('presenter') && hasDeck) || (parts.has('audience') && (hasDeck || parts.has('pdf')));
}

/** To whom, what of it and in which form; then how far it is; then where it is. Below, what was handed over before. */
export function HandoverDialog() {
  const { set, handOver, listHandovers, cancelExport } = useController();
  const job = useApp((state) => state.job);
  const pdf = useApp((state) => state.host?.pdf === true);
  const workspace = useApp((state) => state.workspace);
  const [to, setTo] = useState('');
  const [asZip, setAsZip] = useState(false);
  const [brief, setBrief] = useState(false);
  const [parts, setParts] = useState<ReadonlySet<HandoverPart>>(() => new Set(HANDOVER_PARTS));
  const [handovers, setHandovers] = useState<readonly Handover[] | null>(null);
  const done = job?.done ?? null;
  useEffect(() => {
    let isShown = true;
    void listHandovers().then((answer) => isShown && answer && setHandovers(answer.handovers));
    return () => {
      isShown = false;
    };
  }, [listHandovers, done]);

  const close = (): void => set((state) => ({ ...state, dialog: null, job: state.job?.done ? null : state.job }));
  const start = (): void => {
    // Where nothing prints, leaving the PDF out is not the user's choice, and the hand-over says so.
    const without = HANDOVER_PARTS.filter((part) => !parts.has(part));
    void handOver({ to: to.trim() === '' ? null : to.trim(), without, brief, asZip });
  };
  const choose = (part: HandoverPart) => (checked: boolean) =>
    setParts((all) => new Set(HANDOVER_PARTS.filter((one) => (one === part ? checked : all.has(one)))));
  const box = (part: HandoverPart, label: string) => <Choice key={part} label={label} checked={parts.has(part)} onChange={choose(part)} />;

  const footer =
    job !== null && done === null ? (
      <Button onPress={cancelExport}>{strings.export.stop}</Button>
    ) : done ? (
      <>
        <Button onPress={() => set((state) => ({ ...state, job: null }))}>{words.again}</Button>
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
        <Button look="primary" isDisabled={!hasCopies(parts)} onPress={start}>
          {words.go}
        </Button>
      </>
    );
  return (
    <Dialog title={words.title} onClose={close} footer={footer}>
      {done ? <ExportResult done={done} /> : null}
      {job !== null && done === null ? <JobProgress progress={job.progress} /> : null}
      {job === null ? (
        <div className="form">
          <TextField
            label={words.to}
            placeholder={words.toHint}
            help={words.toHelp}
            value={to}
            onChange={setTo}
            onEnter={() => hasCopies(parts) && start()}
            autoFocus
          />
          <div className="form export-form">
            <fieldset className="group">
              <legend>{words.copies}</legend>
              {box('presenter', words.presenter)}
              {box('audience', words.audience)}
            </fieldset>
            <fieldset className="group">
              <legend>{strings.export.formats}</legend>
              {DECK_FORMATS.map((format) => box(format, format === 'pdf' ? words.pdf : strings.export.format[format]))}
              <Choice label={words.brief} checked={brief} onChange={setBrief} />
              {pdf ? null : <p className="help">{strings.export.noPdf}</p>}
            </fieldset>
            <fieldset className="group">
              <legend>{words.as}</legend>
              <Choice name="handover-as" label={words.folder} checked={!asZip} onChange={() => setAsZip(false)} />
              <Choice name="handover-as" label={words.zip} checked={asZip} onChange={() => setAsZip(true)} />
            </fieldset>
          </div>
          {hasCopies(parts) ? null : <p className="help">{words.pick}</p>}
        </div>
      ) : null}
      {handovers === null ? null : <Handovers handovers={handovers} />}
    </Dialog>
  );
}
