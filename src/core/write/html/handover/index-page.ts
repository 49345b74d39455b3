import { handoverWordsFor, isoDateText, wordsFor, type HandoverWords } from '../../../briefing/index.ts';
import { EMPTY, escape, h, join, type Html } from '../html.ts';
import { dotted, facts, fileLink, handoverDocument, list, section } from './page.ts';
import type { FontsNote, HandedFile, HandoverPage } from './types.ts';

const FORMATS: Readonly<Record<string, string>> = { pptx: 'PowerPoint', html: 'HTML', pdf: 'PDF', docx: 'Word', txt: 'Text' };

/** A thousand bytes, or a million, in the page's language. */
function sizeText(bytes: number, language: string): string {
  const [value, unit] = bytes < 999_500 ? [Math.max(1, Math.round(bytes / 1000)), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 && unit === 'megabyte' ? 1 : 0 }).format(
    value,
  );
}

function fileLine({ path, bytes }: HandedFile, language: string, note: string | null = null): Html {
  const about = [FORMATS[path.split('.').at(-1) ?? ''], note, sizeText(bytes, language)].flatMap((part) => part ?? []);
  return join([fileLink(path), h('br', {}), h('span', { class: 'quiet' }, dotted(about))]);
}

function fontFacts({ inside, needed, lacking }: FontsNote, words: HandoverWords): Html {
  const named = inside.map(({ family, shownBy }) => (family === shownBy ? family : `${family} (${shownBy})`));
  const families = (names: readonly string[]): Html | null => (names.length === 0 ? null : dotted(names));
  return facts([
    [words.fontsInside, families(named)],
    [words.fontsNeeded, families(needed)],
    [words.fontsLacking, families(lacking)],
  ]);
}

/** `index.html` of a hand-over: what is in it, for whom, and a link to each. In the deck's language, as far as Lectern has words in it. */
export function writeHandoverIndex(page: HandoverPage): string {
  const { language, presenter, audience, changes, to, lacksPdf } = page;
  const words = handoverWordsFor(language);
  const line = (file: HandedFile, note: string | null = null): Html => fileLine(file, language, note);
  const copies = audience.map((file) => line(file, file.path.endsWith('.pdf') ? words.handout : words.withoutNotes));
  return handoverDocument(
    page,
    null,
    facts([
      [words.handedOver, h('time', { datetime: page.day }, escape(isoDateText(page.day, language)))],
      [words.to, to === null ? null : h('span', { dir: 'auto' }, escape(to))],
      [words.version, h('code', { dir: 'ltr' }, escape(page.stamp))],
    ]),
    section(words.brief, list(page.brief.map((file) => line(file)))),
    section(words.forPresenter, list(presenter.map((file) => line(file, words.withNotes)))),
    section(words.forAudience, list(copies), lacksPdf ? h('p', {}, escape(words.noPdf)) : EMPTY),
    changes === null ? EMPTY : section(`${words.changes} (${isoDateText(changes.since, language)})`, list([line(changes.file)])),
    section(wordsFor(language).sources, list([line(page.sources), ...page.sourceTexts.map((file) => line(file, words.sourceTexts))])),
    section(words.fonts, fontFacts(page.fonts, words)),
    section(words.checksums, h('p', {}, fileLink(page.checksums), escape(' · '), h('bdi', {}, escape('SHA-256')))),
  );
}
