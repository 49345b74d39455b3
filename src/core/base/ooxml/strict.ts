/** ISO/IEC 29500's strict form has namespaces of its own in every part, and its relationships other types. */
const STRICT = /xmlns(?::\w+)?\s*=\s*["']http:\/\/purl\.oclc\.org\/ooxml\/presentationml\/main["']/;

/** Whether a package is of the strict form, by its `ppt/presentation.xml`. */
export function isStrict(presentation: string): boolean {
  // The declarations stand on the root.
  return STRICT.test(presentation.slice(0, 20_000));
}
