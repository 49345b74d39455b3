/** A character set as the Encoding Standard names it, and what is mostly written in it. */
export interface Charset {
  readonly name: string;
  readonly script: string;
}

/** What text files of the last decades are written in, by script. */
export const CHARSETS: readonly Charset[] = [
  { name: 'utf-8', script: 'Unicode' },
  { name: 'utf-16le', script: 'Unicode' },
  { name: 'windows-1252', script: 'Western' },
  { name: 'windows-1250', script: 'Central European' },
  { name: 'iso-8859-2', script: 'Central European' },
  { name: 'windows-1257', script: 'Baltic' },
  { name: 'windows-1254', script: 'Turkish' },
  { name: 'windows-1251', script: 'Cyrillic' },
  { name: 'koi8-r', script: 'Cyrillic' },
  { name: 'windows-1253', script: 'Greek' },
  { name: 'windows-1255', script: 'Hebrew' },
  { name: 'windows-1256', script: 'Arabic' },
  { name: 'gb18030', script: 'Chinese, simplified' },
  { name: 'big5', script: 'Chinese, traditional' },
  { name: 'shift_jis', script: 'Japanese' },
  { name: 'euc-jp', script: 'Japanese' },
  { name: 'euc-kr', script: 'Korean' },
];
