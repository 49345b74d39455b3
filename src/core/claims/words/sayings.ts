import { lazy } from '../../base/lazy.ts';

/** Words by which a text says who spoke: verbs before or behind a name, and what stands before a source. In all languages together. */
const SAYINGS = lazy(
  () =>
    new Set(
      (
        'says said adds added argues argued replies replied warns warned explains explained according ' +
        'sagt sagte so laut zufolge erklärt erklärte meint meinte klagt klagte betont betonte lobt warnt warnte fordert forderte ' +
        'dit déclare affirme explique estime assure selon résume prévient regrette répond ' +
        'dice dijo afirma afirmó explica explicó según asegura aseguró señala señaló advierte resume ' +
        'disse spiega afferma secondo sostiene ' +
        'diz afirma segundo ' +
        'говорит сказал сказала считает заявил заявила пояснил пояснила отметил отметила уверен уверена словам мнению данным'
      ).split(' '),
    ),
);

/** Whether a word says that somebody beside it spoke. */
export const isSaying = (word: string): boolean => SAYINGS().has(word);
