import { strings } from '../strings.ts';
import type { Problem } from '../types.ts';
import { Button } from './basics.tsx';
import { ErrorIcon, WarningIcon } from './icons.tsx';
import { useController } from './use-app.ts';

/** Where a problem is, in words. */
export function placeOf({ place }: Problem): string {
  if (!place) return '';
  const at = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  const slide = place.slide ? `${place.slide.number}: ${place.slide.title}` : '';
  return [at, slide].filter(Boolean).join(' · ');
}

export function ProblemText({ problem }: { readonly problem: Problem }) {
  const facts = [problem.received, problem.allowed].filter((text) => text !== undefined && text !== '');
  return (
    <>
      <p className="problem-head">
        {problem.message.charAt(0).toUpperCase() + problem.message.slice(1)}
        {problem.received === undefined ? '' : `: ${problem.received}`}
      </p>
      <p className="muted">{placeOf(problem)}</p>
      {problem.allowed !== undefined && facts.length > 0 ? <p className="muted">{problem.allowed}</p> : null}
      <p>{problem.hint}</p>
    </>
  );
}

/** How many, and when opened which: where each is, and what to do. */
export function Warnings({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <details className="callout">
      <summary>{strings.export.warnings(problems.length)}</summary>
      <ul className="problems">
        {problems.map((problem, index) => (
          <li key={index}>
            <WarningIcon />
            <div>
              <ProblemText problem={problem} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Everything that is wrong, with the way there. */
export function ProblemsPanel({ problems }: { readonly problems: readonly Problem[] }) {
  const { articles, selectSlide, selectRow, store } = useController();
  if (problems.length === 0) return <p className="muted">{strings.panel.noProblems}</p>;
  const wayTo = ({ place }: Problem): (() => void) | null => {
    const slide = place?.slide && store.get().preview.deck?.slides.find(({ number }) => number === place.slide?.number);
    if (slide) return () => selectSlide(slide.id);
    const item = /^items(?:\[|\.)(\d+)/.exec(place?.field ?? '')?.[1];
    if (item !== undefined) return () => selectRow(Number(item));
    const { file } = place ?? {};
    return file !== undefined && /\.md$/i.test(file) ? () => void articles.open(file, place?.line) : null;
  };
  return (
    <ul className="problems">
      {problems.map((problem, index) => {
        const go = wayTo(problem);
        return (
          <li key={index} className={problem.severity}>
            {problem.severity === 'error' ? <ErrorIcon /> : <WarningIcon />}
            <div>
              <ProblemText problem={problem} />
            </div>
            {go ? (
              <Button look="quiet" className="small" onPress={go}>
                {strings.panel.go}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
