/** `a/b.hbs`, or `b.hbs` where the folder is not known. */
export function fileIn(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}
