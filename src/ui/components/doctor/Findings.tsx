import { findingsOf, layoutIn, regionIn, type Finding } from '../../state/company.ts';
import { strings } from '../../strings.ts';
import type { DoctorReport, Problem } from '../../types.ts';
import { Button } from '../basics.tsx';
import { ErrorIcon, FieldIcon, TickIcon, WarningIcon } from '../icons.tsx';
import { showLayout } from './show.ts';

/** So many of a kind are shown at once. */
const AT_ONCE = 3;

const ICONS = { error: ErrorIcon, warning: WarningIcon, note: FieldIcon } as const;

/** A finding in plain words. */
interface Item {
  readonly words: string;
  readonly layout: { readonly name: string; readonly label: string } | null;
}

function itemOf(problem: Problem, report: DoctorReport): Item {
  const { company } = strings;
  const layout = report.layouts.find(({ name }) => name === layoutIn(problem));
  const region = layout?.regions.find(({ name }) => name === regionIn(problem));
  const about = layout && {
    kind: company.name(layout.label),
    layout: company.name(layout.layoutName === '' ? layout.layout : layout.layoutName),
    part: company.part(region?.name ?? 'body'),
    trimmed: region?.trimmed ?? null,
    unused: layout.unused.map(({ name }) => company.name(name)),
  };
  return { words: company.finding(problem, about ?? null), layout: layout ?? null };
}

function itemsOf(problems: readonly Problem[], report: DoctorReport): Item[] {
  const items = problems.map((problem) => itemOf(problem, report));
  // Of a region on each of its levels, say, the words are the same.
  return [...new Map(items.toReversed().map((item) => [item.words, item])).values()].toReversed();
}

function One({ words, layout }: Item) {
  const { company } = strings;
  return (
    <li>
      <p>{words}</p>
      {layout ? (
        <Button className="small" aria-label={company.showNamed(layout.label)} onPress={() => showLayout(layout.name)}>
          {company.show}
        </Button>
      ) : null}
    </li>
  );
}

function Kind({ finding, report }: { readonly finding: Finding; readonly report: DoctorReport }) {
  const Icon = ICONS[finding.weight];
  const items = itemsOf(finding.problems, report);
  const list = (some: readonly Item[]) => (
    <ul>
      {some.map((item) => (
        <One key={item.words} {...item} />
      ))}
    </ul>
  );
  return (
    <section className={`finding ${finding.weight}`}>
      <h4>
        <Icon />
        <span>{strings.company.title(finding.code)}</span>
        <span className={`weight ${finding.weight}`}>{strings.company.weight[finding.weight]}</span>
      </h4>
      {list(items.slice(0, AT_ONCE))}
      {items.length > AT_ONCE ? (
        <details>
          <summary>{strings.company.rest(items.length - AT_ONCE)}</summary>
          {list(items.slice(AT_ONCE))}
        </details>
      ) : null}
      {[...new Set(finding.problems.map(({ hint }) => hint))].map((hint) => (
        <p key={hint} className="hint">
          <strong>{strings.company.hint}</strong> {hint}
        </p>
      ))}
      <details className="for-it">
        <summary>{strings.company.details}</summary>
        <ul>
          {finding.problems.map((problem, index) => (
            <li key={index} dir="auto">
              {strings.company.detail(problem)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** What does not fit, what matters most first. */
export function Findings({ problems, report }: { readonly problems: readonly Problem[]; readonly report: DoctorReport }) {
  const findings = findingsOf(problems);
  return (
    <section className="findings">
      <h3>{strings.company.findings}</h3>
      {findings.length === 0 ? (
        <p className="fits">
          <TickIcon />
          {strings.company.noFindings}
        </p>
      ) : (
        findings.map((finding) => <Kind key={`${finding.weight} ${finding.code}`} finding={finding} report={report} />)
      )}
    </section>
  );
}
