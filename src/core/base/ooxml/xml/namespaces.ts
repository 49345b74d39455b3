/** Namespaces by the prefix that PowerPoint itself uses. */
export const NAMESPACES = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  cdr: 'http://schemas.openxmlformats.org/drawingml/2006/chartDrawing',
  p14: 'http://schemas.microsoft.com/office/powerpoint/2010/main',
  asvg: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
  adec: 'http://schemas.microsoft.com/office/drawing/2017/decorative',
} as const;

/** Of parts of our own, each the default of its part: what a deck was made from, in both forms that there were. */
export const OWN_NAMESPACES = ['urn:lectern:recipe:2', 'urn:lectern:recipe:1'] as const;

/** The three declarations that every part of a presentation carries on its root. */
export const PRESENTATION_NAMESPACES = ` xmlns:a="${NAMESPACES.a}" xmlns:r="${NAMESPACES.r}" xmlns:p="${NAMESPACES.p}"`;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Relationship types by a short name. */
export const RELATIONSHIPS = {
  chart: `${OFFICE}/chart`,
  chartUserShapes: `${OFFICE}/chartUserShapes`,
  commentAuthors: `${OFFICE}/commentAuthors`,
  comments: `${OFFICE}/comments`,
  coreProperties: `${PACKAGE}/metadata/core-properties`,
  customProperties: `${OFFICE}/custom-properties`,
  customXml: `${OFFICE}/customXml`,
  customXmlProps: `${OFFICE}/customXmlProps`,
  extendedProperties: `${OFFICE}/extended-properties`,
  hyperlink: `${OFFICE}/hyperlink`,
  image: `${OFFICE}/image`,
  notesMaster: `${OFFICE}/notesMaster`,
  notesSlide: `${OFFICE}/notesSlide`,
  officeDocument: `${OFFICE}/officeDocument`,
  package: `${OFFICE}/package`,
  presProps: `${OFFICE}/presProps`,
  slide: `${OFFICE}/slide`,
  slideLayout: `${OFFICE}/slideLayout`,
  slideMaster: `${OFFICE}/slideMaster`,
  tableStyles: `${OFFICE}/tableStyles`,
  theme: `${OFFICE}/theme`,
  viewProps: `${OFFICE}/viewProps`,
} as const;
