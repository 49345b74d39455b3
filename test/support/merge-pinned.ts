import type { HandOp } from './hand-edits.ts';
import type { ModelTopic, OurOp } from './merge-model.ts';

/** A deck, what the briefing and a hand did to it, which lines both changed, and its pack. */
export type MergeCase = [ModelTopic[], OurOp[], HandOp[], number[], string];

/** Topics in their order, each by the line of its heading and what is on its slides. */
const topics = (...list: (Partial<ModelTopic> & Pick<ModelTopic, 'heading' | 'summary'>)[]): ModelTopic[] =>
  list.map((topic, at) => ({ id: `t${at}`, points: [], table: null, chart: null, events: null, notes: [], ...topic }));

/** A slide that the briefing no longer divides and a hand worked on: both parts stay, and their number is no title that a hand gave. */
const DIVIDED: MergeCase = [
  topics(
    { heading: 'Heading qzbaa', summary: 'qzbab of all measures' },
    { heading: 'Heading qzdaa', summary: 'qzdab of all measures' },
    { heading: 'Heading qzjaa', summary: 'qzjab of all measures' },
    {
      heading: 'Heading qzpaa',
      summary: 'qzpab of all measures',
      points: [
        'qzpba the harbour board agreed on dues for barges',
        'qzpbb the harbour board agreed on dues for barges',
        'qzpbc the harbour board agreed on dues for barges',
        'qzpbd the harbour board agreed on dues for barges',
        'qzpbe the harbour board agreed on dues for barges',
        'qzpbf the harbour board agreed on dues for barges',
        'qzpbg and the council has asked for a second opinion before the summer',
        'qzpbh and the council has asked for a second opinion before the summer',
        'qzpbi and the council has asked for a second opinion before the summer',
      ],
    },
  ),
  [{ kind: 'drop-point', topic: 3, at: 0 }],
  [{ kind: 'split', slide: 5, at: 1 }],
  [],
  'policy-brief',
];

/** Ours has another layout since, and a hand's line has no place on it: what is new of ours comes to theirs, whose layout has no placeholder for it. */
const RELAID: MergeCase = [
  topics(
    { heading: 'Heading qzbaa', summary: 'qzbaa the harbour board agreed on dues for barges' },
    { heading: 'Heading qzdaa', summary: 'qzdab and the council has asked for a second opinion before the summer' },
    {
      heading: 'Heading qzfaa',
      summary: 'qzfab of all measures',
      points: ['qzfba the harbour board agreed on dues for barges', 'qzfbb the harbour board agreed on dues for barges'],
    },
    { heading: 'Heading qzjaa', summary: 'qzjab in the third quarter, as the report says, with conditions that were not met' },
    { heading: 'Heading qzlaa', summary: 'qzlab the harbour board agreed on dues for barges' },
  ),
  [{ kind: 'summary', topic: 2, at: 0 }],
  [{ kind: 'add-line', slide: 27, at: 0 }],
  [],
  'talking-points',
];

/** The briefing has a point more, so that a topic's two slides became one: a line that a hand reworded stands on another slide now. */
const JOINED: MergeCase = [
  topics(
    {
      heading: 'Heading qzbaa',
      summary: 'qzcaa the harbour board agreed on dues for barges',
      points: ['qzdaa the harbour board agreed on dues for barges'],
      events: ['qzeaa', 'qzfaa', 'qzgaa'],
    },
    { heading: 'Heading qzhaa', summary: 'qziaa and the council has asked for a second opinion before the summer' },
    { heading: 'Heading qzjaa', summary: 'qzkaa of all measures' },
    {
      heading: 'Heading qzlaa',
      summary: 'qzmaa in the third quarter, as the report says, with conditions that were not met',
      points: ['qznaa the harbour board agreed on dues for barges'],
    },
    {
      heading: 'Heading qzoaa',
      summary: 'qzpaa the harbour board agreed on dues for barges',
      points: ['qzqaa the harbour board agreed on dues for barges'],
    },
  ),
  [{ kind: 'add-point', topic: 8, at: 0 }],
  [{ kind: 'word', slide: 18, at: 15 }],
  [],
  'talking-points',
];

