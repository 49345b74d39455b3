/**
 * Countries: ISO 3166 code, capital, demonyms (adjectives and people, English). Names come from `Intl.DisplayNames` in the
 * article's language; `NAMES` adds what people write instead. Facts of common knowledge, kept by hand.
 */
const TABLE = `
AF Kabul Afghan,Afghans
AL Tirana Albanian,Albanians
DZ Algiers Algerian,Algerians
AD Andorra_la_Vella Andorran
AO Luanda Angolan,Angolans
AR Buenos_Aires Argentine,Argentinian,Argentines
AM Yerevan Armenian,Armenians
AU Canberra Australian,Australians
AT Vienna Austrian,Austrians
AZ Baku Azerbaijani,Azeri,Azeris,Azerbaijanis
BS Nassau Bahamian
BH Manama Bahraini
BD Dhaka Bangladeshi,Bangladeshis
BB Bridgetown Barbadian
BY Minsk Belarusian,Belarusians
BE Brussels Belgian,Belgians
BZ Belmopan Belizean
BJ Porto-Novo Beninese
BT Thimphu Bhutanese
BO La_Paz Bolivian,Bolivians
BA Sarajevo Bosnian,Bosnians
BW Gaborone Botswanan
BR Brasília,Brasilia Brazilian,Brazilians
BN Bandar_Seri_Begawan Bruneian
BG Sofia Bulgarian,Bulgarians
BF Ouagadougou Burkinabe
BI Gitega Burundian
KH Phnom_Penh Cambodian,Cambodians
CM Yaoundé,Yaounde Cameroonian
CA Ottawa Canadian,Canadians
CV Praia Cape_Verdean
CF Bangui Central_African
TD N’Djamena Chadian
CL Santiago Chilean,Chileans
CN Beijing Chinese
CO Bogotá,Bogota Colombian,Colombians
KM Moroni Comorian
CD Kinshasa Congolese
CG Brazzaville -
CR San_José Costa_Rican
HR Zagreb Croatian,Croatians,Croat,Croats
CU Havana Cuban,Cubans
CY Nicosia Cypriot,Cypriots
CZ Prague Czech,Czechs
DK Copenhagen Danish,Danes
DJ - Djiboutian
DM Roseau -
DO Santo_Domingo -
EC Quito Ecuadorian,Ecuadorean
EG Cairo Egyptian,Egyptians
SV San_Salvador Salvadoran
GQ Malabo -
ER Asmara Eritrean,Eritreans
EE Tallinn Estonian,Estonians
SZ Mbabane -
ET Addis_Ababa Ethiopian,Ethiopians
FJ Suva Fijian
FI Helsinki Finnish,Finns
FR Paris French
GA Libreville Gabonese
GM Banjul Gambian
GE Tbilisi Georgian,Georgians
DE Berlin German,Germans
GH Accra Ghanaian,Ghanaians
GR Athens Greek,Greeks
GD - Grenadian
GT - Guatemalan
GN Conakry Guinean
GW Bissau -
GY Georgetown Guyanese
HT Port-au-Prince Haitian,Haitians
HN Tegucigalpa Honduran
HU Budapest Hungarian,Hungarians
IS Reykjavík,Reykjavik Icelandic,Icelanders
IN New_Delhi,Delhi Indian,Indians
ID Jakarta Indonesian,Indonesians
IR Tehran Iranian,Iranians
IQ Baghdad Iraqi,Iraqis
IE Dublin Irish
IL Jerusalem,Tel_Aviv Israeli,Israelis
IT Rome Italian,Italians
CI Abidjan Ivorian
JM Kingston Jamaican,Jamaicans
JP Tokyo Japanese
JO Amman Jordanian,Jordanians
KZ Astana Kazakh,Kazakhs,Kazakhstani
KE Nairobi Kenyan,Kenyans
KI Tarawa -
KP Pyongyang North_Korean,North_Koreans
KR Seoul South_Korean,South_Koreans
XK Pristina Kosovan,Kosovar,Kosovars
KW - Kuwaiti,Kuwaitis
KG Bishkek Kyrgyz
LA Vientiane Lao,Laotian
LV Riga Latvian,Latvians
LB Beirut Lebanese
LS Maseru -
LR Monrovia Liberian,Liberians
LY Tripoli Libyan,Libyans
LI Vaduz -
LT Vilnius Lithuanian,Lithuanians
LU - Luxembourgish
MG Antananarivo Malagasy
MW Lilongwe Malawian
MY Kuala_Lumpur Malaysian,Malaysians
MV Malé Maldivian
ML Bamako Malian,Malians
MT Valletta Maltese
MH Majuro Marshallese
MR Nouakchott Mauritanian
MU Port_Louis Mauritian
MX Mexico_City Mexican,Mexicans
FM Palikir Micronesian
MD Chișinău,Chisinau Moldovan,Moldovans
MC - Monégasque
MN Ulaanbaatar Mongolian,Mongolians
ME Podgorica Montenegrin,Montenegrins
MA Rabat Moroccan,Moroccans
MZ Maputo Mozambican
MM Naypyidaw Burmese,Myanmarese
NA Windhoek Namibian,Namibians
NR - Nauruan
NP Kathmandu Nepali,Nepalese
NL Amsterdam,The_Hague Dutch
NZ Wellington -
NI Managua Nicaraguan,Nicaraguans
NE Niamey Nigerien
NG Abuja Nigerian,Nigerians
MK Skopje North_Macedonian,Macedonian,Macedonians
NO Oslo Norwegian,Norwegians
OM Muscat Omani,Omanis
PK Islamabad Pakistani,Pakistanis
PW - Palauan
PS Ramallah Palestinian,Palestinians
PA - Panamanian
PG Port_Moresby -
PY Asunción Paraguayan
PE Lima Peruvian,Peruvians
PH Manila Philippine,Filipino,Filipinos
PL Warsaw Polish,Poles
PT Lisbon Portuguese
QA Doha Qatari,Qataris
RO Bucharest Romanian,Romanians
RU Moscow Russian,Russians
RW Kigali Rwandan,Rwandans
WS Apia Samoan
SA Riyadh Saudi,Saudis
SN Dakar Senegalese
RS Belgrade Serbian,Serbians,Serb,Serbs
SC - Seychellois
SL Freetown -
SG - Singaporean,Singaporeans
SK Bratislava Slovak,Slovaks
SI Ljubljana Slovenian,Slovenians,Slovene,Slovenes
SB Honiara -
SO Mogadishu Somali,Somalis
ZA Pretoria,Cape_Town South_African,South_Africans
SS Juba South_Sudanese
ES Madrid Spanish,Spaniards
LK Colombo Sri_Lankan,Sri_Lankans
SD Khartoum Sudanese
SR Paramaribo Surinamese
SE Stockholm Swedish,Swedes
CH Bern,Berne Swiss
SY Damascus Syrian,Syrians
TW Taipei Taiwanese
TJ Dushanbe Tajik,Tajiks
TZ Dodoma Tanzanian,Tanzanians
TH Bangkok Thai,Thais
TL Dili Timorese
TG Lomé Togolese
TO - Tongan
TT Port_of_Spain Trinidadian
TN Tunis Tunisian,Tunisians
TR Ankara Turkish,Turks
TM Ashgabat Turkmen
TV - Tuvaluan
UG Kampala Ugandan,Ugandans
UA Kyiv,Kiev Ukrainian,Ukrainians
AE Abu_Dhabi Emirati,Emiratis
GB London British,Britons,Britain
US Washington American,Americans
UY Montevideo Uruguayan
UZ Tashkent Uzbek,Uzbeks
VU Port_Vila -
VE Caracas Venezuelan,Venezuelans
VN Hanoi Vietnamese
YE Sanaa,Sana’a Yemeni,Yemenis
ZM Lusaka Zambian,Zambians
ZW Harare Zimbabwean,Zimbabweans`;

