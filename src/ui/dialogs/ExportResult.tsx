import { Button } from '../components/basics.tsx';
import { ProblemText, Warnings } from '../components/ProblemsPanel.tsx';
import { useApp, useController } from '../components/use-app.ts';
import { strings } from '../strings.ts';
import type { ExportDone } from '../types.ts';
import { HandoverButtons } from './Handovers.tsx';

type Problems = ExportDone['problems'];

/** More than these are counted, not listed: a deck that was written anew may have hundreds. */
const MOST_EDITS = 12;

const WAYS = ['merge', 'keep-both', 'keep-copy'] as const;

/** What would be lost: each edited file with its edits. */
function Occupied({ problems, canMerge }: { readonly problems: Problems; readonly canMerge: boolean }) {
  const { compares } = useController();
  const files = [...new Set(problems.map(({ place }) => place?.file ?? ''))];
  const isForeign = problems.every(({ code }) => code === 'export/not-ours');
  return (
    <div role="alert">
      <p>
        <strong>{isForeign ? strings.export.foreign : strings.export.occupied}</strong>
      </p>
      {files.map((file) => (
        <Edits key={file} file={file} problems={problems.filter(({ place }) => (place?.file ?? '') === file)} />
      ))}
      {canMerge ? <Button onPress={() => void compares.open()}>{strings.compare.title} …</Button> : null}
      <p>{strings.export.occupiedHint}</p>
      <ul className="export-ways">
        {WAYS.filter((way) => way !== 'merge' || canMerge).map((way) => (
          <li key={way}>
            <strong>{strings.export.ways[way][0]}</strong>: {strings.export.ways[way][1]}.
          </li>
        ))}
      </ul>
    </div>
  );
}

function Edits({ file, problems }: { readonly file: string; readonly problems: Problems }) {
  return (
    <div className="callout">
      <p className="path">{file}</p>
      <ul>
        {problems.slice(0, MOST_EDITS).map(({ message, place }, index) => (
          <li key={index}>
            {place?.slide ? strings.export.slide(place.slide.number, place.slide.title) : ''}
            {message}
          </li>
        ))}
        {problems.length > MOST_EDITS ? <li>{strings.export.moreEdits(problems.length - MOST_EDITS)}</li> : null}
      </ul>
    </div>
  );
}

/** What became of an export: where the files are, what stood in the way, or why nothing was written. */
export function ExportResult({ done, canMerge = false }: { readonly done: ExportDone; readonly canMerge?: boolean }) {
  const { open, reveal } = useController();
  const host = useApp((state) => state.host);
  if (done.outcome === 'cancelled') return <p role="status">{strings.export.cancelled}</p>;
  if (done.outcome === 'occupied') return <Occupied problems={done.problems} canMerge={canMerge} />;
  if (done.outcome === 'failed') {
    return (
      <div role="alert">
        <p>
          <strong>{strings.export.failed}</strong>
        </p>
        {done.problems
          .filter(({ severity }) => severity === 'error')
          .map((problem, index) => (
            <div key={index} className="callout error">
              <ProblemText problem={problem} />
            </div>
          ))}
      </div>
    );
  }
  return (
    <div role="status">
      <p>
        {done.handover ? strings.handover.written(done.handover.files, done.seconds) : strings.export.written(done.slides, done.seconds)}
      </p>
      {done.problems.length > 0 ? <Warnings problems={done.problems} /> : null}
      {done.kept.map((path) => (
        <p key={path} className="muted">
          {strings.export.kept(path)}
        </p>
      ))}
      {done.handover ? (
        <ul className="files">
          <li>
            <span className="path">{done.handover.place}</span>
            <HandoverButtons handover={done.handover} />
          </li>
        </ul>
      ) : null}
      <ul className="files">
        {done.files.map(({ path, format, bytes }) => (
          <li key={path}>
            <span className="format">{format}</span>
            <span className="path">{path}</span>
            <span className="muted">{strings.export.size(bytes)}</span>
            {host?.open === true ? <Button onPress={() => open({ kind: 'written', path })}>{strings.export.open}</Button> : null}
            {host?.reveal === true ? <Button onPress={() => reveal({ kind: 'written', path })}>{strings.export.reveal}</Button> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
