/** What a host lends for PDFs, from disk. */
export interface PdfData {
  /** A character map (CMap) that ISO 32000-2 (9.7.5.2) names, packed as pdf.js has it, by its file's name; null where there is none. */
  readonly cMap: (file: string) => Promise<Uint8Array | null>;
}

/** What `ingest` is told about a file. */
export interface IntakeOptions {
  /** The file's name; its ending is a hint, the bytes decide. */
  readonly name: string;
  /** A media type that the clipboard or a server gave, as `text/html`. */
  readonly declaredType?: string;
  /** A character set that the user named: read so or refused. */
  readonly charset?: string;
  /** The last day that an article can be of, as `YYYY-MM-DD`: a date of publication after it is a slip, and not taken. */
  readonly latest?: string;
  readonly limits?: Partial<IntakeLimits>;
  /** For PDFs; without it older Chinese, Japanese and Korean ones cannot be read. */
  readonly pdf?: PdfData;
  /** Looked at between steps. An abort ends in `intake/cancelled`, a timeout's in `intake/too-slow`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IntakeProgress) => void;
}

export interface IntakeLimits {
  /** Of the file. */
  readonly bytes: number;
  /** Of what a .docx unpacks to. */
  readonly inflatedBytes: number;
  /** Of the words in it, after decoding. */
  readonly characters: number;
  /** Of elements inside each other. */
  readonly depth: number;
  /** Of elements altogether. */
  readonly elements: number;
  readonly pages: number;
}

export const INTAKE_STEPS = ['decode', 'read', 'metadata', 'repeats', 'topics', 'points', 'details'] as const;
export type IntakeStep = (typeof INTAKE_STEPS)[number];

export interface IntakeProgress {
  readonly step: IntakeStep;
  /** Done so far, 0 to 1. */
  readonly fraction: number;
}
