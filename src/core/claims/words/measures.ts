import { lazy } from '../../base/lazy.ts';

/** What a unit measures, and how large it is beside others of its kind: days, metres, kilograms, watts, watt-hours, square metres, litres. */
export interface Measure {
  readonly of: 'time' | 'length' | 'mass' | 'power' | 'energy' | 'area' | 'volume';
  readonly size: number;
}

/** In all languages together. Words that mean other things as often (`pound`, `second`) are left out. */
const UNITS: Readonly<Record<Measure['of'], readonly (readonly [number, string])[]>> = {
  time: [
    [1 / 1440, 'minute minutes minuten minuto minutos minuti минута минуты минут минуту דקות דקה دقيقة دقائق'],
    [1 / 96, 'viertelstunde viertelstunden kwartier'],
    [1 / 24, 'hour hours stunde stunden heure heures hora horas ora ore час часа часов שעה שעות ساعة ساعات'],
    [1, 'day days tag tage tagen jour jours día días giorno giorni dia dias день дня дней יום ימים يوم يوما أيام'],
    [
      7,
      'week weeks woche wochen semaine semaines semana semanas settimana settimane неделя недели недель неделю שבוע שבועות أسبوع أسبوعا أسابيع',
    ],
    [14, 'fortnight fortnights'],
    [30.44, 'month months monat monate monaten mois mes meses mese mesi месяц месяца месяцев חודש חודשים شهر شهرا أشهر'],
    [
      365.25,
      'year years jahr jahre jahren jährig jährige jährigen jähriger an ans année années año años anno anni ano anos год года лет שנה שנים שנות عام عاما أعوام سنة سنوات',
    ],
    [
      3652.5,
      'decade decades jahrzehnt jahrzehnte jahrzehnten décennie décennies década décadas decennio decenni десятилетие десятилетия десятилетий',
    ],
  ],
  length: [
    [0.001, 'mm millimetre millimetres millimeter millimeters millimetern millimètre millimètres milímetros millimetri миллиметров мм'],
    [
      0.01,
      'cm centimetre centimetres centimeter centimeters zentimeter zentimetern centimètre centimètres centímetro centímetros centimetri сантиметров см',
    ],
    [1, 'metre metres meter meters metern mètre mètres metro metros metri метр метра метров'],
    [
      1000,
      'km kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro kilómetros chilometro chilometri quilómetros километр километра километров км كيلومتر كيلومترا קילומטר קילומטרים',
    ],
    [1609.34, 'mile miles meile meilen'],
    [0.3048, 'foot feet'],
    [0.9144, 'yard yards'],
    [1852, 'seemeile seemeilen'],
  ],
  mass: [
    [0.001, 'gram grams gramme grammes gramm gramos grammi граммов'],
    [
      1,
      'kg kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm kilogramos chilogrammi килограмм килограмма килограммов кг كيلوغرام',
    ],
    [1000, 't tonne tonnes ton tons tonnen tonelada toneladas tonnellata tonnellate тонна тонны тонн طن טון טונות'],
    [1e6, 'kt'],
    [1e9, 'mt'],
  ],
  power: [
    [1e3, 'kw kilowatt kilowatts'],
    [1e6, 'mw megawatt megawatts megavatios мегаватт мвт'],
    [1e9, 'gw gigawatt gigawatts gigavatios гигаватт гвт'],
  ],
  energy: [
    [1e3, 'kwh kilowattstunden kilowattheures'],
    [1e6, 'mwh megawattstunden mégawattheures'],
    [1e9, 'gwh gigawattstunden gigawattheures'],
    [1e12, 'twh terawattstunden térawattheures'],
  ],
  area: [
    [1e4, 'ha hectare hectares hektar hectárea hectáreas ettaro ettari гектар гектара гектаров га هكتار'],
    [4046.86, 'acre acres'],
    [1, 'quadratmeter quadratmetern'],
    [1e6, 'quadratkilometer quadratkilometern'],
  ],
  volume: [
    [1, 'litre litres liter liters litern litro litros litri литр литра литров לیטר'],
    [100, 'hectolitre hectolitres hektoliter hectolitros'],
    [1e3, 'kubikmeter kubikmetern'],
    [1e12, 'kubikkilometer kubikkilometern'],
  ],
};

const TABLE = lazy(
  () =>
    new Map(
      Object.entries(UNITS).flatMap(([of, rows]) =>
        rows.flatMap(([size, words]) => words.split(' ').map((word): [string, Measure] => [word, { of: of as Measure['of'], size }])),
      ),
    ),
);

/** What turns a length into another measure: `carrés`, `²`. */
const TURNS = /^(?:carrés?|cuadrados?|quadrati?|quadrados?|квадратн\p{L}*|cubes?|cúbicos?|cubi|кубическ\p{L}*|[²³])$/u;

/** What a word behind a number measures, with the word behind it; null where it is no unit, or one that is not known whole. */
export function measureOf(word: string | undefined, next: string | undefined): Measure | null {
  const known = word === undefined ? undefined : TABLE().get(word);
  if (known === undefined) return null;
  return known.of !== 'time' && next !== undefined && TURNS.test(next) ? null : known;
}

/** Two of a unit of time in one word, in languages that have a dual. */
const DUALS: Readonly<Record<string, number>> = {
  ...{ ساعتان: 1 / 24, ساعتين: 1 / 24, يومان: 1, يومين: 1, أسبوعان: 7, أسبوعين: 7, شهران: 30.44, شهرين: 30.44 },
  ...{ عامان: 365.25, عامين: 365.25, سنتان: 365.25, سنتين: 365.25 },
  ...{ שעתיים: 1 / 24, יומיים: 1, שבועיים: 7, חודשיים: 30.44, שנתיים: 365.25 },
};

/** What `عامين`, `שנתיים` is two of; null for any other word. */
export const dualOf = (word: string): Measure | null => {
  const size = Object.hasOwn(DUALS, word) ? DUALS[word] : undefined;
  return size === undefined ? null : { of: 'time', size };
};

/** How many days a unit of time has; null for any other word. */
export function daysOf(word: string): number | null {
  const known = TABLE().get(word);
  return known?.of === 'time' ? known.size : null;
}

/** Stretches of a year with a name of their own, by their months: `the first half of 2025`. */
const PERIODS: readonly (readonly [number, RegExp])[] = [
  [6, /half[- ]year|(?:first|second|other) half|halbjahr|semestre|полугоди|[上下]半年|半年|النصف (?:الأول|الثاني)|מחצית/iu],
  [3, /\bquarter\b|quartal|trimestre|квартал|季度|الربع|רבעון/iu],
];

/** Whether a text names a stretch of so many months. */
export const namesPeriod = (text: string, months: number): boolean =>
  PERIODS.some(([size, pattern]) => size === months && pattern.test(text));
