import { weightOf } from '../../state/company.ts';
import { strings } from '../../strings.ts';
import type { Problem } from '../../types.ts';

/** What is wrong with an organisation's file, and what to do: the code too, for whoever is asked for help. */
export function CompanyProblem({ problem }: { readonly problem: Problem }) {
  const { message, received, allowed, hint, code } = problem;
  return (
    <div className={`company-problem ${weightOf(problem)}`}>
      <p className="problem-head" dir="auto">
        {message.charAt(0).toUpperCase() + message.slice(1)}.
      </p>
      {received === undefined || message.includes(received) ? null : (
        <p dir="auto">
          {strings.company.received} {received}.
        </p>
      )}
      {allowed === undefined ? null : (
        <p>
          {strings.company.allowed} {allowed}.
        </p>
      )}
      <p>
        <strong>{strings.company.hint}</strong> {hint}
      </p>
      <p className="problem-code">{code}</p>
    </div>
  );
}
