import { body, box, chartPart, line, makeOdt, makePptx, notesPart, PNG, title } from '../intake/package.ts';

/** Sound files of the formats that fixtures have none of: seeds that are changed. */

const encode = (text: string): Uint8Array => new TextEncoder().encode(text.replace(/\n/g, '\r\n'));
const PORT = 'The quay of Lindmouth is full on about 140 days a year, the board of the port says in its report.';

const chart = '<p:graphicFrame><a:graphic><a:graphicData><c:chart r:id="c"/></a:graphicData></a:graphic></p:graphicFrame>';
const table = `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${`<a:tr>${`<a:tc gridSpan="2"><a:txBody>${line('24.0')}</a:txBody></a:tc>`.repeat(3)}</a:tr>`.repeat(3)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
const picture =
  '<p:pic><p:nvPicPr><p:cNvPr id="9" name="" descr="A map"/></p:nvPicPr><p:blipFill><a:blip r:embed="i"/></p:blipFill></p:pic>';

export const decks = (): readonly Uint8Array[] => [
  makePptx(
    [
      {
        shapes:
          title('The limits') +
          body(line(PORT) + line('Six hours', '<a:pPr lvl="1"/>')) +
          chart +
          table +
          picture +
          box(line('aside'), { at: [1, 5, 3, 1] }),
        related: [
          ['c', 'chart', '../charts/chart1.xml'],
          ['i', 'image', '../media/image1.png'],
          ['n', 'notesSlide', '../notesSlides/notesSlide1.xml'],
        ],
      },
      { shapes: title('Costs') + body(line(PORT, '<a:pPr><a:buAutoNum startAt="3"/></a:pPr>')) },
    ],
    {
      'ppt/charts/chart1.xml': chartPart('c:barChart', ['Q1', 'Q2'], { Forecast: [18, 19.5], Counted: [16.5, 20] }),
      'ppt/media/image1.png': PNG,
      'ppt/notesSlides/notesSlide1.xml': notesPart('Begin with the quay.'),
    },
  ),
];

export const documents = (): readonly Uint8Array[] => [
  makeOdt(
    `<text:h text:outline-level="2">Limits</text:h><text:p>${PORT}<text:note><text:note-body><text:p>See the report.</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>First the wall.</text:p></text:list-item><text:list-item><text:p>Then the track.</text:p></text:list-item></text:list><table:table>${'<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-columns-repeated="3"><text:p>7</text:p></table:table-cell><table:table-cell><text:p>8</text:p></table:table-cell></table:table-row>'.repeat(3)}</table:table><text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A map</svg:desc></draw:frame></text:p>`,
    { extra: { 'Pictures/a.png': PNG } },
  ),
];

const HEAD =
  'From: Otto <o@f.example>\nTo: s@f.example\nSubject: =?utf-8?Q?Fwd:_Der_Hafen_w=C3=A4chst?=\nDate: Tue, 11 Mar 2025 09:00:00 +0100\nMIME-Version: 1.0\n';
const FORWARDED = `\nFYI\n\nFrom: Ana Ruiz <a@p.example>\nDate: Mon, 10 Mar 2025 08:12\nTo: s@f.example\nSubject: A port\n\n${PORT}\n\n${PORT.repeat(4)}\n`;

export const messages = (): readonly Uint8Array[] => [
  encode(HEAD + FORWARDED),
  encode(
    `${HEAD}Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\nx\n--a\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>${PORT}</p><ul><li>one=E4</li><li>two</li></ul>\n--a--\n--m\nContent-Type: message/rfc822\n\n${HEAD}${FORWARDED}\n--m--\n`,
  ),
];

export const pages = (): readonly Uint8Array[] => [
  encode(
    `From: <Saved>\nSnapshot-Content-Location: https://a.example/p.html\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="s"\n\n--s\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://a.example/p.html\n\n<html><body><article><h1>A port</h1><figure><img src=3D"m.png" alt=3D"A map"><figcaption>The port. Photo: Otto</figcaption></figure><p>${PORT}</p><p>${PORT} ${PORT}</p></article></body></html>\n--s\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: https://a.example/m.png\n\niVBORw0KGgo=\n--s--\n`,
  ),
];
