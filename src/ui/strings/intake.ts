import { plural } from './plural.ts';

/** Words of the screen that takes files in. */
export const intake = {
  title: 'Add articles',
  back: 'Back to the briefing',
  drop: 'Drop documents here',
  dropHint:
    '.txt, .md, .html, .docx or .pdf with text. You see a structured draft beside its source, correct it, and save it to the library.',
  choose: 'Choose files …',
  paste: (key: string) => `Or copy text on a web page, and paste it here with ${key}.`,
  offline: 'Nothing leaves this machine, and the file stays as it is.',
  dropNow: 'Let go to take it in',
  pasted: 'Pasted text',
  reading: 'Being taken in',
  queue: 'Files',
  progress: (name: string) => `Progress of ${name}`,
  phase: { waiting: 'Waits', reading: 'Reading …', ready: 'Ready to review', failed: 'Could not be taken in', cancelled: 'Stopped' },
  step: {
    decode: 'Finding out what it is …',
    read: 'Reading the text …',
    metadata: 'Looking for title, author, date …',
    repeats: 'Looking for repeated paragraphs …',
    topics: 'Finding topics …',
    points: 'Finding points …',
    details: 'Finding quotations, events, figures …',
  },
  stop: 'Stop',
  again: 'Try again',
  dismiss: 'Put away',
  review: 'Review',
  unfinished: 'Unfinished reviews',
  goOn: 'Go on',
  discard: 'Throw away',
  discardSure: 'Throw away for good?',
  untitled: 'Without a title',
  waiting: (n: number, of: number) =>
    n === 0 ? 'all looked at' : `${n.toLocaleString('en')} of ${of.toLocaleString('en')} still to look at`,
  renews: (title: string) => `newer version of “${title}”`,
  none: 'No unfinished reviews. What you begin is kept here until you save it, even if Lectern stops.',
  tooLarge: {
    message: 'the file is too large to be taken in',
    allowed: 'up to 32 MB',
    cure: 'Save the document without its pictures, or take out the part you need.',
  },
  files: (n: number) => plural(n, 'file'),
} as const;
