import { Button, Dialog } from '../components/basics.tsx';
import { Findings } from '../components/doctor/Findings.tsx';
import { Fonts } from '../components/doctor/Fonts.tsx';
import { LayoutRow } from '../components/doctor/LayoutRow.tsx';
import { CompanyProblem } from '../components/doctor/CompanyProblem.tsx';
import { useApp, useBriefing, useController } from '../components/use-app.ts';
import { summaryOf } from '../state/company.ts';
import { strings } from '../strings.ts';
import type { DoctorReport, Examined } from '../types.ts';
import { TemplatePicture } from './template/TemplatePicture.tsx';

/** Points as centimetres. */
const centimetres = (points: number): string => ((points / 72) * 2.54).toFixed(1);

function Overview({ examined }: { readonly examined: Examined }) {
  const { report, template } = examined;
  const briefing = useBriefing();
  const words = strings.company;
  const used = report.choices.filter((choice) => choice.used).length;
  const { width, height } = report.page;
  return (
    <div className="doctor-overview">
      <div className="doctor-words">
        <p className="doctor-summary">{words.summary(summaryOf(report))}</p>
        <p className="muted">{words.facts(centimetres(width), centimetres(height), used, report.choices.length)}</p>
        <p>{words.intro}</p>
        <Fonts fonts={report.fonts} />
      </div>
      <figure className="doctor-preview">
        {briefing && briefing.items.length > 0 ? (
          <>
            <div className="template-picture">
              <TemplatePicture template={template} briefing={briefing} />
            </div>
            <figcaption>{words.preview}</figcaption>
          </>
        ) : (
          <p className="muted">{words.noPreview}</p>
        )}
      </figure>
    </div>
  );
}

function Legend() {
  const { legend } = strings.company;
  return (
    <dl className="legend" aria-label={legend.title}>
      {(['bound', 'free', 'keepOut'] as const).map((kind) => (
        <div key={kind}>
          <dt>
            <span className={`swatch ${kind}`} />
          </dt>
          <dd>{legend[kind]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Unused({ choices }: Pick<DoctorReport, 'choices'>) {
  const unused = choices.filter(({ used }) => !used);
  if (unused.length === 0) return null;
  return (
    <details className="unused-layouts">
      <summary>{strings.company.unusedLayouts(unused.length)}</summary>
      <ul>
        {unused.map(({ layout, name, type }) => (
          <li key={layout}>
            <bdi>{name === '' ? layout : name}</bdi> <span className="muted">{strings.company.kind(type)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Report({ examined }: { readonly examined: Examined }) {
  const { report, problems, template } = examined;
  return (
    <div className="doctor">
      <Overview examined={examined} />
      <Findings problems={problems} report={report} />
      <section>
        <div className="doctor-layouts-head">
          <h3>{strings.company.layouts}</h3>
          <Legend />
        </div>
        <ul className="doctor-layouts">
          {report.layouts.map((layout) => (
            <LayoutRow key={layout.name} layout={layout} report={report} canChange={template.origin === 'workspace'} />
          ))}
        </ul>
        <Unused choices={report.choices} />
      </section>
    </div>
  );
}

/** How an organisation's template fits: what to look at, each kind of slide as a picture, and all of it to be changed by hand. */
export function DoctorDialog({ template }: { readonly template: string }) {
  const { company, run, show } = useController();
  const examined = useApp((state) => (state.company.examined?.template.name === template ? state.company.examined : null));
  const failed = useApp((state) => state.company.failed);
  const title = useApp((state) => state.templates.find(({ name }) => name === template)?.title ?? template);
  const briefing = useBriefing();
  const words = strings.company;
  return (
    <Dialog
      title={words.doctor(title)}
      size="full"
      onClose={() => show(null)}
      footer={
        <>
          {briefing ? (
            <Button look="quiet" onPress={() => run('templates')}>
              {words.back}
            </Button>
          ) : null}
          <span className="spacer" />
          {briefing?.template === template ? <span className="muted">{words.inUse}</span> : null}
          {briefing && briefing.template !== template ? (
            <>
              <Button onPress={() => show(null)}>{strings.close}</Button>
              <Button look="primary" isDisabled={!examined} onPress={company.use}>
                {words.use}
              </Button>
            </>
          ) : (
            <Button look="primary" onPress={() => show(null)}>
              {strings.done}
            </Button>
          )}
        </>
      }
    >
      {failed.length > 0 ? (
        <div role="alert">
          <p>{words.notShown}</p>
          {failed.map((problem, index) => (
            <CompanyProblem key={index} problem={problem} />
          ))}
        </div>
      ) : examined ? (
        <Report key={template} examined={examined} />
      ) : (
        <p role="status">{words.examining}</p>
      )}
    </Dialog>
  );
}
