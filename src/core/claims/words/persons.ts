import { lazyTable } from '../../base/lazy.ts';

/**
 * What stands right before somebody's name in scripts without capitals, and nowhere else: forms of address, ranks, callings. Words before an
 * office's own name (`وزير`, `שר`) are none, since the name comes only behind that.
 */
const TITLES: Readonly<Record<string, string>> = {
  ar:
    'السيد السيدة الدكتور الدكتورة المهندس المهندسة الأستاذ الأستاذة القاضي القاضية النائب النائبة المدرب المدربة اللاعب اللاعبة الكاتب الكاتبة ' +
    'المحامي المحامية الباحث الباحثة الشيخ اللواء العميد العقيد الفنان الفنانة الروائي الروائية الطبيب الطبيبة المزارع المزارعة الحارس المهاجم القائد',
  he: 'מר גברת השופט השופטת השר השרה המאמן המאמנת המהנדס המהנדסת הרב החוקר החוקרת הסופר הסופרת השחקן השחקנית הרופא הרופאה האלוף הקצין הזמר הזמרת החקלאי החקלאית השוער החלוץ הקפטן',
};
const SHORT_TITLES: Readonly<Record<string, RegExp>> = { he: /^(?:ד"ר|ד״ר|פרופ['׳]|עו"ד|עו״ד|ח"כ|ח״כ|רו"ח|רו״ח)$/u };

const BODIES: Readonly<Record<string, string>> = {
  ar: 'وزارة شركة بلدية مجلس حكومة جامعة هيئة مستشفى نادي لجنة اتحاد بنك مؤسسة جمعية مركز معهد منظمة صحيفة قناة فريق منتخب مدينة محافظة',
  he: 'עיריית משרד חברת בית אוניברסיטת ממשלת מועצת ארגון בנק קבוצת עמותת מכון מרכז רשות התאחדות עיתון ערוץ נבחרת מכללת',
};
const BODIES_TABLE = lazyTable(Object.keys(BODIES), (base) => new Set((BODIES[base] ?? '').split(' ')));

/** Whether a word begins the name of a body or a place, and is no name itself. */
export const isBody = (word: string, base: string): boolean => BODIES_TABLE(base)?.has(word) === true;

const TABLE = lazyTable(Object.keys(TITLES), (base) => new Set((TITLES[base] ?? '').split(' ')));

/** Whether a word stands before somebody's name. */
export const isTitle = (word: string, base: string): boolean => TABLE(base)?.has(word) === true || SHORT_TITLES[base]?.test(word) === true;

/** The commonest family names of one sign, and some of two. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边';
const ROLES =
  '主任|经理|局长|市长|县长|镇长|书记|教授|院长|校长|教练|队长|医生|博士|律师|法官|部长|主席|总裁|负责人|发言人|董事长|研究员|工程师|村民|居民|司机|馆长|站长|处长|科长|导演|作家|选手|前锋|门将|后卫|议员|委员|检察官|农户|店主|船长';
const SAYS =
  '说|表示|称|认为|指出|强调|介绍|透露|回应|坦言|告诉|宣布|提出|担心|批评|承认|希望|建议|补充|反对|支持|解释|呼吁|答复|打进|攻入|夺得|获得';
/** Somebody's name behind a calling, or before a verb of saying, at the beginning of a clause. */
const HAN_PERSON = new RegExp(
  `(?:(?:${ROLES})(?<behind>[${SURNAMES}]\\p{Script=Han}{1,2})|(?<=^|[，。；：、”」！？\\s])(?<before>[${SURNAMES}]\\p{Script=Han}{1,2}?)(?=${SAYS}))`,
  'gu',
);

/** What ends the name of a place or a body. */
const PLACE_ENDS = '站省市县區区镇乡村州湖河江岛港路';
/** Before such an ending these make another word: `全市`, `城市`. */
const NO_PLACE = '车网油电哨水全该本我城上超股夜都各两外这那某门集早黑楼地社小山农乡新老进出道公铁高线网思一二三四五六七八九十个';
/** Small words that are part of no name. */
const NO_NAME = '在到于从的是至向与和由经为给对了着过将被把及或有';
const HAN_PLACE = new RegExp(
  `(?:(?![${NO_NAME}])\\p{Script=Han})(?:(?![${NO_PLACE}${NO_NAME}])\\p{Script=Han})(?:[${PLACE_ENDS}])(?!(?<=[湖河])[南北]|(?<=江)[苏西])`,
  'gu',
);

/** Before the name of a place, in scripts without capitals. */
const PLACES: Readonly<Record<string, string>> = {
  ar: 'مدينة محافظة ولاية قرية بلدة ملعب ميناء مطار شارع نهر حي جزيرة مخيم مديرية قضاء إقليم جامعة مستشفى نادي',
  he: 'בעיר העיר ברחוב רחוב נהר שכונת בשכונת קיבוץ בקיבוץ מושב במושב כפר בכפר אצטדיון באצטדיון נמל בנמל בית־החולים אוניברסיטת',
};
const PLACES_TABLE = lazyTable(Object.keys(PLACES), (base) => new Set((PLACES[base] ?? '').split(' ')));

/** Whether the name of a place follows a word. */
export const leadsPlace = (word: string, base: string): boolean => PLACES_TABLE(base)?.has(word) === true;

/** Verbs of saying, before who speaks. */
const SPEAKS: Readonly<Record<string, string>> = {
  ar: 'قال قالت يقول تقول أضاف أضافت أكد أكدت أوضح أوضحت صرح صرحت',
  he: 'אמר אמרה אומר אומרת הוסיף הוסיפה טען טענה הסביר הסבירה ציין ציינה סיפר סיפרה',
};
const SPEAKS_TABLE = lazyTable(Object.keys(SPEAKS), (base) => new Set((SPEAKS[base] ?? '').split(' ')));

/** Whether a word says that whoever it is followed by spoke. */
export const speaks = (word: string, base: string): boolean => SPEAKS_TABLE(base)?.has(word) === true;

/** Large towns, which nothing stands before. */
const HAN_CITY =
  /北京|上海|天津|重庆|广州|深圳|成都|武汉|南京|杭州|西安|沈阳|大连|哈尔滨|长春|济南|青岛|郑州|长沙|合肥|福州|厦门|南昌|昆明|贵阳|南宁|海口|太原|石家庄|兰州|西宁|银川|乌鲁木齐|拉萨|呼和浩特|苏州|无锡|宁波|温州|佛山|东莞|珠海|香港|澳门|台北|高雄/gu;

/** A town behind its province, or behind a word for where somebody lives or comes from. */
const HAN_TOWN =
  /(?<province>家住|住在|位于|来自|前往|抵达|毕业于|落户|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆)省?(?<name>(?![人籍省等的和与及或是有在全])\p{Script=Han}{2})/gu;

type Matches = IterableIterator<RegExpExecArray>;

/** Names of persons in a Chinese text; its group `behind` or `before` is the name. */
export const hanPersons = (text: string): Matches => text.matchAll(HAN_PERSON);
/** Places by their endings. */
export const hanPlaces = (text: string): Matches => text.matchAll(HAN_PLACE);
/** Large towns. */
export const hanCities = (text: string): Matches => text.matchAll(HAN_CITY);
/** Places behind their province, or a word for where somebody lives: the groups `province` and `name`. */
export const hanTowns = (text: string): Matches => text.matchAll(HAN_TOWN);
