/**
 * Namespaces by the prefix that this code calls them; what a file calls them is its own business. ISO 29500's strict form has addresses of
 * its own for the same elements.
 */
const OOXML = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const ODF = 'urn:oasis:names:tc:opendocument:xmlns';

const PREFIXES: Readonly<Record<string, string>> = {
  [`${OOXML}/drawingml/2006/main`]: 'a',
  [`${STRICT}/drawingml/main`]: 'a',
  [`${OOXML}/drawingml/2006/chart`]: 'c',
  [`${STRICT}/drawingml/chart`]: 'c',
  [`${OOXML}/drawingml/2006/diagram`]: 'dgm',
  [`${STRICT}/drawingml/diagram`]: 'dgm',
  'http://schemas.microsoft.com/office/drawing/2008/diagram': 'dsp',
  [`${OOXML}/presentationml/2006/main`]: 'p',
  [`${STRICT}/presentationml/main`]: 'p',
  [`${OOXML}/officeDocument/2006/relationships`]: 'r',
  [`${STRICT}/officeDocument/relationships`]: 'r',
  [`${OOXML}/wordprocessingml/2006/main`]: 'w',
  [`${STRICT}/wordprocessingml/main`]: 'w',
  [`${OOXML}/package/2006/metadata/core-properties`]: 'cp',
  [`${OOXML}/markup-compatibility/2006`]: 'mc',
  'http://schemas.microsoft.com/office/drawing/2017/decorative': 'adec',
  'http://schemas.microsoft.com/office/drawing/2016/SVG/main': 'asvg',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  [`${ODF}:office:1.0`]: 'office',
  [`${ODF}:text:1.0`]: 'text',
  [`${ODF}:table:1.0`]: 'table',
  [`${ODF}:drawing:1.0`]: 'draw',
  [`${ODF}:style:1.0`]: 'style',
  [`${ODF}:meta:1.0`]: 'meta',
  [`${ODF}:chart:1.0`]: 'chart',
  [`${ODF}:manifest:1.0`]: 'manifest',
  [`${ODF}:svg-compatible:1.0`]: 'svg',
  [`${ODF}:xsl-fo-compatible:1.0`]: 'fo',
};

/** Prefix of a namespace as it is called here; empty for one that nothing is read of. */
export function prefixOf(address: string): string {
  return PREFIXES[address] ?? '';
}
