import { problem, type Problem } from '../../base/errors.ts';
import { INERT, WORDS, type LeftOut, type What } from './allowed/index.ts';
import { openCompanyFile } from './package.ts';

/** Places of one kind that are named one by one; the rest are counted. */
const AT_ONCE = 12;

const MACROS: ReadonlySet<What> = new Set(['macros']);

function placed(code: 'company/live-left-out' | 'company/live-content', entry: LeftOut, file: string, hint: string): Problem {
  const { what, where, part, received } = entry;
  const verb = code === 'company/live-content' ? 'is in the organisation’s file' : 'was taken out';
  return problem(code, {
    message: `${WORDS[what]} ${verb}`,
    place: { file, ...(where === '' && part === '' ? {} : { field: where === '' ? part : `${where} (${part})` }) },
    ...(received === null ? {} : { received }),
    hint,
  });
}

/** One problem a place, by kind; many of a kind end in one that counts the rest. */
function listed(code: 'company/live-left-out' | 'company/live-content', list: readonly LeftOut[], file: string, hint: string): Problem[] {
  return [...new Set(list.map(({ what }) => what))].flatMap((what) => {
    const entries = list.filter((entry) => entry.what === what);
    const named = entries.slice(0, AT_ONCE).map((entry) => placed(code, entry, file, hint));
    const rest = entries.slice(AT_ONCE);
    if (rest.length === 0) return named;
    const places = [...new Set(rest.map(({ where, part }) => where || part))];
    const more = problem(code, {
      message: `${WORDS[what]}: the same in ${rest.length} more places`,
      place: { file },
      received: places.slice(0, AT_ONCE).join('; ') + (places.length > AT_ONCE ? ' …' : ''),
      hint,
    });
    return [...named, more];
  });
}

/** What was taken out of a file as it was taken in. `company/live-left-out`, `company/macros-left-out`, `company/data-left-out`. */
export function leftOutProblems(leftOut: readonly LeftOut[], file: string): Problem[] {
  const data = leftOut.filter(({ what }) => INERT.has(what));
  const live = leftOut.filter(({ what }) => !INERT.has(what) && !MACROS.has(what));
  return [
    ...listed(
      'company/live-left-out',
      live,
      file,
      'Nothing to do: decks show the rest of it. What should be seen must lie in the file as a picture.',
    ),
    ...(leftOut.some(({ what }) => MACROS.has(what))
      ? [
          problem('company/macros-left-out', {
            message: 'the file holds macros; decks are written without them',
            place: { file },
            hint: 'Nothing to do, unless the organisation’s design needs them.',
          }),
        ]
      : []),
    ...(data.length > 0
      ? [
          problem('company/data-left-out', {
            message: 'the file holds more than a design; decks are written without it',
            place: { file },
            received: [...new Set(data.map(({ what }) => WORDS[what]))].join(', '),
            hint: 'Nothing to do.',
          }),
        ]
      : []),
  ];
}

/** What a pack's file holds that no deck may get, since it was not taken in as a template or was changed later. Errors `company/live-content`. */
export function liveProblems(leftOut: readonly LeftOut[], file: string): Problem[] {
  const live = leftOut.filter(({ what }) => !INERT.has(what));
  return listed(
    'company/live-content',
    live,
    file,
    'Add the organisation’s file anew with “lectern template import”, which takes this out.',
  );
}

/** Why decks cannot be written into a pack's file: it cannot be read (errors of `openCompanyFile`), or `company/live-content`. */
export function baseProblems(bytes: Uint8Array, file: string): readonly Problem[] {
  const { value, problems } = openCompanyFile(bytes, file);
  return value === null ? problems : liveProblems(value.allowed.leftOut, file);
}