const NAMES: Readonly<Record<string, readonly string[]>> = {
  US: ['US', 'U.S.', 'USA', 'United States', 'America'],
  GB: ['UK', 'U.K.', 'Britain', 'Great Britain', 'United Kingdom'],
  AE: ['UAE', 'Emirates'],
  TR: ['Turkey', 'Türkiye'],
  CZ: ['Czech Republic', 'Czechia'],
  MM: ['Burma', 'Myanmar'],
  KR: ['South Korea'],
  KP: ['North Korea'],
  PS: ['Palestine'],
  CD: ['Congo', 'DR Congo'],
  CI: ['Ivory Coast'],
  BA: ['Bosnia'],
  MK: ['Macedonia', 'North Macedonia'],
  NL: ['Holland', 'Netherlands'],
  HK: ['Hong Kong'],
};

export interface Place {
  /** The country's name in the article's language. */
  readonly country: string;
  readonly kind: 'name' | 'demonym' | 'capital';
}

/** What names a country: its names in the article's language and in English, its people, its capital. */
export function countryNames(language: string): ReadonlyMap<string, Place> {
  const base = language.split('-')[0] ?? 'en';
  const found = new Map<string, Place>();
  const display = namesIn(base);
  const english = namesIn('en');
  for (const line of TABLE.trim().split('\n')) {
    const [code = '', capitals = '', demonyms = ''] = line.split(' ');
    const country = base === 'en' ? (NAMES[code]?.find((name) => name.length > 3 && !name.includes('.')) ?? english(code)) : display(code);
    const add = (name: string, kind: Place['kind']): void => {
      if (name !== '' && name !== '-' && !found.has(name)) found.set(name, { country, kind });
    };
    for (const name of [country, display(code), english(code), ...(NAMES[code] ?? [])]) add(name, 'name');
    for (const name of demonyms.split(',')) add(name.replace(/_/g, ' '), 'demonym');
    for (const name of capitals.split(',')) add(name.replace(/_/g, ' '), 'capital');
  }
  return found;
}

/** For each country what people write for it in English: capitals, adjectives, peoples, and those of its names that are not Unicode's. */
export function countryWords(): readonly (readonly string[])[] {
  return TABLE.trim()
    .split('\n')
    .map((line) => {
      const [code = '', capitals = '', demonyms = ''] = line.split(' ');
      const words = `${capitals},${demonyms}`.replaceAll('_', ' ').split(',');
      return [...words.filter((word) => word !== '-' && word !== ''), ...(NAMES[code] ?? [])];
    });
}

function namesIn(language: string): (code: string) => string {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' });
  return (code) => names.of(code) ?? '';
}
