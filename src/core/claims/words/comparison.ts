import { lazy } from '../../base/lazy.ts';

const isHan = (word: string): boolean => word >= '\u3400' && word < '\ua000';

/** Words that set one number against another. In all languages together; inside stretches of Chinese characters by sign. */
const COMPARED = lazy(
  () =>
    new Set(
      (
        'more less fewer lower higher larger smaller above below deeper longer shorter up down ahead behind apart gap lead margin difference earlier later ' +
        'lost loses lose gained gains verloren verlor verliert gewonnen perd perdent pierde pierden perdió perso потерял потеряла ' +
        // What rises or falls does so by how much.
        'rise rises grow fall drop rises rose risen raises raised falls fell fallen drops dropped grew grows climbs climbed cuts cut up down ' +
        'wachsen erhöhen senken zunehmen abnehmen steigt stieg steigen gestiegen sinkt sank sinken gesunken fiel fällt gefallen wächst wuchs erhöht verteuert ' +
        'augmenter croître baisser diminuer augmente augmenté monte monté recule reculé passe baissé diminue diminué ' +
        'subir bajar crecer aumentar caer sube suben subió subirá baja bajan bajó bajará crece creció aumenta aumentó cae cayó ' +
        'crescere aumentare salire scendere calare sale salgono salita scende scendono scesa cresce crescono aumenta aumentano cala ' +
        'вырасти снизиться увеличиться вырос выросла выросло выросли растёт снизился снизилась снизилось подорожал подорожала рост увеличился увеличилась ' +
        'ارتفع ارتفعت انخفض انخفضت زاد زادت تراجع עלה עלתה ירד ירדה גדל גדלה ' +
        'save saves saved saving sparen spart économiser ahorrar ahorra risparmiare экономить ' +
        'duurder goedkoper hoger lager minder stijgt steeg daalt daalde langer korter maior sobe subiu desce desceu caiu caíram aumentou baixou ' +
        'too trop zuviel demasiado demasiados troppo troppi слишком ' +
        'faster slower heavier lighter older younger increase decrease rise drop ' +
        'mehr weniger höher niedriger über unter größer kleiner früher später länger kürzer vorsprung rückstand abstand unterschied plus minus ' +
        'moins supérieur supérieure inférieur inférieure écart perdu gagné hausse baisse recul ' +
        'más menos mayor menor diferencia ventaja più meno differenza vantaggio mais ' +
        'больше меньше выше ниже раньше позже разница ' +
        'أكثر أقل أعلى أدنى زيادة بزيادة انخفاض יותר פחות גבוה נמוך'
      ).split(' '),
    ),
);
const HAN_COMPARED = /[多少增减減缩縮升降涨跌超差]|提前|推迟|高出|低于/u;

/** Whether a word compares. */
export const isCompared = (word: string): boolean => COMPARED().has(word) || (isHan(word) && HAN_COMPARED.test(word));

const TOGETHER =
  /^(?:total|totals|totalling|totaling|altogether|together|combined|overall|sum|insgesamt|zusammen|gesamt|summe|ensemble|tout|total[ei]?|totale|conjunto|suman|juntos|juntas|complessivamente|insieme|junto|вместе|всего|итого|сумме|إجمالي|مجموع|معا|יחד|בסך)$/;

/** Whether a word calls a number a sum. */
export const isTogether = (word: string): boolean => TOGETHER.test(word) || (isHan(word) && /合计|合計|共计|总共|一共/u.test(word));

const REST =
  /^(?:rest|remaining|remainder|others?|restliche[nrs]?|übrigen?|reste|restants?|restantes?|resto|restanti|demás|autres?|остальн\p{L}*|остаток|остатке|و?الباقي|باقي|و?البقية|ו?השאר|ו?היתר|יתר)$/u;

/** Whether a word speaks of what is left of a whole. */
export const isRest = (word: string): boolean => REST.test(word) || (isHan(word) && /其余|其餘|剩余|剩餘/u.test(word));

const TIMES =
  /^(?:times|fold|\p{L}*mal|doppelt|doppelte[nrs]?|verdoppel\p{L}+|fois|double|doubl\p{L}+|veces|doble|duplic\p{L}+|volte|doppio|raddoppi\p{L}+|vezes|dobro|keer|раза?|вдвое|twice|tripled?|triple|倍|ضعف|أضعاف|مرات)$/u;
/** Whether a word behind a number, or the number itself, makes it a multiple: `three times`, `doubled`. */
export const isTimes = (word: string): boolean => TIMES.test(word) || (isHan(word) && /^倍/u.test(word));
/** Hebrew says it before. */
export const isTimesBefore = (word: string): boolean => word === 'פי';
