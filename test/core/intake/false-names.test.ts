import { describe, expect, it } from 'vitest';
import { draftToArticle, ingest } from '../../../src/core/intake/index.ts';
import type { Draft, QuotationItem } from '../../../src/core/intake/types.ts';

async function draftOf(text: string): Promise<Draft> {
  const { value } = await ingest(new TextEncoder().encode(text), { name: 'a.txt' });
  if (value === null) throw new Error('no draft');
  return value;
}

const actorsOf = ({ actors }: Draft): string[] => actors.map(({ name }) => name);
const quotationsOf = ({ topics }: Draft): QuotationItem[] =>
  topics.flatMap(({ items }) => items.filter((item) => item.kind === 'quotation'));

describe('what is no person', () => {
  it('is a German noun beside another, nor an imperative with its pronoun', async () => {
    const draft = await draftOf(
      'Das Wehr von Varn\n\nDas Wehr kostete neun Millionen Euro, das Dreifache des Richtwerts. Der Anteil der Mühlen, den niemand kennt, ist hoch. Nochmals Millionen Euro, sagen die Fischer, fehlen.\n\nIm Hafen von Varn, der im Winter zufriert, liegen vierzig Boote. Die Müllerin Hanne Moll ist alt. „Fragen Sie mich nächstes Jahr“, sagt sie. „Das Wasser steigt jeden Frühling höher.“',
    );
    expect(actorsOf(draft)).toEqual(['Hanne Moll']);
    expect(quotationsOf(draft).map(({ speaker }) => speaker)).toEqual(['Hanne Moll', 'Hanne Moll']);
  });

  it('is an Arabic clause behind a verb of saying, nor a country inside a word', async () => {
    const draft = await draftOf(
      'السد الجديد\n\nقال المزارع سالم النوري: «الماء وصل إلى الحقول كلها هذا العام». وأضاف أنه زرع ضعف ما كان يزرعه، وأن وزير المالية وعد بالمزيد. وأوضح: «لكننا ما زلنا ننتظر المصارف منذ أعوام».',
    );
    expect(actorsOf(draft)).toEqual(['سالم النوري']);
    expect(quotationsOf(draft).map(({ speaker }) => speaker)).toEqual(['سالم النوري', 'سالم النوري']);
  });

  it('has its office before it in Russian and Ukrainian', async () => {
    const russian = await draftOf(
      'Плотина\n\nМэр Варнска Пётр Лунёв открыл плотину в мае. Гидролог Анна Сомова считает, что она выдержит. Семья Мельниковых уехала. Адвокат Лунёва спорит с городом. Иван Петрович Заречный живёт у реки и говорит, что вода поднялась.',
    );
    expect(actorsOf(russian)).toEqual(expect.arrayContaining(['Пётр Лунёв', 'Анна Сомова', 'Иван Петрович Заречный']));
    expect(actorsOf(russian).filter((name) => /Мэр|Гидролог|Семья|Адвокат|Варнска/.test(name))).toEqual([]);
    const roles = russian.actors.map(({ name, role }) => [name, role]);
    expect(roles).toContainEqual(['Анна Сомова', 'гидролог']);
    const ukrainian = await draftOf(
      'Гребля\n\nГідролог Анна Сомова вважає, що гребля витримає. Мер Варнська Петро Луньов відкрив її в травні. Вода цього року піднялася вище, ніж коли-небудь, і ті, хто живе нижче за течією, не знають, що буде далі.',
    );
    expect(actorsOf(ukrainian)).toEqual(expect.arrayContaining(['Анна Сомова', 'Петро Луньов']));
  });
});

describe('what is no role', () => {
  it.each([
    ['La présidente, Maud Kervel, a quitté la salle avant la fin. Maud Kervel, a précisé la mairie, reviendra demain.', 'Maud Kervel'],
    ['Im Amt sagte Karsten Behn, der in dritter Generation eine Mühle führt, dass er bleibt.', 'Karsten Behn'],
  ])('%s', async (text, name) => {
    const draft = await draftOf(`Varn\n\n${text}`);
    expect(draft.actors.find((actor) => actor.name === name)?.role ?? null).toBeNull();
  });

  it('ends in a title by which somebody is addressed', async () => {
    const draft = await draftOf('Varn\n\n„Das Wehr hält jeden Winter aus“, sagte Umweltminister Dr. Till Andres am Abend.');
    expect(draft.actors.map(({ name, role }) => [name, role])).toEqual([['Till Andres', 'Umweltminister']]);
  });
});

describe('who says it', () => {
  it('is not named in the next sentence', async () => {
    const draft = await draftOf(
      'Плотина\n\nСергей Манов заявил в сентябре, что проезд платным «не станет при этой власти никогда». Месяцем раньше Андрей Шульгин говорил журналистам другое.',
    );
    expect(quotationsOf(draft)[0]?.speaker).toBe('Сергей Манов');
  });
});

describe('who is meant by a pronoun', () => {
  it('is saved in German and Arabic only where the own paragraph names somebody', async () => {
    const german = await draftOf(
      'Das Wehr von Varn\n\n„Das Wehr hält jeden Winter aus“, sagte Umweltminister Till Andres am Abend im Rathaus von Varn.\n\nEiner von denen, die gehen, ist Jochen Wittmann. Er hat dort lange gelebt. „Ich habe nichts gegen das Wehr und sein Wasser“, sagt er.',
    );
    expect(quotationsOf(german)[1]?.speakerConfidence ?? 0).toBeLessThan(0.6);
    const arabic = await draftOf(
      'السد الجديد\n\nقال المزارع سالم النوري: «الماء وصل إلى الحقول كلها هذا العام».\n\nوكان جاسم الراوي واحدًا منهم، وهو يعمل الآن سائقًا. وقال: «لست ضد السد لكنني حفرت آبارًا كثيرة».',
    );
    expect(quotationsOf(arabic)[1]?.speakerConfidence ?? 0).toBeLessThan(0.6);
  });
});

