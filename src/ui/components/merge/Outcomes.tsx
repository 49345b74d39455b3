import { OUTCOMES, slidesBy, type MergeSlide } from '../../state/merge.ts';
import { strings } from '../../strings.ts';
import { Choice } from '../Choice.tsx';
import { useController } from '../use-app.ts';
import { useMerge } from './use-merge.ts';

/** The merged deck's slides, and those that are not in it, by what became of them. */
export function Outcomes({ slides }: { readonly slides: readonly MergeSlide[] }) {
  const { merges } = useController();
  const { keepLooks } = useMerge();
  return (
    <section className="merge-outcomes" aria-labelledby="merge-outcomes">
      <h2 id="merge-outcomes">{strings.merge.summary}</h2>
      {OUTCOMES.map((from) => {
        const found = slidesBy(slides, from);
        return found.length === 0 ? null : (
          <details key={from}>
            <summary>
              {strings.merge.outcome[from]} <span className="muted">{strings.unit.slides(found.length)}</span>
            </summary>
            <ul>
              {found.map(({ number, title }, i) => (
                <li key={i}>
                  <span className="outcome-number">{number ?? '–'}</span>
                  <span dir="auto">{title || strings.merge.untitled}</span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
      <Choice
        label={strings.merge.keepLooks}
        hint={strings.merge.keepLooksHint}
        checked={keepLooks}
        onChange={(keep) => void merges.keepLooks(keep)}
      />
    </section>
  );
}
