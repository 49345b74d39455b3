import { useEffect, useState } from 'react';
import { Button } from '../components/basics.tsx';
import { useApp, useController } from '../components/use-app.ts';
import type { Deleted } from '../controller/shelf.ts';
import { momentText } from '../state/time.ts';
import { strings } from '../strings.ts';

/** The bin: what was deleted, the newest first, until somebody empties it. Nothing where it is empty. */
export function DeletedBriefings() {
  const { show, shelf } = useController();
  // What comes or goes here comes or goes there.
  const briefings = useApp((state) => state.briefings);
  const [deleted, setDeleted] = useState<readonly Deleted[]>([]);
  const [sure, setSure] = useState(false);
  useEffect(() => {
    let here = true;
    void shelf.deleted().then((list) => here && setDeleted(list));
    return () => {
      here = false;
    };
  }, [shelf, briefings]);
  if (deleted.length === 0) return null;
  return (
    <details className="bin">
      <summary>{strings.open.bin(deleted.length)}</summary>
      <ul className="files">
        {deleted.map(({ id, file, title, deleted: at }) => (
          <li key={id}>
            <span className="path">
              <span dir="auto">{title}</span>
              <span className="help">
                {file} · {strings.open.deletedAt(momentText(new Date(at).toISOString()))}
              </span>
            </span>
            <Button
              aria-label={strings.open.restoreOf(title)}
              onPress={() => {
                show(null);
                void shelf.restore(id);
              }}
            >
              {strings.open.restore}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        look={sure ? 'danger' : 'quiet'}
        onPress={() => {
          if (sure) void shelf.emptyBin(deleted.map(({ id }) => id)).then(() => setDeleted([]));
          else setSure(true);
        }}
      >
        {sure ? strings.open.emptySure(deleted.length) : strings.open.emptyBin}
      </Button>
    </details>
  );
}
