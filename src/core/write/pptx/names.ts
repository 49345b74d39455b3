import { boxName } from '../../base/ooxml/box-name.ts';
import { runsText } from '../../layout/index.ts';
import type { Box, GroupBox, ShapeBox, TextBox } from '../../layout/types.ts';

/** A box by its id without the slide's own id before it. */
export function keyOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** A name of more characters is cut by PowerPoint's pane. */
const LONGEST = 60;

const KINDS: Readonly<Partial<Record<Box['kind'] | GroupBox['role'], string>>> = {
  chart: 'Chart',
  table: 'Table',
  image: 'Picture',
  timeline: 'Timeline',
  stats: 'Figures',
  progress: 'Progress',
};

/** What one entry of a group is called. */
const ENTRIES: Readonly<Partial<Record<GroupBox['role'], string>>> = { timeline: 'Event', stats: 'Figure' };

/** Parts of an entry by the end of their id. The words of an event need no further name. */
const PARTS: Readonly<Record<string, string>> = {
  text: '',
  pole: 'line',
  mark: 'mark',
  value: 'number',
  rule: 'rule',
  box: 'field',
  panel: 'field',
  head: 'heading',
};

/** What belongs to a drawing as a whole. */
const WHOLE: Readonly<Record<string, string>> = { line: 'Time line', future: 'Time line, to come', today: 'Today' };

/** What a selection pane shows of a chart, a table, a picture, a group or a text of a region. */
export function paneName(box: Box): string {
  const key = keyOf(box.id);
  if (box.kind === 'text' || box.kind === 'shape') return boxName(key, '');
  const own = key.slice(key.lastIndexOf('/') + 1);
  // an entry that is a group by itself: `Row 3`
  const isEntry = box.kind === 'group' && own !== key && /^\p{Lu}/u.test(own);
  const kind = isEntry ? own : (KINDS[box.kind === 'group' ? box.role : box.kind] ?? '');
  return boxName(key, labelled(kind, box.alt));
}

/** What it shows of a part of a group: which entry it belongs to, what it is of it, and how that begins. */
export function partName(part: TextBox | ShapeBox, group: GroupBox): string {
  const key = keyOf(part.id);
  const own = key.slice(key.lastIndexOf('/') + 1);
  const [first = '', ...rest] = own.split('.');
  const last = rest.at(-1) ?? '';
  const kind = /^\d+$/.test(first) ? `${ENTRIES[group.role] ?? 'Part'} ${first}` : (WHOLE[first] ?? capital(first));
  const what = rest.length === 0 ? '' : (PARTS[last] ?? last);
  return boxName(key, labelled(what === '' ? kind : `${kind}, ${what}`, saidBy(part, group)));
}

/** A part's own words; of what is drawn the first words of its entry. */
function saidBy(part: TextBox | ShapeBox, group: GroupBox): string {
  if (part.kind === 'text') return wordsOf(part);
  const entry = part.id.slice(0, part.id.lastIndexOf('.') + 1);
  const [said] = group.children.filter((child): child is TextBox => child.kind === 'text' && entry !== '' && child.id.startsWith(entry));
  return said ? wordsOf(said) : '';
}

function wordsOf({ paragraphs }: TextBox): string {
  return paragraphs.map(({ runs }) => runsText(runs).trim()).join(' – ');
}

function labelled(kind: string, words: string): string {
  const said = shortened(words.replace(/[\s()]+/g, ' ').trim());
  return said === '' || kind === '' ? kind : `${kind}: ${said}`;
}

function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  // never half of a character
  const cut = words.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/\s+\S*$/, '')}…`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
