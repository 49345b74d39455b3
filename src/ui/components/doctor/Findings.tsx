import { findingsOf, layoutIn, type Finding } from '../../state/company.ts';
import { strings } from '../../strings.ts';
import type { DoctorReport, Problem } from '../../types.ts';
import { Button } from '../basics.tsx';
import { ErrorIcon, FieldIcon, TickIcon, WarningIcon } from '../icons.tsx';
import { CompanyProblem } from './CompanyProblem.tsx';
import { showLayout } from './show.ts';

/** So many of a kind are shown at once. */
const AT_ONCE = 3;

const ICONS = { error: ErrorIcon, warning: WarningIcon, note: FieldIcon } as const;

function One({ problem, report }: { readonly problem: Problem; readonly report: DoctorReport }) {
  const name = layoutIn(problem);
  const layout = report.layouts.find((l) => l.name === name);
  return (
    <li>
      <CompanyProblem problem={problem} />
      {layout ? (
        <Button className="small" aria-label={strings.company.showNamed(layout.label)} onPress={() => showLayout(layout.name)}>
          {strings.company.show}
        </Button>
      ) : null}
    </li>
  );
}

function Kind({ finding, report }: { readonly finding: Finding; readonly report: DoctorReport }) {
  const Icon = ICONS[finding.weight];
  const problems = (from: number, to?: number) =>
    finding.problems.slice(from, to).map((problem, index) => <One key={index} problem={problem} report={report} />);
  return (
    <section className={`finding ${finding.weight}`}>
      <h4>
        <Icon />
        <span>{strings.company.title(finding.code)}</span>
        <span className={`weight ${finding.weight}`}>{strings.company.weight[finding.weight]}</span>
      </h4>
      <ul>{problems(0, AT_ONCE)}</ul>
      {finding.problems.length > AT_ONCE ? (
        <details>
          <summary>{strings.company.rest(finding.problems.length - AT_ONCE)}</summary>
          <ul>{problems(AT_ONCE)}</ul>
        </details>
      ) : null}
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
