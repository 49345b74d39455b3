import { describe, expect, it } from 'vitest';
import { ingest } from '../../../../src/core/intake/index.ts';
import { refused, takenIn } from '../../../support/intake/taken.ts';

const encode = (text: string) => new TextEncoder().encode(text.replace(/\n/g, '\r\n'));
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const BODY = `In 2024 Lindmouth counted 80,300 containers, 7 per cent more than its harbour board had forecast in spring.

The quay is full on about 140 days a year, and on such days a barge waits six hours on average, says the board.`;
const SECRET = ['secret@firm.example', 'Hidden Person', 'boss@firm.example', 'Geheime Leserin'];
const HEAD = `From: Otto Forwarder <otto@firm.example>
To: Hidden Person <secret@firm.example>
Cc: boss@firm.example
Date: Tue, 11 Mar 2025 09:00:00 +0100
Message-ID: <1@firm.example>`;

/** Nobody who got a message may be found again: in what is saved, in the draft, or in the copy that is kept. */
function namesAnybody({ text, draft, original }: Awaited<ReturnType<typeof takenIn>>): boolean {
  const kept = Buffer.from(original ?? []).toString('utf8');
  const decoded = Buffer.from(kept.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');
  return SECRET.some((name) => [text, JSON.stringify(draft), kept, decoded].some((where) => where.includes(name)));
}

describe('a message', () => {
  it('that was forwarded is the inner one, by its own headers, and names no reader anywhere', async () => {
    const mail = `${HEAD}\nSubject: Fwd: worth a slide\n\nFYI\n\n---------- Forwarded message ---------\nFrom: Ana Ruiz <ana@paper.example>\nDate: Mon, 10 Mar 2025 at 08:12\nSubject: A port outgrown\nTo: Hidden Person <secret@firm.example>,\n boss@firm.example\n\n${BODY}\n\nAna Ruiz\n`;
    const taken = await takenIn(encode(mail), 'a.eml');
    expect(taken.draft.meta.title?.value).toBe('A port outgrown');
    expect(taken.draft.meta.published?.value).toBe('2025-03-10');
    expect(taken.draft.meta.authors?.value).toEqual(['Ana Ruiz']);
    expect(taken.source).toEqual(BODY.split('\n\n'));
    expect(taken.codes).toContain('intake/thread-left-out');
    expect(namesAnybody(taken)).toBe(false);
  });

  it('in a German program’s HTML, with letters of its own character set, as its text is not', async () => {
    const html = `<p>Zur Kenntnis</p><p><b>Von:</b> Anna Weber &lt;a@zeitung.example&gt;<br><b>Gesendet:</b> Dienstag, 4. März 2025 08:15<br><b>An:</b> Geheime Leserin &lt;secret@firm.example&gt;; boss@firm.example; und noch viele andere mit langen Namen<br><b>Betreff:</b> Der Hafen wächst</p><p>Im Jahr 2024 zählte der Hafen 80.300 Container, sieben Prozent mehr als die Verwaltung erwartet hatte, und mehr als je zuvor seit dem Krieg.</p><ul><li>Drei von vier Quartalen lagen über der Prognose.</li><li>Das erste litt unter dem Eis auf dem Fluss.</li></ul><table><tr><th>Maßnahme</th><th>Kosten</th></tr><tr><td>Kaimauer</td><td>24,0</td></tr></table>`;
    const quoted = Array.from(html, (c) => (c.charCodeAt(0) > 126 || c === '=' ? `=${c.charCodeAt(0).toString(16).toUpperCase()}` : c))
      .join('')
      .replace(/(.{70})/g, '$1=\n');
    const mail = `${HEAD}\nSubject: =?utf-8?B?${base64('WG: Der Hafen wächst')}?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\nnur Text\n--a\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n${quoted}\n--a--\n--m\nContent-Type: application/pdf; name="plan.pdf"\nContent-Disposition: attachment; filename="plan.pdf"\n\nx\n--m--\n`;
    const taken = await takenIn(encode(mail), 'a.eml');
    expect(taken.draft.meta.title?.value).toBe('Der Hafen wächst');
    expect(taken.draft.meta.published?.value).toBe('2025-03-04');
    expect(taken.text).toContain('- Drei von vier Quartalen lagen über der Prognose.');
    expect(taken.text).toContain('| Maßnahme | Kosten |');
    expect(taken.received('intake/attachments-left-out')).toBe('plan.pdf');
    expect(namesAnybody(taken)).toBe(false);
  });

  it('that brings another along is that one', async () => {
    const inner = `From: Lea Martin <lea@journal.example>\nTo: secret@firm.example\nSubject: =?utf-8?Q?Un_port_=C3=A0_l=E2=80=99=C3=A9troit?=\nDate: Sat, 01 Mar 2025 07:00:00 +0000\n\n${BODY}`;
    const mail = `${HEAD}\nSubject: TR: article\nContent-Type: multipart/mixed; boundary=m\n\n--m\n\nvoir ci-joint\n--m\nContent-Type: message/rfc822\n\n${inner}\n--m--\n`;
    const taken = await takenIn(encode(mail), 'a.eml');
    expect(taken.draft.meta.title?.value).toBe('Un port à l’étroit');
    expect(taken.draft.meta.published?.value).toBe('2025-03-01');
    // Who sent it is nowhere said to have written it.
    expect(taken.draft.meta.authors).toBeNull();
    expect(namesAnybody(taken)).toBe(false);
  });

  it('is known without its ending, and a text with a colon in its first line is none', async () => {
    expect((await takenIn(encode(`${HEAD}\nSubject: x\n\n${BODY}`), 'download')).draft.file.format).toBe('eml');
    expect((await takenIn(encode(`From: the harbour board to its critics\n\n${BODY}`), 'a.txt')).draft.file.format).toBe('text');
  });

  it('whose copy is taken in again gives the same text', async () => {
    const taken = await takenIn(encode(`${HEAD}\nSubject: A port\n\n${BODY}`), 'a.eml');
    const again = await takenIn(taken.original ?? new Uint8Array(), 'a.original.eml');
    expect(again.source).toEqual(taken.source);
    expect(again.draft.meta.title?.value).toBe('A port');
  });

  it('that breaks off is read as far as it goes, and said to be a piece', async () => {
    const mail = `${HEAD}\nSubject: A port\nContent-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/plain\n\n${BODY}`;
    expect((await takenIn(encode(mail), 'a.eml')).codes).toContain('intake/cut-short');
    expect((await takenIn(encode(`${mail}\n--m--\n`), 'a.eml')).codes).not.toContain('intake/cut-short');
  });

  const nested = (depth: number): string =>
    depth === 0
      ? `Content-Type: text/plain\n\n${BODY}`
      : `Content-Type: multipart/mixed; boundary=b${depth}x\n\n--b${depth}x\n${nested(depth - 1)}\n--b${depth}x--\n`;
  const inside = (depth: number): string =>
    depth === 0
      ? `Subject: x\n\n${BODY}`
      : `From: a@b.example\nContent-Type: multipart/mixed; boundary=c${depth}x\n\n--c${depth}x\nContent-Type: message/rfc822\n\n${inside(depth - 1)}\n--c${depth}x--\n`;
  it.each([
    ['of parts inside each other', `${HEAD}\nMIME-Version: 1.0\n${nested(60)}`, 'intake/too-deep'],
    ['of messages inside each other', `${HEAD}\n${inside(12)}`, 'intake/too-deep'],
    ['with a megabyte of headers', `${HEAD}\nSubject: ${'x'.repeat(1_000_000)}\n\n${BODY}`, 'intake/too-large'],
    ['of elements inside each other', `${HEAD}\nContent-Type: text/html\n\n${'<div>'.repeat(3000)}x`, 'intake/too-deep'],
    ['of nothing', `${HEAD}\nSubject: x\n\n`, 'intake/no-text'],
  ])('%s is refused', async (_, mail, code) => {
    expect(await refused(encode(mail), 'a.eml')).toEqual([code]);
  });
});

describe('a saved page', () => {
  const PAGE = `<html><head><title>A port outgrown</title></head><body><article><h1>A port outgrown</h1><figure><img src="map.png" alt="A map"><figcaption>The port <span class="credit">Otto Berg</span></figcaption></figure>${BODY.split(
    '\n\n',
  )
    .map((words) => `<p>${words}</p>`)
    .join(
      '',
    )}<img src="cid:7@x" alt="A crane" width="300" height="200"><img src="https://b.example/dot.gif" width="1" height="1"></article></body></html>`;
  const file = (page: string, end = '--s--\n') =>
    `From: <Saved by a browser>\nSnapshot-Content-Location: https://a.example/news/port.html\nSubject: A port\nDate: Mon, 10 Mar 2025 08:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="s"\n\n--s\nContent-Type: text/html\nContent-Transfer-Encoding: base64\nContent-Location: https://a.example/news/port.html\n\n${base64(page)}\n--s\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: https://a.example/news/map.png\n\niVBORw0KGgo=\n--s\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\nContent-ID: <7@x>\n\n/9j/4A==\n${end}`;

  it('has its pictures with caption and credit, and its address', async () => {
    const { text, draft, codes } = await takenIn(encode(file(PAGE)), 'a.mhtml');
    expect(draft.file.format).toBe('mhtml');
    expect(text).toMatch(/!\[A map\]\(a-port-outgrown\.picture-[0-9a-f]{8}\.png "The port \| Otto Berg"\)/);
    expect(text).toMatch(/!\[A crane\]\(a-port-outgrown\.picture-[0-9a-f]{8}\.jpg\)/);
    expect(draft.meta.url?.value).toBe('https://a.example/news/port.html');
    expect(codes).not.toContain('intake/images-left-out');
  });

  it('says which pictures are not in it, and where it breaks off', async () => {
    const taken = await takenIn(encode(file(PAGE.replace('map.png', 'other.png'), '')), 'a.mhtml');
    expect(taken.received('intake/images-left-out')).toBe('1: A map');
    expect(taken.codes).toContain('intake/cut-short');
  });

  it('of no page, or of too many parts, is refused', async () => {
    const many = `--s\nContent-Type: image/png\n\nx\n`.repeat(3100);
    expect(await refused(encode(file(PAGE).replaceAll('text/html', 'text/css')), 'a.mhtml')).toEqual(['intake/broken']);
    expect(await refused(encode(file(PAGE, many)), 'a.mhtml')).toEqual(['intake/too-large']);
  });
});

describe('a page', () => {
  it('keeps its lists as they are, and a picture that it has in its own text', async () => {
    const data = 'data:image/png;base64,iVBORw0KGgo=';
    const page = `<html><body><article><h1>A port outgrown</h1><p>${BODY}</p><ol start="3"><li>The wall comes third.</li><li>The sidings come fourth.</li></ol><p>${BODY}!</p><img alt="A map" src="${data}"><img alt="A crane" src="crane.png"></article></body></html>`;
    const { value, problems } = await ingest(encode(page), { name: 'a.html' });
    const { text } = await takenIn(encode(page), 'a.html');
    expect(value?.file.format).toBe('html');
    expect(text).toContain('3. The wall comes third. [¶2]\n4. The sidings come fourth. [¶3]');
    expect(text).toContain('![A map](');
    expect(problems.find(({ code }) => code === 'intake/images-left-out')?.received).toBe('1: A crane');
  });
});
