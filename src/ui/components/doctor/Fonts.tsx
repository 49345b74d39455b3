import { strings } from '../../strings.ts';
import type { DoctorReport } from '../../types.ts';
import { TickIcon, WarningIcon } from '../icons.tsx';

/** With what the file's fonts are measured, and what a presenter sees who has not got them. */
export function Fonts({ fonts }: Pick<DoctorReport, 'fonts'>) {
  const { fontHead, fontUse, measured } = strings.company;
  return (
    <section className="doctor-fonts">
      <h3>{strings.company.fonts}</h3>
      <table>
        <thead>
          <tr>
            {Object.values(fontHead).map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fonts.map(({ use, family, measuredBy, exact, fallback }) => (
            <tr key={use}>
              <th scope="row">{fontUse[use]}</th>
              <td>
                <bdi>{family}</bdi>
              </td>
              <td className={exact ? 'exact' : 'inexact'}>
                {exact ? <TickIcon /> : <WarningIcon />}
                {measured(measuredBy, family, exact)}
              </td>
              <td>{fallback}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="help">{strings.company.fontsHint}</p>
    </section>
  );
}