describe('words that are not a quotation’s', () => {
  it('stand inside its marks in Russian and Ukrainian', async () => {
    const draft = await draftOf(
      'Плотина\n\nАнна Сомова устала от споров. «Это мало, — признаёт она, — но это восемь тысяч человек». «Мы подождём до весны, — сказал Пётр Лунёв. — Вода ещё высокая».',
    );
    expect(quotationsOf(draft).map(({ text, speaker }) => [text, speaker])).toEqual([
      ['Это мало, но это восемь тысяч человек', 'Анна Сомова'],
      ['Мы подождём до весны. Вода ещё высокая', 'Пётр Лунёв'],
    ]);
  });
});

describe('what is offered and not saved unread', () => {
  const eventsOf = ({ topics }: Draft): [string, boolean][] =>
    topics.flatMap(({ items }) =>
      items.flatMap((item): [string, boolean][] => (item.kind === 'event' ? [[item.date.text, item.confidence >= 0.5]] : [])),
    );

  it('is a day of what is only told, or of what something is described by', async () => {
    const draft = await draftOf(
      'The wall\n\nThe tenant answered that the silt had come from a wall that failed in March 2018. The city may not collect the deposit that the tenant paid in 2023. Verstappen Ltd. built the weir in May 2021.',
    );
    expect(eventsOf(draft)).toEqual([
      ['2018-03', false],
      ['2023', false],
      ['2021-05', true],
    ]);
  });

  it('is a piece of a sentence in quotation marks that nobody is known to have said', async () => {
    const draft = await draftOf('The wall\n\nThe court had found that the tenant “has not shown with certainty” what the cause of it was.');
    expect(quotationsOf(draft).filter(({ confidence }) => confidence >= 0.5)).toEqual([]);
  });

  it('is what an interviewer asks', async () => {
    const turn = (question: string, answer: string): string => `${question}\n\n${answer}\n\n`;
    const draft = await draftOf(
      `The weir\n\n${turn('You left the office three months after the flood of June 2024. Why then?', 'The inquiry had its papers by the end of August, and nobody needed the old forecasts.')}${turn('The minister counts 51 warnings. Did nobody ask for the number?', 'The mayor of Varn asked for it once, late at night, and was told a wrong one.')}${turn('The town paid 900 crowns for it. Was that too much?', 'The price was that of any other town, and the town had offered it without being asked.')}${turn('The dam holds 40 days. Will it hold this winter?', 'The engineers measured it in autumn and found that the lower gate has moved a little.')}`,
    );
    const { article } = draftToArticle(draft);
    const text = JSON.stringify(article.topics);
    for (const asked of ['You left the office', '51 warnings', '900 crowns', '40 days']) expect(text).not.toContain(asked);
  });
});

describe('lines above the text', () => {
  it.each([
    ['The pumps of Varn\n\nBy Leila Hart\nField report, 22 August 2024', ['Leila Hart'], '2024-08-22'],
    ['The mill’s case\n\nDecided 14 February 2025', [], '2025-02-14'],
    ['The mill’s case\n\nIn the Court of Appeal for the Western Valley, No. 23-1187\n\nDecided 14 February 2025', [], '2025-02-14'],
    ['“We were wrong”\n\nInterview: Tomas Bielak\n8 October 2024', ['Tomas Bielak'], '2024-10-08'],
  ])('%s', async (head, authors, date) => {
    const draft = await draftOf(
      `${head}\n\nThe pumps of the parish were set up three years ago, and nobody has since asked whether they run. We went to see each of them in turn.\n\nOf the forty pumps thirty ran on the day on which we came, which is more than anybody in the town had hoped for.`,
    );
    expect(draft.meta.authors?.value ?? []).toEqual(authors);
    expect(draft.meta.published?.value).toBe(date);
  });
});

describe('what is saved unread', () => {
  it('is no first person without a name, and no heading made of a phrase', async () => {
    const draft = await draftOf(
      '# Night trains\n\nFrom December other rules apply to trains that run at night in eleven of the countries here. Answers follow.\n\n## Does my ticket stay valid?\n\nNo. It was sold under the old rules, which end in the month of December this year.\n\nI would not have bought mine so early if you had told me of the change before I went to the counter.'.replace(
        '# Night',
        'Night',
      ),
    );
    const { article } = draftToArticle(draft);
    const text = JSON.stringify(article.topics);
    expect(text).not.toContain('I would not have bought');
    expect(article.topics.map(({ heading }) => heading)).not.toContain('December other rules');
  });
});

describe('French numbers', () => {
  it('are no month where they count, and a year where nothing is counted', async () => {
    const draft = await draftOf(
      'Le barrage\n\nAucun barrage ne sera construit avant que les sept autres États aient été consultés. L’accord de 2011 prévoyait une réunion chaque année dans la capitale. Les 2011 habitants de la vallée attendent encore la réponse du ministère.',
    );
    const items = draft.topics.flatMap(({ items: own }) => own);
    expect(items.flatMap((item) => (item.kind === 'event' ? [item.date.text] : []))).toEqual(['2011']);
    expect(items.flatMap((item) => (item.kind === 'figure' && item.unit === 'prévoyait' ? [item.value] : []))).toEqual([]);
  });
});