/** The same the other way round: the briefing has a point less, and the line stands on a slide that there was not. */
const PARTED: MergeCase = [
  topics(
    {
      heading: 'Heading qzbaa',
      summary: 'qzcaa the harbour board agreed on dues for barges',
      points: ['qzdaa the harbour board agreed on dues for barges'],
      events: ['qzeaa', 'qzfaa', 'qzgaa'],
    },
    { heading: 'Heading qzhaa', summary: 'qziaa and the council has asked for a second opinion before the summer' },
    { heading: 'Heading qzjaa', summary: 'qzkaa of all measures' },
    {
      heading: 'Heading qzlaa',
      summary: 'qzmaa in the third quarter, as the report says, with conditions that were not met',
      points: [
        'qzuaa and the council has asked for a second opinion before the summer',
        'qznaa the harbour board agreed on dues for barges',
      ],
    },
    {
      heading: 'Heading qzoaa',
      summary: 'qzpaa the harbour board agreed on dues for barges',
      points: ['qzqaa the harbour board agreed on dues for barges'],
    },
  ),
  [{ kind: 'drop-point', topic: 3, at: 0 }],
  [{ kind: 'word', slide: 6, at: 3 }],
  [],
  'talking-points',
];

/** A hand broke a title in two that the briefing words otherwise: the sources' list has the title that stands, the first time, too. */
const RETITLED: MergeCase = [
  topics(
    { heading: 'Heading qzbaa', summary: 'qzcaa the harbour board agreed on dues for barges' },
    { heading: 'Heading qzsaa', summary: 'qztaa and the council has asked for a second opinion' },
  ),
  [{ kind: 'heading', topic: 0, at: 0 }],
  [{ kind: 'split', slide: 1, at: 0 }],
  [],
  'policy-brief',
];

/** What stood on two slides is one divided slide now, and a hand took a line out: its second part has a title that no list has. */
const LISTED: MergeCase = [
  topics(
    { heading: 'Heading qzbaa', summary: 'qzcaa the harbour board agreed on dues' },
    {
      heading: 'Heading qzdaa',
      summary: 'qzeaa and the council has asked for a second opinion before the summer',
      points: [
        'qzfaa the harbour board agreed on dues for barges',
        'qzgaa the harbour board agreed on dues for barges',
        'qzhaa the harbour board agreed on dues for barges',
        'qziaa the harbour board agreed on dues for barges',
        'qzjaa the harbour board agreed on dues for barges',
        'qzkaa the harbour board agreed on dues for barges',
      ],
    },
  ),
  [{ kind: 'add-point', topic: 7, at: 0 }],
  [
    { kind: 'copy-slide', slide: 0, at: 0 },
    { kind: 'drop-line', slide: 4, at: 1 },
  ],
  [],
  'talking-points',
];

/** A hand copied the cover, whose every line stands on other slides, too: it is no new slide of ours. */
const COPIED: MergeCase = [
  topics(
    { heading: 'Heading qzbaa', summary: 'qzcaa the harbour board agreed on dues' },
    { heading: 'Heading qzdaa', summary: 'qzeaa and the council has asked for a second opinion' },
  ),
  [{ kind: 'add-topic', topic: 0, at: 0 }],
  [{ kind: 'copy-slide', slide: 0, at: 0 }],
  [],
  'situation-report',
];

/** A hand copied a slide that the briefing has made two of, with a line more: the copy is not the new one, taken over. */
const COPIED_PART: MergeCase = [
  topics(
    { heading: 'Heading qzbaa', summary: 'qzcaa the harbour board agreed on dues for barges' },
    { heading: 'Heading qzdaa', summary: 'qzeaa and the council has asked for a second opinion before the summer' },
    { heading: 'Heading qzfaa', summary: 'qzgaa of all measures', points: ['qzhaa the harbour board agreed on dues for barges'] },
    {
      heading: 'Heading qziaa',
      summary: 'qzjaa in the third quarter, as the report says, with conditions that were not met',
      points: [
        'qzkaa the harbour board agreed on dues for barges',
        'qzlaa in the third quarter, as the report says, with conditions that were not met',
        'qzmaa the harbour board agreed on dues for barges',
        'qznaa of all measures',
      ],
      table: [
        ['qzoaa', 'qzpaa', 'qzqaa'],
        ['qzraa', 'qzsaa', 'qztaa'],
        ['qzuaa', 'qzvaa', 'qzwaa'],
      ],
    },
  ),
  [{ kind: 'add-point', topic: 3, at: 0 }],
  [{ kind: 'copy-slide', slide: 13, at: 0 }],
  [],
  'talking-points',
];

