import { useRef, useState } from 'react';
import { regionsOf } from '../../state/company.ts';
import { strings } from '../../strings.ts';
import type { DoctorLayout, DoctorReport } from '../../types.ts';
import { Button } from '../basics.tsx';
import { EditIcon, TickIcon, WarningIcon } from '../icons.tsx';
import { useApp, useController } from '../use-app.ts';
import { CompanyProblem } from './CompanyProblem.tsx';
import { LayoutPicture } from './LayoutPicture.tsx';
import { idOfRegion, Regions } from './Regions.tsx';
import { idOfLayout } from './show.ts';

interface LayoutRowProps {
  readonly report: DoctorReport;
  readonly layout: DoctorLayout;
  readonly canChange: boolean;
}

/** What is chosen and not yet done. */
interface Draft {
  readonly onto: string;
  /** Null: found anew. */
  readonly regions: Readonly<Record<string, number | 'title'>> | null;
}

const ICONS = {
  'by-type': TickIcon,
  'by-samples': TickIcon,
  'by-placeholders': TickIcon,
  'by-hand': EditIcon,
  instead: WarningIcon,
} as const;

function nameOf({ layoutName, layout }: Pick<DoctorLayout, 'layoutName' | 'layout'>): string {
  return layoutName === '' ? layout : layoutName;
}

/** What came of the last move of this layout. */
function Outcome({ name }: { readonly name: string }) {
  const moved = useApp((state) => (state.company.moved?.layout === name ? state.company.moved : null));
  return (
    <div role="status" className="outcome">
      {moved && moved.problems.length === 0 ? <p className="callout">{moved.changes.map(strings.company.change).join(' ')}</p> : null}
      {moved && moved.problems.length > 0 ? (
        <>
          <p>{strings.company.notMoved}</p>
          {moved.problems.map((problem, index) => (
            <CompanyProblem key={index} problem={problem} />
          ))}
        </>
      ) : null}
    </div>
  );
}

/** A kind of slide: the layout of theirs that it stands on as a picture, and both to be changed by hand. */
export function LayoutRow({ report, layout, canChange }: LayoutRowProps) {
  const { company } = useController();
  const moving = useApp((state) => state.company.moving);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const words = strings.company;
  const { name, label, reason, keepOut, unused } = layout;
  const Icon = ICONS[reason];
  const onto = draft?.onto ?? layout.layout;
  const isElsewhere = onto !== layout.layout;
  const isBusy = moving !== null;
  const leave = (): void => {
    // The button that is pressed goes away.
    select.current?.focus();
    setDraft(null);
  };
  const apply = async (): Promise<void> => {
    if (!draft) return;
    select.current?.focus();
    await company.move(name, onto, isElsewhere ? null : draft.regions);
    // What was chosen meanwhile stays chosen.
    setDraft((now) => (now === draft ? null : now));
  };
  const pick = (region: string): void => {
    setOpen(true);
    setActive(region);
    // The list is there only once it has been opened.
    setTimeout(() => document.getElementById(idOfRegion(name, region))?.querySelector('select')?.focus());
  };
  return (
    <li className={`doctor-layout${reason === 'instead' ? ' instead' : ''}`} data-layout={name}>
      <LayoutPicture layout={layout} page={report.page} active={active} onPick={pick} />
      <div className="doctor-side">
        <div className="doctor-head">
          <h4 id={idOfLayout(name)} tabIndex={-1}>
            {label}
          </h4>
          <span className={`state ${reason}`}>
            <Icon />
            {words.state[reason]}
          </span>
        </div>
        <label className="field">
          <span>{words.layoutField}</span>
          <select
            ref={select}
            value={onto}
            disabled={!canChange}
            onChange={({ target }) => setDraft(target.value === layout.layout ? null : { onto: target.value, regions: null })}
          >
            {report.choices.map((choice) => (
              <option key={choice.layout} value={choice.layout}>
                {words.choice(nameOf({ layoutName: choice.name, layout: choice.layout }), words.kind(choice.type), choice.used)}
              </option>
            ))}
          </select>
        </label>
        <p className="muted">
          {words.reason[reason]} {keepOut.length === 0 ? '' : words.keptClear(keepOut.length)}{' '}
          {unused.length === 0 ? '' : words.unused(unused.map((box) => box.name))}
        </p>
        <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{words.what}</summary>
          <p className="help">{isElsewhere ? words.applyFirst : words.whatHint}</p>
          <Regions
            report={report}
            layout={layout}
            mapping={draft?.regions ?? regionsOf(layout)}
            isDisabled={!canChange || isElsewhere}
            active={active}
            onActive={setActive}
            onChange={(regions) => setDraft({ onto, regions })}
          />
        </details>
        {draft ? (
          <div className="doctor-actions">
            <Button look="primary" isDisabled={isBusy} onPress={() => void apply()}>
              {moving === name ? words.applying : words.apply}
            </Button>
            <Button isDisabled={isBusy} onPress={leave}>
              {words.leave}
            </Button>
          </div>
        ) : null}
        <Outcome name={name} />
      </div>
    </li>
  );
}
