import { useEffect } from 'react';
import type { Answer } from '../../../api/contract.ts';
import { strings } from '../../strings.ts';
import { useController } from '../use-app.ts';

type Role = Answer<'intake.get'>['parts']['blocks'][number]['role'];
type Choosable = Exclude<Role, 'picture' | 'speech' | 'repeat' | 'withdrawn'>;

/** What a paragraph may be called, most often wrong first, each with its key. */
const ROLES: readonly (readonly [string, Choosable])[] = [
  ['1', 'body'],
  ['2', 'boilerplate'],
  ['3', 'heading'],
  ['4', 'title'],
  ['5', 'standfirst'],
  ['6', 'byline'],
  ['7', 'bio'],
  ['8', 'disclaimer'],
  ['9', 'note'],
  ['0', 'date'],
  ['P', 'publisher'],
];

/** Asks what a paragraph is; one key answers. */
export function RoleChoice({ block, role }: { readonly block: number; readonly role: Role }) {
  const { reviews } = useController();
  useEffect(() => {
    const done = (): void => reviews.update((open) => ({ ...open, choosingRole: false }));
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const chosen = ROLES.find(([key]) => key === event.key.toUpperCase());
      if (!chosen && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (chosen) reviews.operate({ kind: 'set-role', block, role: chosen[1] });
      done();
    };
    // Before the screen's own keys: the same digits mean something else there.
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [reviews, block]);
  return (
    <div className="choices" role="group" aria-label={strings.review.roleQuestion}>
      <span className="choices-label">{strings.review.roleQuestion}</span>
      {ROLES.map(([key, name]) => (
        <button
          key={name}
          type="button"
          className="choice-button"
          aria-pressed={name === role}
          onClick={() => {
            reviews.operate({ kind: 'set-role', block, role: name });
            reviews.update((open) => ({ ...open, choosingRole: false }));
          }}
        >
          <kbd>{key}</kbd> {strings.review.roles[name]}
        </button>
      ))}
    </div>
  );
}
