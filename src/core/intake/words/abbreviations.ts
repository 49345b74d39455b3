/** Words whose full stop does not end a sentence, by language; lower case, without the stop. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  en: 'fr supt insp cpl reps sens messrs mx mr mrs ms dr prof rev gen col maj capt lt sgt adm cmdr gov sen rep pres hon st sr jr no nos vol fig p pp vs v cf etc e.g i.e u.s u.k u.n e.u a.m p.m approx dept est inc ltd co corp bros jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun ave blvd rd mt ft art sec ch ed eds trans univ assn',
  de: 'dr prof hr fr bzw ca z.b d.h u.a usw vgl nr str st bd s abs art jan feb mrz apr jun jul aug sept okt nov dez mio mrd tsd geb gest sog evtl inkl ggf',
  fr: 'm mm mme mmes mlle dr pr me st ste no art p pp vol av apr env cf etc janv févr avr juil sept oct nov déc',
  es: 'sr sra srta dr dra d dña ud uds núm no art pág págs etc ee.uu av depto gral',
  it: 'sig sig.ra dott prof avv ing art pag n ecc s.p.a',
  pt: 'sr sra dr dra prof art pág n etc av',
  nl: 'dhr mevr dr prof ir mr nr blz bijv enz ca art st',
  pl: 'dr prof mgr inż nr ul al s str tzw np itd itp m.in r w ok św',
  ru: 'г гг в вв т.е т.д т.п и.о ул д стр руб коп тыс млн млрд им см др проф',
  uk: 'р рр ст т.д т.п вул буд стор грн тис млн млрд ім див др проф м',
  tr: 'dr prof doç av no cad sok bkz vb vs örn',
};

const sets = new Map(Object.entries(ABBREVIATIONS).map(([language, words]) => [language, new Set(words.split(' '))]));
const EMPTY: ReadonlySet<string> = new Set();

export function abbreviationsOf(language: string): ReadonlySet<string> {
  return sets.get(language.split('-')[0] ?? '') ?? EMPTY;
}
