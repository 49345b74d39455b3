import type { Draft } from '../types.ts';
import { askAbout } from './ask.ts';
import { withFindings } from './findings.ts';
import { joinTopics } from './join-topics.ts';
import { oneReadingEach } from './readings.ts';

/**
 * A draft as a person should meet it: each sentence stands once, as what it is best; the other readings, and what tells less, are set aside
 * (`Proposal.aside`); no topic is empty, or shorter than a slide is worth; made headings are sentences of the text. Nothing is taken away.
 */
export function settleDraft(draft: Draft): Draft {
  return askAbout(withFindings(joinTopics(oneReadingEach(draft))));
}
