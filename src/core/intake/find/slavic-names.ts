import type { NameRun } from './name-runs.ts';

/** What somebody is, as a sentence begins with it; a family is no person. */
const ROLE =
  /^(?:адвокат|архитектор|архітектор|губернатор|мэр|мер|министр|міністр|президент|премьер|премʼєр|депутат|директор|ректор|профессор|професор|доктор|доцент|инженер|інженер|врач|лікар|учитель|вчитель|писатель|письменник|режиссёр|режисер|тренер|капитан|капітан|полковник|генерал|майор|судья|суддя|прокурор|следователь|слідчий|глава|голова|председатель|начальник|руководитель|керівник|секретарь|секретар|посол|бригадир|эксперт|експерт|аналитик|аналітик|историк|історик|политик|політик|фермер|водитель|водій|пенсионер|пенсіонер|житель|мешканець|сенатор|спикер|спікер|представитель|представник|речник|речниця|академик|академік|художник|музыкант|рабочий|робітник|[\p{L}]{3,}(?:лог|ист|іст|граф|вед|знавець))(?:ка|ша|иня|ица|ниця)?$/iu;
const FAMILY = /^(?:семья|сім[’'ʼ]я|родина|братья|брати|сёстры|сестри)$/iu;
const PATRONYMIC = /(?:вич|вна|ична|ич|івна|ївна)$/u;

/**
 * The person in a Russian or Ukrainian run that begins with what they are, as sentences do (`Мэр Каменогорска Виктор Ларин`): the last two
 * words, or three with a father's name. Of one word alone the case does not tell whose office it is. `nobody`: there is none in it; null: another run.
 */
export function slavicPerson(run: NameRun, language: string): { readonly name: string; readonly role: string } | 'nobody' | null {
  if (!/^(?:ru|uk)/.test(language)) return null;
  const [first = '', ...rest] = run.tokens;
  if (FAMILY.test(first)) return 'nobody';
  if (!ROLE.test(first)) return null;
  if (rest.length < 2) return 'nobody';
  const size = rest.length > 2 && PATRONYMIC.test(rest.at(-2) ?? '') ? 3 : 2;
  const role = [first.toLowerCase(), ...rest.slice(0, -size)].join(' ');
  return { name: rest.slice(-size).join(' '), role };
}
