import { describe, expect, it } from 'vitest';
import { found, pieces } from '../../support/claims/line.ts';

describe('a place in German, where nouns have capitals too', () => {
  it.each([
    ['Das Lager in Kassel wird geschlossen.', 'Das Unternehmen schließt sein Lager in Dortmund.', ['Kassel']],
    ['Das Lager in Dortmund wird geschlossen.', 'Das Unternehmen schließt sein Lager in Dortmund.', []],
    ['Das Lager in Gefahr wird geschlossen.', 'Das Unternehmen schließt sein Lager in Dortmund.', []],
    ['Lager in Schulen werden geschlossen.', 'Das Unternehmen schließt sein Lager in Dortmund.', []],
    ['Bis Lübeck sind es 40 Minuten.', 'Der Zug fährt in 40 Minuten bis Stralsund.', ['Lübeck']],
    ['Aus Stahl ist das Dach.', 'Das Dach kommt aus Dortmund.', []],
    ['Der Bus endet am Westtor.', 'Der Bus endet während der Bauzeit am Osttor.', ['Westtor']],
    ['Der Bus endet am Osttor.', 'Der Bus endet während der Bauzeit am Osttor.', []],
    ['Am wärmsten war Kassel mit 31 Grad.', 'Mit 31 Grad war es in Dortmund am wärmsten.', ['Kassel']],
  ])('%s ← %s', (line, paragraph, expected) => expect(pieces(line, paragraph, { language: 'de' })).toEqual(expected));
});

describe('a name of the paragraph before', () => {
  const before = 'The depot of Sable Quay burned down; Ivo Brandt saw it.';
  it.each([
    ['Brandt wants a new one.', 'He wants a new one.', []],
    ['Brandt wants a new one.', 'Nora Velasco wants a new one, and says so in his name.', ['Brandt']],
  ])('%s ← %s', (line, paragraph, expected) => expect(pieces(line, paragraph, { before })).toEqual(expected));

  it('stands for a place that is named as `there`, not for another', () => {
    const port = 'The boats left Larchmont.';
    expect(pieces('The boats are safe in Larchmont.', 'They are safe there.', { before: port })).toEqual([]);
    expect(pieces('The boats are safe in Larchmont.', 'They are safe in Tarbeck.', { before: port })).toEqual(['Larchmont']);
  });
});

describe('a name in a script without capitals', () => {
  it.each([
    ['ar', 'حطمت سلمى رقما جديدا.', 'حطمت السباحة نور الهاشمي رقما جديدا.', 'actors: [نور الهاشمي]\n', ['سلمى']],
    ['ar', 'حطمت نور رقما جديدا.', 'حطمت السباحة نور الهاشمي رقما جديدا.', 'actors: [نور الهاشمي]\n', []],
    ['ar', 'يقع المصنع في مدينة طنجة.', 'بني المصنع في مدينة وجدة.', '', ['طنجة']],
    ['ar', 'يقع المصنع في مدينة وجدة.', 'بني المصنع في مدينة وجدة.', '', []],
    ['he', 'כך אמר נדב.', 'כך אמרה רות שגב בישיבה.', 'actors: [רות שגב, נדב פרץ]\n', ['נדב']],
    ['he', 'כך אמרה שגב.', 'כך אמרה רות שגב בישיבה.', 'actors: [רות שגב, נדב פרץ]\n', []],
    ['zh', '周凯表示反对。', '会上，主任李文斌表示反对。', '', ['周凯']],
    ['zh', '李文斌表示反对。', '会上，主任李文斌表示反对。', '', []],
    ['zh', '工厂设在湖南岳阳。', '工厂建于湖南株洲。', '', ['岳阳']],
    ['zh', '工厂设在湖南。', '工厂建于湖南株洲。', '', []],
    ['zh', '首班车从北湖站开出。', '首班车从南湖站发出。', '', ['北湖站']],
    ['zh', '她家住西关。', '家住石桥的她说好。', '', ['西关']],
    ['ar', 'نورة السالم من جامعة الساحل.', 'الباحثة مريم العلي من جامعة الساحل.', 'actors: [مريم العلي]\n', ['السالم']],
    ['he', 'כך אמרה אלון.', 'כך אמרה רות שגב בישיבה.', 'actors: [רות שגב]\n', ['אלון']],
    ['zh', '比赛在重庆开赛。', '比赛在成都开赛。', '', ['重庆']],
    ['zh', '全市都有工厂。', '工厂建于清江市。', '', []],
    ['zh', '工厂设在白云市。', '工厂建于清江市。', '', ['白云市']],
  ])('in %s: %s ← %s', (language, line, paragraph, front, expected) => {
    expect(pieces(line, paragraph, { language, front, before: paragraph })).toEqual(expected);
    expect(found(line, paragraph, { language, front, before: paragraph }).every(({ code }) => code === 'claims/name-unsupported')).toBe(
      true,
    );
  });
});
