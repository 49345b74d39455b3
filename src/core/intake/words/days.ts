/** What a date that is counted from the day of writing is counted in. */
export type DateUnit = 'day' | 'week' | 'month' | 'year';

/** What a language calls a day by beside the calendar: its weekdays, and words that count from the day of writing. */
export interface DayWords {
  /** Sunday first; each an alternative of a regular expression, case-insensitive. */
  readonly weekdays: readonly string[];
  /** Right before a weekday: it is every such day, or one in general (`every Monday`, `le lundi`). */
  readonly recurring: RegExp;
  /** Right behind a weekday: it belongs to a name or a habit. */
  readonly recurringAfter?: RegExp;
  /** Between two weekdays: opening hours. */
  readonly range: RegExp;
  readonly relative: readonly RelativeWords[];
}

export interface RelativeWords {
  /** An alternative of a regular expression. */
  readonly words: string;
  readonly unit: DateUnit;
  /** So many units from the day of publication; negative is past. */
  readonly by: number;
}

const day = (words: string, by: number): RelativeWords => ({ words, unit: 'day', by });
const week = (words: string, by: number): RelativeWords => ({ words, unit: 'week', by });
const month = (words: string, by: number): RelativeWords => ({ words, unit: 'month', by });
const year = (words: string, by: number): RelativeWords => ({ words, unit: 'year', by });