/** Of a slide whose topic is gone and that a hand retitled, what every slide says is left, and of ours one slide is new: they are not one. */
const LEFT_OVER: MergeCase = [
  topics(
    {
      heading: 'Heading qzbaa',
      summary: 'qzcaa the harbour board agreed on dues for barges',
      points: [
        'qzdaa the harbour board agreed on dues for barges',
        'qzeaa the harbour board agreed on dues for barges',
        'qzfaa the harbour board agreed on dues for barges',
        'qzgaa the harbour board agreed on dues for barges',
        'qzhaa the harbour board agreed on dues for barges',
        'qziaa the harbour board agreed on dues for barges',
      ],
      table: [
        ['qzjaa', 'qzkaa', 'qzlaa'],
        ['qzmaa', 'qznaa', 'qzoaa'],
        ['qzpaa', 'qzqaa', 'qzraa'],
      ],
    },
    {
      heading: 'Heading qzsaa',
      summary: 'qztaa and the council has asked for a second opinion before the summer',
      events: ['qzuaa', 'qzvaa', 'qzwaa'],
    },
    { heading: 'Heading qzxaa', summary: 'qzyaa of all measures', events: ['qzzaa', 'qzaba', 'qzbba'] },
    { heading: 'Heading qzcba', summary: 'qzdba in the third quarter, as the report says, with conditions that were not met' },
  ),
  [
    { kind: 'drop-topic', topic: 3, at: 0 },
    { kind: 'add-point', topic: 1, at: 0 },
  ],
  [
    { kind: 'split', slide: 5, at: 26 },
    { kind: 'word', slide: 7, at: 0 },
  ],
  [],
  'situation-report',
];

/** Of a slide that the briefing withdrew and that stays, since a hand retitled it, every other line stands on the cover, too, which a hand took out. */
const WITHDRAWN: MergeCase = [
  topics(
    { heading: 'Heading qzbaa', summary: 'qzcaa the harbour board agreed on dues for barges' },
    {
      heading: 'Heading qzdaa',
      summary: 'qzeaa and the council has asked for a second opinion before the summer',
      points: ['qzfaa the harbour board agreed on dues for barges'],
      events: ['qzgaa', 'qzhaa', 'qziaa'],
    },
  ),
  [{ kind: 'drop-point', topic: 3, at: 0 }],
  [
    { kind: 'drop-slide', slide: 0, at: 0 },
    { kind: 'drop-slide', slide: 18, at: 0 },
    { kind: 'word', slide: 14, at: 0 },
  ],
  [],
  'situation-report',
];

/** Ours has a point more and another layout since, and a hand moved a shape: our new line would fill the place that their chart has. */
const FILLED: MergeCase = [
  topics(
    { heading: 'Heading qzbaa', summary: 'qzcaa the harbour board agreed on dues for barges', chart: [120, 240, 310] },
    { heading: 'Heading qzdaa', summary: 'qzeaa and the council has asked for a second opinion before the summer' },
    { heading: 'Heading qzfaa', summary: 'qzgaa of all measures' },
  ),
  [{ kind: 'add-point', topic: 0, at: 0 }],
  [{ kind: 'move-shape', slide: 2, at: 0 }],
  [],
  'situation-report',
];

/** A hand put a line below a title that the briefing words otherwise: agenda and sources have the title of both. */
const LENGTHENED: MergeCase = [
  topics(
    { heading: 'Heading qzbaa', summary: 'qzcaa the harbour board agreed on dues for barges' },
    { heading: 'Heading qzdaa', summary: 'qzeaa and the council has asked for a second opinion before the summer' },
    { heading: 'Heading qzfaa', summary: 'qzgaa of all measures' },
  ),
  [{ kind: 'heading', topic: 1, at: 0 }],
  [{ kind: 'add-line', slide: 3, at: 0 }],
  [],
  'policy-brief',
];

/** Found by searching, each as small as it came to; which fault it was says its comment. */
export const PINNED: readonly MergeCase[] = [
  DIVIDED,
  RELAID,
  JOINED,
  PARTED,
  RETITLED,
  LISTED,
  COPIED,
  COPIED_PART,
  LEFT_OVER,
  WITHDRAWN,
  FILLED,
  LENGTHENED,
];
