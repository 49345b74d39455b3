/** A workspace with a briefing of one article, whose deck is edited while the article changes. */

export const MERGE_BRIEFING = 'briefings/kai.briefing.yaml';
export const MERGE_ARTICLE = 'content/kai.md';

const HANDED_OUT = `---
title: Der Nordkai
language: de
---

## Der Kai ist voll {#kai}

Schiffe warten derzeit zwei Tage auf einen freien Liegeplatz am Nordkai.

- Die Kräne sind dreißig Jahre alt und fallen jede Woche aus.
- Der Hafen hat 12 Lotsen.
- Die Bahn fährt dreimal am Tag.

## Was es kostet {#kosten}

Ein neuer Kran kostet 4 Millionen Euro.

- Der Haushalt sieht 3 Millionen Euro vor.
- Die Donaudampfschifffahrtsgesellschaft beteiligt sich mit einem Zuschuss.
`;

export const MERGE_FILES = {
  [MERGE_ARTICLE]: HANDED_OUT,
  [MERGE_BRIEFING]:
    'title: Der Nordkai\nlanguage: de\ntemplate: policy-brief\nitems:\n  - topic: kai/kai\n    depth: full\n  - topic: kai/kosten\n    depth: full\n',
};

/** What a colleague writes on the slides. */
export const THEIR_WORDS = {
  'Kräne sind dreißig Jahre alt und fallen jede Woche aus': 'Kräne sind über dreißig Jahre alt und fallen jeden Tag aus',
  'Haushalt sieht 3 Millionen Euro vor': 'Haushalt sieht für 2026 nur 3 Millionen Euro vor',
  'Bahn fährt dreimal am Tag': 'Bahn fährt dreimal täglich',
};

/** The article as it is a day later: two lines that a colleague changed, too, and one that nobody did. */
export const OUR_ARTICLE = HANDED_OUT.replace('fallen jede Woche aus', 'stehen jede Woche zwei Tage still')
  .replace('sieht 3 Millionen', 'sieht 3,5 Millionen')
  .replace('12 Lotsen', '14 Lotsen');
