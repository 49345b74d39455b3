import { boxesFor, boxName, hasChoice, withBox } from '../../state/company.ts';
import { strings } from '../../strings.ts';
import type { DoctorLayout, DoctorRegion, DoctorReport } from '../../types.ts';

type Mapping = Readonly<Record<string, number | 'title'>>;

interface RegionsProps {
  readonly report: DoctorReport;
  readonly layout: DoctorLayout;
  /** Which boxes are filled, as chosen so far. */
  readonly mapping: Mapping;
  readonly isDisabled: boolean;
  readonly active: string | null;
  readonly onActive: (region: string | null) => void;
  readonly onChange: (mapping: Mapping) => void;
}

export const idOfRegion = (layout: string, region: string): string => `doctor-${layout}-${region}`;

function Where({ report, layout, region, mapping, isDisabled, onChange }: RegionsProps & { readonly region: DoctorRegion }) {
  const words = strings.company;
  const held = mapping[region.name];
  if (!hasChoice(layout, region)) {
    const isCut = region.placeholder === null && region.name === 'lead';
    const box = boxName(report, layout, region.placeholder);
    return <bdi className="muted">{box ?? (isCut ? words.cutOff : words.ownBox)}</bdi>;
  }
  const boxes = boxesFor(report, layout, region);
  return (
    <select
      aria-label={words.boxFor(words.region(region.name))}
      value={held === undefined ? '' : String(held)}
      disabled={isDisabled}
      onChange={({ target }) => onChange(withBox(mapping, region.name, target.value === '' ? null : Number(target.value)))}
    >
      <option value="">{region.placeholder === null ? words.ownBox : words.auto}</option>
      {boxes.map(({ index, name, type }) => (
        <option key={`${index} ${name}`} value={index}>
          {words.boxChoice(name, words.box(type))}
        </option>
      ))}
    </select>
  );
}

/** Every part of a kind of slide with the box that it fills. */
export function Regions(props: RegionsProps) {
  const { layout, active, onActive } = props;
  const choiceFirst = (a: DoctorRegion, b: DoctorRegion): number => Number(hasChoice(layout, b)) - Number(hasChoice(layout, a));
  return (
    <ul className="regions">
      {[...layout.regions].sort(choiceFirst).map((region) => (
        <li
          key={region.name}
          id={idOfRegion(layout.name, region.name)}
          className={active === region.name ? 'active' : ''}
          onFocus={() => onActive(region.name)}
          onBlur={() => onActive(null)}
          onMouseEnter={() => onActive(region.name)}
          onMouseLeave={() => onActive(null)}
        >
          <span className={`part ${region.placeholder === null ? 'free' : 'bound'}`}>{strings.company.region(region.name)}</span>
          <span className="where">
            <Where {...props} region={region} />
            {region.trimmed === null ? null : <span className="help">{strings.company.trimmed[region.trimmed]}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
