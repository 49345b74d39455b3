/** The headers that programs write above a message they forward, in many languages. */

export type HeaderName = 'from' | 'date' | 'subject' | 'recipients';

const NAMES: readonly (readonly [HeaderName, string])[] = [
  [
    'from',
    'from|von|de|da|van|från|fra|od|kimden|gönderen|от|від|van|feladó|lähettäjä|من|发件人|寄件者|寄件人|差出人|送信元|보낸 사람|보낸사람',
  ],
  [
    'date',
    'date|sent|gesendet|datum|envoyé|enviado(?: el| em)?|fecha|data|inviato|verzonden|skickat|sendt|wysłano|tarih|gönderildi|дата|отправлено|надіслано|تاريخ|التاريخ|日期|发送时间|傳送日期|日時|送信日時|날짜|보낸 날짜',
  ],
  ['subject', 'subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|konu|тема|tárgy|aihe|الموضوع|主题|主旨|件名|제목'],
  [
    'recipients',
    'to|cc|bcc|reply-to|an|kopie|blindkopie|antwort an|à|para|a|cco|répondre à|aan|till|kopia|til|do|dw|kime|bilgi|кому|копия|копія|إلى|نسخة|收件人|抄送|收件者|副本|宛先|받는 사람|참조',
  ],
];

const LINE = NAMES.map(([name, words]) => [name, new RegExp(`^[>*_\\s]*(?:${words})[*_]*\\s*[:：][*_]*\\s*(\\S.*)?$`, 'iu')] as const);

/** What a line says as a header; null for any other line. */
export function headerOf(line: string): { readonly name: HeaderName; readonly value: string } | null {
  for (const [name, pattern] of LINE) {
    const found = pattern.exec(line);
    if (found) return { name, value: (found[1] ?? '').trim() };
  }
  return null;
}

/** Headers over a forwarded message: from which line to which (exclusive), and what they say. */
export interface HeaderRun {
  readonly start: number;
  readonly end: number;
  readonly from: string | null;
  readonly date: string | null;
  readonly subject: string | null;
}

const FEWEST = 2;
/** Lines of a long list of recipients that goes on without a header's name. */
const LONGEST_REST = 6;

/** Runs of headers among lines: two or more of different kinds, of which one says from whom. */
export function headerRuns(lines: readonly string[]): HeaderRun[] {
  const runs: HeaderRun[] = [];
  for (let at = 0; at < lines.length;) {
    const run = runAt(lines, at);
    if (run !== null) runs.push(run);
    at = run?.end ?? at + 1;
  }
  return runs;
}

function runAt(lines: readonly string[], start: number): HeaderRun | null {
  const said = new Map<HeaderName, string>();
  let end = start;
  let last: HeaderName | null = null;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const header = headerOf(line);
    if (header !== null && !(said.has(header.name) && header.name !== 'recipients')) {
      said.set(header.name, header.value);
      last = header.name;
      end = at + 1;
    } else if (last === 'recipients' && header === null && /@|^\s+\S/.test(line) && at - end < LONGEST_REST) end = at + 1;
    else break;
  }
  if (said.size < FEWEST || !said.has('from')) return null;
  return { start, end, from: said.get('from') ?? null, date: said.get('date') ?? null, subject: said.get('subject') ?? null };
}

/** Lines that belong together as headers, and are no paragraph. */
export function areHeaders(lines: readonly string[]): boolean {
  return headerRuns(lines).length > 0;
}

const PREFIX =
  /^(?:\s*(?:re|fwd?|aw|wg|antw|tr|rv|enc|res|rif|i|vs|vl|sv|ynt|ilt|пересл|отв|на|回复|转发|回覆|轉寄|رد|إعادة توجيه)\s*(?:\[\d+\])?\s*[:：])+\s*/iu;

/** A subject without what programs put before it: `Fwd:`, `WG:`, `Пересл:`. */
export function plainSubject(subject: string): string {
  return subject
    .replace(PREFIX, '')
    .replace(/^\[(?:ext(?:ern(?:al)?)?|spam\??)\]\s*/iu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A name without the address behind it: `Ana Ruiz <ana@x.org>`, `"Ruiz, Ana" [mailto:…]`. Null where there is an address alone. */
export function displayName(from: string): string | null {
  const name = from
    .replace(/[<[(][^<[(]*@[^>\])]*[>\])]?.*$/, '')
    .replace(/\S+@\S+/g, '')
    .replace(/^["'\s]+|["'\s]+$/g, '');
  const [family, given, ...more] = name.split(/\s*,\s*/);
  if (name === '') return null;
  return given && family && more.length === 0 ? `${given} ${family}` : name;
}
