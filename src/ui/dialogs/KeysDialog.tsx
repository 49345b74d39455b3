import { ACTION_NAMES } from '../../api/actions.ts';
import { Dialog } from '../components/basics.tsx';
import { useController, useKeyWriter } from '../components/use-app.ts';
import { strings } from '../strings.ts';

interface TableProps {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}

function KeyTable({ title, rows }: TableProps) {
  return (
    <section>
      <h3>{title}</h3>
      <table className="keys">
        <tbody>
          {rows.map(([key, words]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Every key, on one sheet. */
export function KeysDialog() {
  const { show } = useController();
  const keyOf = useKeyWriter();
  const everywhere = ACTION_NAMES.flatMap((name) => {
    const key = keyOf(name);
    return key === null ? [] : [[key, strings.actions[name]] as const];
  });
  const { rows, title, ...titles } = strings.keys;
  return (
    <Dialog title={title} size="large" onClose={() => show(null)}>
      <div className="key-columns">
        <KeyTable title={titles.everywhere} rows={everywhere} />
        <div>
          <KeyTable title={titles.library} rows={rows.library} />
          <KeyTable title={titles.order} rows={rows.order} />
          <KeyTable title={titles.preview} rows={rows.preview} />
        </div>
      </div>
    </Dialog>
  );
}
