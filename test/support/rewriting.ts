import type { Parts } from '../../src/core/base/ooxml/zip.ts';

/** Decks as programs leave them that save what they read without anybody's edit. */

const isMarkup = (name: string): boolean => /^ppt\/(?:slides|notesSlides|slideLayouts|slideMasters|charts)\/[^/]+\.xml$/.test(name);

function eachPart(parts: Parts, is: (name: string) => boolean, change: (xml: string, name: string) => string): Parts {
  return new Map([...parts].map(([name, content]) => [name, typeof content === 'string' && is(name) ? change(content, name) : content]));
}

const TAG = /<([\w:]+)((?:\s+[\w:.-]+="[^"]*")+)(\s*\/?)>/g;

/** The attributes of every element the other way round; declarations of namespaces stay first. */
function turned(xml: string): string {
  return xml.replace(TAG, (_, name: string, raw: string, end: string) => {
    const all = [...raw.matchAll(/\s+([\w:.-]+="[^"]*")/g)].map(([, attribute = '']) => attribute);
    const spaces = all.filter((attribute) => attribute.startsWith('xmlns'));
    return `<${name} ${[...spaces, ...all.filter((attribute) => !attribute.startsWith('xmlns')).reverse()].join(' ')}${end}>`;
  });
}

/** Runs in two where a word ends, as a spelling checker's marks and a cursor leave them; labels in three, as LibreOffice leaves them. */
function divided(xml: string): string {
  const labels = xml.replace(
    /<a:r>(<a:rPr [^>]*baseline="30000"[^>]*>(?:(?!<\/a:r(?:Pr)?>)[^])*<\/a:rPr>)<a:t>([^<]*)\[([^<\]]*)\]<\/a:t><\/a:r>/g,
    (_, properties: string, before: string, numbers: string) =>
      [`${before}[`, numbers, ']'].map((text) => `<a:r>${properties}<a:t>${text}</a:t></a:r>`).join(''),
  );
  return labels.replace(
    /<a:r>(<a:rPr(?:[^>]*\/>|(?:[^>]*[^/>])?>(?:(?!<\/a:r(?:Pr)?>)[^])*<\/a:rPr>))<a:t>([^<[]{12,})<\/a:t><\/a:r>/g,
    (_, properties: string, text: string) => {
      const at = Math.max(1, text.indexOf(' ', 4));
      return `<a:r>${properties}<a:t>${text.slice(0, at)}</a:t></a:r><a:r>${properties.replace('<a:rPr', '<a:rPr err="1"')}<a:t>${text.slice(at)}</a:t></a:r>`;
    },
  );
}

/**
 * As PowerPoint saves: attributes in its own order, shapes numbered anew, runs divided, languages and spelling marks of its own, autofit as it
 * last drew it, an end of paragraph everywhere, extensions of its own. Ids that it keeps for a slide's life stay.
 */
export function asPowerPoint(parts: Parts): Parts {
  return eachPart(parts, isMarkup, (xml, name) => {
    let id = 40;
    const own = xml
      .replace(/ lang="[^"]*"/g, ' lang="en-GB"')
      .replace(/ dirty="0"/g, '')
      .replace(/<a:normAutofit\/>/g, '<a:normAutofit fontScale="92500" lnSpcReduction="10000"/>')
      .replace(/(<p:cNvPr [^>]*?)\bid="\d+"/g, (_, start: string) => `${start}id="${(id += 3)}"`)
      .replace(/<\/a:r><\/a:p>/g, '</a:r><a:endParaRPr lang="en-GB" dirty="0"/></a:p>');
    return turned(name.includes('/charts/') ? own : divided(own));
  });
}

/**
 * As python-pptx saves, which hands its trees to lxml: its declaration in apostrophes, quotation marks as they are in texts, empty elements
 * closed at once, slides' parts numbered by their order.
 */
export function asPythonPptx(parts: Parts): Parts {
  const is = (name: string): boolean => /\.(?:xml|rels)$/.test(name) && !name.startsWith('customXml/');
  const rewritten = eachPart(parts, is, (xml) =>
    xml
      .replace(/^<\?xml[^>]*\?>\s*/, "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n")
      .replace(/<([\w:]+)((?:\s+[\w:.-]+="[^"]*")*)\s*><\/\1>/g, '<$1$2/>')
      .replace(/&quot;(?=[^<>]*<)/g, '"')
      .replace(/&apos;/g, "'"),
  );
  const renamed = (text: string): string =>
    text.replace(/((?:slides\/|Target=")slide)(\d+)\.xml/g, '$11$2.xml').replace(/(\/slides\/_rels\/slide)(\d+)/g, '$11$2');
  return new Map(
    [...rewritten].map(([name, content]) => [renamed(name), typeof content === 'string' && is(name) ? renamed(content) : content]),
  );
}

/**
 * As a library saves that keeps no prefixes, as Python's ElementTree does: `ns0:sld` in place of `p:sld`, in every part, with declarations at
 * the root alone.
 */
export function withOtherPrefixes(parts: Parts): Parts {
  return eachPart(
    parts,
    (name) => /\.(?:xml|rels)$/.test(name),
    (xml) => {
      const names = new Map<string, string>();
      const uris = new Map<string, string>([['xml', 'http://www.w3.org/XML/1998/namespace']]);
      for (const [, prefix = '', uri = ''] of xml.matchAll(/\sxmlns(?::([\w.-]+))?="([^"]*)"/g)) uris.set(prefix, uri);
      for (const uri of uris.values()) if (!names.has(uri)) names.set(uri, uri.endsWith('/namespace') ? 'xml' : `ns${names.size}`);
      const renamed = (name: string, isElement: boolean): string => {
        const [prefix = '', local] = name.includes(':') ? name.split(':') : ['', name];
        const uri = prefix === '' && !isElement ? undefined : uris.get(prefix);
        return uri === undefined ? name : `${names.get(uri) ?? ''}:${local ?? ''}`;
      };
      let isRoot = true;
      return xml.replace(
        /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")*)(\s*\/?)>/g,
        (_, close: string, name: string, raw: string, end: string) => {
          const attributes = [...raw.matchAll(/\s+([\w:.-]+)="([^"]*)"/g)].flatMap(([, own = '', value = '']) =>
            /^xmlns(?::|$)|Ignorable$/.test(own)
              ? []
              : [` ${renamed(own, false)}="${own === 'Requires' ? (names.get(uris.get(value) ?? '') ?? value) : value}"`],
          );
          const declared =
            isRoot && close === '' ? [...names].filter(([, own]) => own !== 'xml').map(([uri, own]) => ` xmlns:${own}="${uri}"`) : [];
          isRoot &&= close !== '';
          return `<${close}${renamed(name, true)}${declared.join('')}${attributes.join('')}${end}>`;
        },
      );
    },
  );
}
