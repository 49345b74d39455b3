import type { Answer, EventPayload, Payload } from '../api/contract.ts';

/** The contract's types by the names the UI uses. */
export type Started = Answer<'app.start'>;
export type Host = Started['host'];
export type Settings = Started['settings'];
export type Recent = Started['recent'][number];
export type WorkspaceInfo = NonNullable<Started['workspace']>;
export type Problem = Answer<'preview.render'>['problems'][number];

export type ArticleSummary = Answer<'library.get'>['articles'][number];
export type TopicSummary = ArticleSummary['topics'][number];
export type FileProblems = Answer<'library.get'>['problems'][number];
export type ArticleText = Answer<'article.open'>;
export type ArticleDetail = Answer<'article.read'>;
export type TopicDetail = ArticleDetail['topics'][number];

export type Briefing = NonNullable<Answer<'briefing.read'>['briefing']>;
export type Item = Briefing['items'][number];
export type TopicItem = Extract<Item, { kind: 'topic' }>;
export type OwnItem = Extract<Item, { kind: 'own' }>;
export type Depth = TopicItem['depth'];
export type Overrides = NonNullable<TopicItem['overrides']>;
export type OptionValue = Briefing['options'][string];
export type BriefingSummary = EventPayload<'briefings'>['briefings'][number];

export type Template = Answer<'template.list'>['templates'][number];
/** An organisation's template with what the doctor says of it. */
export type Examined = Answer<'template.doctor'>;
/** A template's colours and fonts, and a change of one. */
export type Design = Answer<'template.design'>['design'];
export type DesignChange = Payload<'template.redesign'>['changes'][number];
export type DoctorReport = Examined['report'];
export type DoctorLayout = DoctorReport['layouts'][number];
export type DoctorRegion = DoctorLayout['regions'][number];
export type Deck = NonNullable<Answer<'preview.render'>['deck']>;
export type Slide = Deck['slides'][number];

export type ExportFormat = Settings['export']['formats'][number];
export type ExportProgress = EventPayload<'export.progress'>;
export type Handover = Answer<'handover.list'>['handovers'][number];
export type ExportDone = EventPayload<'export.done'>;

export type Review = Answer<'intake.get'>;
export type ReviewSummary = Answer<'intake.list'>['reviews'][number];
export type ReviewChange = Review['changes'][number];
export type IntakeProgress = EventPayload<'intake.progress'>;
export type IntakeDone = EventPayload<'intake.done'>;
export type {
  ReviewActor,
  ReviewFields,
  ReviewItem,
  ReviewOperation,
  ReviewParts,
  ReviewPoint,
  ReviewTopic,
} from '../api/schemas/intake-view.ts';
