/** The commonest small words of each language: they tell languages apart and carry no topic. */
export const STOPWORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to in a is that for it was on as with be by at this are have from not or an but had has his her he she they their we you were been which will would there its more than said who what when about up out if no so can could after before into over only some other new also one two most such any may might must should do did does these those them then our i my me your him because while where how all many much own same each both few between during through against under again further since until',
    de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ihr ihre kann gegen vom können schon wenn habe seine ihn unter wir soll ich eines',
    fr: 'le la les de des du et en un une à est que qui dans pour sur pas plus par au aux avec ce se son sa ses il elle ils ne on ou mais sont cette ces a été être ont leur leurs comme nous vous tout fait deux même après avant où si entre sans',
    es: 'el la los las de y en que un una a se del por con no su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está nos',
    it: 'il la le gli di e che in un una a per è non con del della dei delle si al alla da dal sono ma come più anche lo ha nel nella sua suo o questo questa se loro ci hanno dopo ancora tutti era essere tra',
    pt: 'o a os as de e que em um uma do da dos das no na nos nas para com não por se mais como mas ao foi sua seu ou quando muito já são também só pelo pela até isso ela ele entre era depois sem mesmo',
    nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar door over bij uit nog naar heeft hij ze was werd worden kan meer wordt hun tot deze geen wel',
    pl: 'i w na z do się nie że to jest o jak po co ale od za przez są dla ich jego jej tym tego był była było oraz czy już tylko może przed bardzo ze który która które',
    cs: 'a v na se je že z do s o k i za to jako pro by po jsou ale ve který která které byl byla bylo od jeho jejich nebo při už jen',
    sv: 'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller sin',
    da: 'og i at det er en til på af for med den der som de har ikke et om var han fra men sig også kan efter eller blev år sin vil',
    tr: 've bir bu için ile de da olarak daha çok en olan gibi kadar sonra ne ki ama o ise değil her var yok bunu diye göre ancak veya hem mi',
    ro: 'și în de la a o un pe cu nu din care este că se pentru mai au sa fi sunt dar ca al ale fost prin după',
    hu: 'a az és hogy nem is egy ez azt de meg van volt csak már mint még vagy ha el ki aki amely szerint után lesz',
    ru: 'и в не на что с по как это он к но из у за от же то все его для о так она они был была было были мы вы бы а только или ещё уже при до если их',
    uk: 'і в не на що з та як це він до але у за від же то всі його для про так вона вони був була було були ми ви би а тільки або ще вже при якщо їх є',
    bg: 'и в не на че с по как това той до но от за се да са е си го като при или ще има беше бяха които',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

const EMPTY: ReadonlySet<string> = new Set();

export function stopwordsOf(language: string): ReadonlySet<string> {
  return STOPWORDS[language.split('-')[0] ?? ''] ?? EMPTY;
}