/** A new language is one row here. */
export const DAY_WORDS: Readonly<Record<string, DayWords>> = {
  en: {
    weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
    recurring: /\b(?:a|an|any|each|every|most|some|black|good|ash|bloody|super|other|holy|maundy|shrove|palm|easter)\s+$/i,
    recurringAfter: /^(?:\s+(?:mornings|afternoons|evenings|nights)\b|\s+\p{Lu}\p{Ll}+(?!\p{L}))/u,
    range: /^\s*(?:to|through|till|until|[-–])\s*$/i,
    relative: [
      day('yesterday(?: (?:morning|afternoon|evening))?', -1),
      day(
        'last night(?=\\s*(?:[,.;:!?)”"—–]|$|(?:in|at|on|by|after|before|as|when|and|that|to|for|with|from|near|outside|the|a|an|he|she|they|it|we|i|no|two|three)(?![a-z])))',
        -1,
      ),
      day('today|tonight|this (?:morning|afternoon|evening)', 0),
      day('tomorrow(?: (?:morning|afternoon|evening|night))?', 1),
    ],
  },
  de: {
    weekdays: ['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag|sonnabend'],
    recurring: /(?<!\p{L})(?:jeden|jedem|einem|ein|an einem|immer)\s+$/iu,
    range: /^\s*(?:bis|[-–])\s*$/i,
    relative: [
      day('vorgestern', -2),
      day('gestern(?:abend|morgen)?', -1),
      day('heute', 0),
      day(
        '(?<!am |guten |jeden )morgen(?= (?:wird|werden|soll|sollen|will|wollen|beginnt|findet|tagt|früh|vormittag|nachmittag|abend))',
        1,
      ),
      week('(?:vergangene|letzte|vorige)[nr]? woche', -1),
      week('(?:kommende|nächste)[nr]? woche', 1),
      month('(?:im )?(?:vergangenen|letzten|vorigen) monat', -1),
      month('(?:im )?(?:kommenden|nächsten) monat', 1),
      year('(?:im )?(?:vergangenen|letzten|vorigen) jahr|vergangenes jahr|letztes jahr', -1),
      year('(?:im )?(?:kommenden|nächsten) jahr|kommendes jahr|nächstes jahr', 1),
    ],
  },
  fr: {
    weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    recurring: /(?<!\p{L})(?:le|les|un|chaque|tous les|du|des)\s+$/iu,
    recurringAfter: /^\s+(?:saint|gras|noir)/iu,
    range: /^\s*(?:au|à|[-–])\s*$/i,
    relative: [
      day('avant-hier', -2),
      day('hier(?: (?:soir|matin))?', -1),
      day("aujourd['’]hui", 0),
      day('demain(?: matin| soir)?', 1),
      week('la semaine (?:dernière|passée)', -1),
      week('la semaine prochaine', 1),
      month('le mois (?:dernier|passé)', -1),
      month('le mois prochain', 1),
      year("l['’]an (?:dernier|passé)|l['’]année (?:dernière|passée)", -1),
      year("l['’]an prochain|l['’]année prochaine", 1),
    ],
  },
  es: {
    weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 's[áa]bado'],
    recurring: /(?<!\p{L})(?:los|cada|un|todos los|de|los días)\s+$/iu,
    recurringAfter: /^\s+(?:santo|negro)/iu,
    range: /^\s*(?:a|al|hasta|[-–])\s*$/i,
    relative: [
      day('anteayer', -2),
      day('ayer', -1),
      day('hoy', 0),
      day('mañana(?= (?:se|será|serán|habrá|comienza|empieza|votará))', 1),
      week('la semana pasada', -1),
      week('la próxima semana|la semana próxima', 1),
      month('el mes pasado', -1),
      month('el próximo mes|el mes próximo|el mes que viene', 1),
      year('el año pasado', -1),
      year('el próximo año|el año próximo|el año que viene', 1),
    ],
  },
  it: {
    weekdays: ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'],
    recurring: /(?<!\p{L})(?:il|la|ogni|di|dal|al|un|una|tutti i|tutte le)\s+$/iu,
    recurringAfter: /^\s+(?:santo|nero|grasso)/iu,
    range: /^\s*(?:a|al|[-–])\s*$/i,
    relative: [
      day("l['’]altro ieri|ieri l['’]altro", -2),
      day('ieri(?: sera)?', -1),
      day('oggi', 0),
      day('domani', 1),
      week('la (?:settimana scorsa|scorsa settimana)', -1),
      week('la (?:prossima settimana|settimana prossima)', 1),
      month('il mese scorso|lo scorso mese', -1),
      month('il (?:mese prossimo|prossimo mese)', 1),
      year("l['’]anno scorso|lo scorso anno", -1),
      year("l['’]anno prossimo|il prossimo anno", 1),
    ],
  },
  ru: {
    weekdays: ['воскресенье', 'понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу'],
    recurring: /(?:каждый|каждую|каждое|любой|по)\s+$/iu,
    range: /^\s*(?:по|до|[-–])\s*$/i,
    relative: [
      day('позавчера', -2),
      day('вчера', -1),
      day('сегодня', 0),
      day('завтра', 1),
      week('на прошлой неделе', -1),
      week('на следующей неделе|на будущей неделе', 1),
      month('в прошлом месяце', -1),
      month('в следующем месяце|в будущем месяце', 1),
      year('в прошлом году', -1),
      year('в следующем году|в будущем году', 1),
    ],
  },
  uk: {
    weekdays: ['неділю', 'понеділок', 'вівторок', 'середу', 'четвер', "п[ʼ’']ятницю", 'суботу'],
    recurring: /(?:кожен|кожної|кожну|щопонеділка|по)\s+$/iu,
    range: /^\s*(?:по|до|[-–])\s*$/i,
    relative: [
      day('позавчора', -2),
      day('вчора|учора', -1),
      day('сьогодні', 0),
      day('завтра', 1),
      week('минулого тижня', -1),
      week('наступного тижня', 1),
      month('минулого місяця', -1),
      month('наступного місяця', 1),
      year('минулого року|торік', -1),
      year('наступного року', 1),
    ],
  },
  ar: {
    weekdays: ['ال[أا]حد', 'الاثنين|الإثنين', 'الثلاثاء', 'ال[أا]ربعاء', 'الخميس', 'الجمعة', 'السبت'],
    recurring: /(?:كل يوم|كل|أيام)\s+$/u,
    range: /^\s*(?:إلى|حتى|[-–])\s*(?:يوم\s*)?$/u,
    relative: [
      day('أول أمس', -2),
      day('(?:يوم )?أمس', -1),
      day('اليوم(?! (?:ال|[\\u0621-\\u064A]+ية))', 0),
      day('غدا|غدًا', 1),
      week('الأسبوع الماضي', -1),
      week('الأسبوع (?:المقبل|القادم)', 1),
      month('الشهر الماضي', -1),
      month('الشهر (?:المقبل|القادم)', 1),
      year('العام الماضي|السنة الماضية', -1),
      year('العام (?:المقبل|القادم)|السنة (?:المقبلة|القادمة)', 1),
    ],
  },
  zh: {
    weekdays: [
      '周日|星期日|星期天|週日',
      '周一|星期一|週一',
      '周二|星期二|週二',
      '周三|星期三|週三',
      '周四|星期四|週四',
      '周五|星期五|週五',
      '周六|星期六|週六',
    ],
    recurring: /(?:每|每个|每逢)\s*$/u,
    range: /^\s*(?:至|到|[-–—~])\s*$/u,
    relative: [
      day('前天', -2),
      day('昨天|昨日', -1),
      day('今天|今日', 0),
      day('明天|明日', 1),
      week('上周|上星期|上週', -1),
      week('下周|下星期|下週', 1),
      month('上个月|上個月|上月', -1),
      month('下个月|下個月|下月', 1),
      year('去年', -1),
      year('明年', 1),
    ],
  },
};
