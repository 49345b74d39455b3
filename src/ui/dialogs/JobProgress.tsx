import { ProgressBar } from 'react-aria-components';
import { strings } from '../strings.ts';
import type { ExportProgress } from '../types.ts';

/** How far an export or a hand-over is. */
export function JobProgress({ progress }: { readonly progress: ExportProgress | null }) {
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
