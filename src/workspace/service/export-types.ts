import type { ExportFormat, HandoverPart } from '../../api/formats.ts';
import type { Briefing } from '../../core/briefing/types.ts';
import type { Problem } from '../../core/base/errors.ts';
import type { ExistingPolicy } from '../existing.ts';
import type { SavedFiles } from '../export.ts';
import type { HandoverRecord } from '../handover/index.ts';
import type { PrintRequest } from '../print.ts';

export type Step = 'reading' | 'layout' | ExportFormat | 'saving';

/** Everything an export needs, as plain data: it runs in a thread of its own and reads for itself. */
export interface ExportRequest {
  readonly briefing: Briefing;
  readonly shown: string;
  /** The briefing's file: images of own slides lie beside it. */
  readonly file: string;
  /** File name without ending; the audience's copy adds its own mark. */
  readonly name: string;
  /** Article files by id. */
  readonly articles: readonly { readonly id: string; readonly file: string; readonly shown: string }[];
  readonly pack: { readonly folder: string; readonly shown: string };
  readonly fonts: string;
  /** The built `worker.ts`, for what is read in a thread of its own. */
  readonly worker: string;
  readonly formats: readonly ExportFormat[];
  readonly forPresenter: boolean;
  readonly folder: string;
  readonly existing: ExistingPolicy;
  /** Where all that goes out is handed over in one place, and not single files written. */
  readonly handover: HandoverChoice | null;
  /** Lectern's own folder. */
  readonly home: string;
  /** A folder in it for this job's temporary files, not yet made. */
  readonly temporary: string;
}

/** What a hand-over is asked for with. */
export interface HandoverChoice {
  /** The workspace's. */
  readonly root: string;
  readonly to: string | null;
  readonly without: readonly HandoverPart[];
  readonly brief: boolean;
  readonly asZip: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether this machine prints PDFs. */
  readonly prints: boolean;
}

export interface ExportHooks {
  readonly onStep: (step: Step, fraction: number) => void;
  /** Resolves when files may be replaced; until then the export can be stopped at any point and nothing has happened. */
  readonly maySave: () => Promise<void>;
  readonly print: (request: PrintRequest) => Promise<void>;
}

export interface Exported extends SavedFiles<ExportFormat> {
  /** Of a hand-over, whose files are not listed one by one. */
  readonly handover: HandoverRecord | null;
  readonly slides: number;
  readonly problems: readonly Problem[];
}

/** Runs an export somewhere else: in a thread that can be stopped at any point. `stop` before `maySave` leaves nothing behind. */
export type ExportRunner = (request: ExportRequest, hooks: ExportHooks) => { readonly done: Promise<Exported>; readonly stop: () => void };
