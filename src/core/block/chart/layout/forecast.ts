/**
 * Words for what was expected, planned or aimed at, in the languages that claims are checked in and some more: whole words, as a series'
 * name has them. A name with one of them is not what was counted.
 */
const WORDS: readonly string[] = [
  'forecast forecasts forecasted expected expectation projected projection projections planned plan target targets goal estimate estimated estimates budget budgeted outlook scenario est',
  'prognose prognosen erwartet erwartung erwartete geplant plan planung ziel zielwert soll schätzung geschätzt vorhersage ansatz szenario',
  'prévision prévisions prévu prévue prévus prévues attendu attendue objectif objectifs cible estimation estimé estimée projection',
  'previsión previsiones previsto prevista pronóstico proyección objetivo meta estimación estimado estimada esperado esperada',
  'previsione previsioni previsti previste stima stimato stimata obiettivo atteso attesa',
  'previsão previsões prevista esperado projeção estimativa planejado planeado',
  'verwacht verwachting raming gepland doel streefwaarde',
  'prognoza plan cel szacunek oczekiwane planowane szacowane',
  'прогноз план цель оценка ожидается ожидаемое ожидания ціль мета очікується оцінка',
  'توقعات متوقع المتوقع المتوقعة هدف الهدف مستهدف المستهدف خطة مخطط المخطط تقدير تقديرات',
  'תחזית צפוי צפויה יעד תכנון מתוכנן מתוכננת הערכה אומדן',
  'tahmin hedef öngörülen planlanan beklenen',
];

const KNOWN = new Set(WORDS.flatMap((words) => words.split(' ')));
/** Of scripts without spaces between words. */
const INSIDE = ['预测', '预计', '预期', '计划', '目标', '估计', '予測', '見込', '計画', '目標', '예측', '예상', '목표', '계획'];

/** Whether a series' name says that its values are expected, planned or aimed at. */
export function isForecast(name: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.some((word) => KNOWN.has(word)) || INSIDE.some((part) => name.includes(part));
}
