import { HAN_AND_KANA } from '../../base/unicode.ts';
import { sayingsOf } from '../words/saying.ts';
import type { BodyBlock } from './body.ts';

/** A person found by a verb of saying, where no capital letter tells a name: Arabic, Chinese. */
export interface SpokenName {
  readonly name: string;
  readonly role: string | null;
  readonly block: BodyBlock;
  readonly start: number;
  readonly end: number;
}

/** The family names that most Chinese have. */
const FAMILY =
  '欧阳|司马|诸葛|上官|王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文张劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鍾譚鄒陸顧龍萬錢湯喬賀賴龔';
const FAMILIES = `(?:欧阳|司马|诸葛|上官|[${[...new Set(FAMILY.replace(/[|]/g, ''))].join('')}])`;
const CHINESE_ROLES =
  '总统|總統|总理|總理|主席|副主席|市长|市長|省长|省長|县长|县長|镇长|镇長|村长|村長|部长|部長|议员|議員|教授|博士|经理|經理|总经理|董事长|董事長|局长|局長|所长|院长|校长|校長|主任|书记|書記|农民|農民|医生|醫生|律师|律師|记者|記者|发言人|發言人|专家|專家|工程师|老师|老師|店主|居民|司机|作家|导演|教练|队长|船长|馆长|首相|大臣|法官|警官|研究员|分析师|代表|委员|創辦人|创始人|负责人';

const chinese = new RegExp(
  `(?<role>${CHINESE_ROLES})?(?<name>${FAMILIES}[${HAN_AND_KANA}]{1,2})(?=(?:在[^，。]{1,12})?(?:说|说道|表示|称|指出|认为|强调|补充|回应|回答|写道|解释|警告|宣布|透露|坦言|說|稱|認為|強調|補充|回應|寫道|解釋))`,
  'gu',
);
const ARABIC_ROLES =
  /^(?:وال?)?(?:ال)?(?:رئيس|رئيسة|وزير|وزيرة|مدير|مديرة|محافظ|عضو|عضوة|متحدث|متحدثة|ناطق|ناطقة|نائب|نائبة|أمين|أمينة|سفير|سفيرة|قائد|مسؤول|مسؤولة|خبير|خبيرة|باحث|باحثة|أستاذ|أستاذة|دكتور|دكتورة|طبيب|طبيبة|مزارع|مزارعة|معلم|معلمة|عمدة|ملك|أمير|أميرة|شيخ|محامي|محامية|كاتب|كاتبة|صحفي|صحفية|مهندس|مهندسة|لجنة|مجلس|حكومة|شركة|بلدية|وزارة|مدينة|تقرير|بيان)$/u;

/** What begins a clause, or stands in one: what has been said, and not who said it. */
const ARABIC_CLAUSE =
  /^(?:[وفب]?[أإ]ن(?:ه|ها|هم|نا|ك|ني)?|كان|كانت|كانوا|سيكون|ليس|ليست|لم|لن|لا|ما|هذا|هذه|ذلك|قد|سوف|هل|إذا|لو|الذي|التي)$/u;

/** Names beside verbs of saying. Empty in all other languages. */
export function spokenNames(body: readonly BodyBlock[], language: string): SpokenName[] {
  if (language.startsWith('zh')) return body.flatMap(chineseNames);
  return language.startsWith('ar') ? body.flatMap((block) => arabicNames(block, language)) : [];
}

function chineseNames(block: BodyBlock): SpokenName[] {
  return [...block.text.matchAll(chinese)].flatMap(({ groups, index, 0: all }): SpokenName[] => {
    const { name = '', role } = groups ?? {};
    // Without a role a name stands where a clause begins.
    if (role === undefined && !/(?:^|[，。；：、”』」！？\s])$/u.test(block.text.slice(0, index))) return [];
    const end = index + all.length;
    return [{ name, role: role ?? null, block, start: end - name.length, end }];
  });
}

/** The last two words between a verb of saying and what is said: `وقالت رئيسة البلدية هناء البدري: «`. */
function arabicNames(block: BodyBlock, language: string): SpokenName[] {
  const verb = sayingsOf(language)?.verb();
  if (verb === undefined) return [];
  return [...block.text.matchAll(verb)].flatMap((match): SpokenName[] => {
    const from = match.index + match[0].length;
    const phrase = /^\s+((?:[\p{L}\p{M}-]+\s+){1,7}[\p{L}\p{M}-]+)\s*(?=[:،,]|إن(?!\p{L})|أن(?!\p{L})|«|")/u.exec(
      block.text.slice(from, from + 120),
    )?.[1];
    const words = phrase?.split(/\s+/) ?? [];
    if (words.some((word) => ARABIC_CLAUSE.test(word))) return [];
    const [first, last] = [words.at(-2), words.at(-1)];
    if (first === undefined || last === undefined || /^(?:ال|وال)/.test(first) || ARABIC_ROLES.test(first) || ARABIC_ROLES.test(last))
      return [];
    if (/^(?:في|من|على|إلى|عن|مع|بعد|قبل|خلال|إن|أن)$/.test(first) || /^(?:في|من|على|إلى|عن|مع|إن|أن)$/.test(last)) return [];
    const name = `${first} ${last}`;
    const start = block.text.indexOf(name, from);
    if (start === -1) return [];
    const role = words.slice(0, -2).join(' ');
    return [{ name, role: role === '' ? null : role, block, start, end: start + name.length }];
  });
}
