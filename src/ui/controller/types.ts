import type { ActionName } from '../../api/actions.ts';
import type { Client } from '../../api/client.ts';
import type { Payload } from '../../api/contract.ts';
import type { AppState, Dialog } from '../state/app.ts';
import type { Store } from '../store.ts';
import type { Settings } from '../types.ts';
import type { CompanyTemplates } from './company.ts';
import type { Context } from './context.ts';
import type { Documents } from './documents.ts';
import type { Exports } from './exports.ts';
import type { Intake } from './intake.ts';
import type { Merges } from './merges.ts';
import type { DeckFeed } from './previews.ts';
import type { Reviews } from './reviews.ts';
import type { TemplateActions } from './templates.ts';

/** What components may ask for. */
export interface Controller {
  readonly client: Client;
  readonly store: Store;
  readonly context: Context;
  readonly documents: Documents;
  readonly feed: DeckFeed;
  readonly intake: Intake;
  readonly reviews: Reviews;
  readonly merges: Merges;
  readonly company: CompanyTemplates;
  readonly start: () => Promise<void>;
  readonly run: (name: ActionName) => void;
  readonly set: (change: (state: AppState) => AppState) => void;
  readonly show: (dialog: Dialog | null) => void;
  readonly openWorkspace: (path: string) => Promise<boolean>;
  readonly createWorkspace: (path: string | null) => Promise<boolean>;
  readonly choose: (what: Payload<'host.choose'>['what']) => Promise<string | null>;
  readonly saveSettings: (change: (settings: Settings) => Settings) => void;
  readonly selectRow: (row: number | null) => void;
  readonly selectSlide: (id: string) => void;
  readonly loadDetail: (article: string) => void;
  readonly startExport: Exports['start'];
  readonly cancelExport: Exports['cancel'];
  readonly handOver: Exports['handOver'];
  readonly listHandovers: Exports['listHandovers'];
  readonly reveal: (target: Payload<'host.reveal'>['target']) => void;
  readonly open: (target: Payload<'host.open'>['target']) => void;
  readonly duplicateTemplate: TemplateActions['duplicate'];
  readonly installTemplate: TemplateActions['install'];
  readonly exportTemplate: TemplateActions['giveAway'];
}
