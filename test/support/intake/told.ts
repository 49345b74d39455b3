/** Texts with long sentences, and with quotations over several sentences or paragraphs, by language. */

export interface Told {
  readonly text: string;
  /** A long sentence that must be saved whole. */
  readonly kept: string;
  /** Beginnings that no saved sentence may have: pieces out of a quotation, or out of a sentence. */
  readonly pieces: readonly string[];
}

export const TOLD: Readonly<Record<string, Told>> = {
  English: {
    text: `The lock of Brenmoor

By Ines Halvard

4 June 2024

Although the engineers of the Vale had warned in 2019 that the upper gate (which is older than the town hall) would not last another winter, the council of Brenmoor, under its then mayor Odo Farren, spent the 3 million crowns on a new market square instead.

“The gate was never safe. In 2021 we counted forty cracks in a single afternoon, and nobody at the town hall wanted to hear of it,” said Odo Farren’s successor, Mira Lund.

If the boats’ owners agree and the skippers’ union does not object, at least nineteen of the barges will be moved to the lower basin before the first frost of the year.

‘The winter will not wait for the ministers’ plan. It never has,’ the lock keeper wrote in the parish letter of 12 May 2024.
`,
    kept: 'Although the engineers of the Vale had warned in 2019 that the upper gate (which is older than the town hall) would not last another winter, the council of Brenmoor, under its then mayor Odo Farren, spent the 3 million crowns on a new market square instead.',
    pieces: ['In 2021 we', 'It never has', 'At least nineteen', 'Least nineteen'],
  },
  'English over several paragraphs': {
    text: `The bakers of Tarn

By Ines Halvard

4 June 2024

The eleven bakers of Tarn met on Sunday in the back room of the oldest of their shops to talk about the price of flour, which has doubled since 2022.

“We buy where the mills still answer the telephone. In a good week that is two of them.

In a bad week it is none at all. My father would have closed the shop by now.

“My daughter says the same. She has run the till since 2020,” said Hanne Bly, who speaks for the guild.

The town paid 40,000 crowns for a mill of its own, and the bakers expect the first flour from it in autumn.
`,
    kept: 'The eleven bakers of Tarn met on Sunday in the back room of the oldest of their shops to talk about the price of flour, which has doubled since 2022.',
    pieces: ['“We buy', 'We buy', 'In a good', 'In a bad', 'My father', 'My daughter', 'She has run'],
  },
  German: {
    text: `Die Schleuse von Brenmoor

Von Ines Halvard

4. Juni 2024

Obwohl die Ingenieure des Tals schon 2019 davor gewarnt hatten, dass das obere Tor (es ist älter als das Rathaus) keinen weiteren Winter überstehen werde, gab der Rat von Brenmoor die 3 Millionen Kronen für einen neuen Marktplatz aus.

„Das Tor war nie sicher. Wir haben an einem einzigen Nachmittag vierzig Risse gezählt, und im Rathaus wollte das niemand hören“, sagte die Bürgermeisterin Mira Lund.

»Der Winter wartet nicht auf Pläne. Das hat er nie getan«, schrieb der Schleusenwärter im Brief der Gemeinde vom 12. Mai 2024.

Im Herbst 2025 sollen neunzehn Kähne in das untere Becken gebracht werden, sofern die Eigner und die Gewerkschaft der Schiffer zustimmen.
`,
    kept: 'Obwohl die Ingenieure des Tals schon 2019 davor gewarnt hatten, dass das obere Tor (es ist älter als das Rathaus) keinen weiteren Winter überstehen werde, gab der Rat von Brenmoor die 3 Millionen Kronen für einen neuen Marktplatz aus.',
    pieces: ['Wir haben an', 'Das hat er'],
  },
  French: {
    text: `L’écluse de Brenmoor

Par Ines Halvard

4 juin 2024

Bien que les ingénieurs de la vallée aient averti dès 2019 que la porte d’amont (plus vieille que l’hôtel de ville) ne passerait pas un hiver de plus, le conseil de Brenmoor a dépensé les 3 millions de couronnes pour une nouvelle place du marché.

« La porte n’a jamais été sûre, dit-il. Nous avons compté quarante fissures en un seul après-midi, et personne à l’hôtel de ville ne voulait l’entendre. »

« L’hiver n’attend pas l’accord des ministres. Il ne l’a jamais fait », a écrit l’éclusier dans la lettre de la paroisse du 12 mai 2024.

Dix-neuf péniches seront conduites au bassin d’aval avant la fin de 2025, à condition que les patrons et le syndicat des bateliers y consentent.
`,
    kept: 'Bien que les ingénieurs de la vallée aient averti dès 2019 que la porte d’amont (plus vieille que l’hôtel de ville) ne passerait pas un hiver de plus, le conseil de Brenmoor a dépensé les 3 millions de couronnes pour une nouvelle place du marché.',
    pieces: ['Nous avons compté', 'Il ne l’a'],
  },
  Spanish: {
    text: `La esclusa de Brenmoor

Por Inés Halvard

4 de junio de 2024

Aunque los ingenieros del valle habían advertido en 2019 de que la compuerta alta (más vieja que el ayuntamiento) no aguantaría otro invierno, el concejo de Brenmoor gastó los 3 millones de coronas en una nueva plaza del mercado.

«La compuerta nunca fue segura. Contamos cuarenta grietas en una sola tarde, y nadie en el ayuntamiento quiso oírlo», dijo la alcaldesa Mira Lund.

"El invierno no espera a los planes. Nunca lo ha hecho", escribió el guarda en la carta de la parroquia del 12 de mayo de 2024.

Diecinueve barcazas pasarán a la dársena baja antes de que acabe 2025, si los dueños y el sindicato de barqueros lo aceptan.
`,
    kept: 'Aunque los ingenieros del valle habían advertido en 2019 de que la compuerta alta (más vieja que el ayuntamiento) no aguantaría otro invierno, el concejo de Brenmoor gastó los 3 millones de coronas en una nueva plaza del mercado.',
    pieces: ['Contamos', 'Nunca lo'],
  },
  Italian: {
    text: `La chiusa di Brenmoor

Di Ines Halvard

4 giugno 2024

Benché gli ingegneri della valle avessero avvertito già nel 2019 che la porta a monte (più vecchia del municipio) non avrebbe retto un altro inverno, il consiglio di Brenmoor spese i 3 milioni di corone per una nuova piazza del mercato.

“La porta non è mai stata sicura. Abbiamo contato quaranta crepe in un solo pomeriggio, e in municipio nessuno voleva saperne”, ha detto la sindaca Mira Lund.

«L’inverno non aspetta i piani. Non l’ha mai fatto», ha scritto il guardiano nella lettera della parrocchia del 12 maggio 2024.

Diciannove chiatte saranno portate nel bacino a valle entro la fine del 2025, se i padroni e il sindacato dei barcaioli sono d’accordo.
`,
    kept: 'Benché gli ingegneri della valle avessero avvertito già nel 2019 che la porta a monte (più vecchia del municipio) non avrebbe retto un altro inverno, il consiglio di Brenmoor spese i 3 milioni di corone per una nuova piazza del mercato.',
    pieces: ['Abbiamo contato', 'Non l’ha'],
  },
  Russian: {
    text: `Шлюз в Бренмуре

Инес Халвард

4 июня 2024

Хотя инженеры долины ещё в 2019 году предупреждали, что верхние ворота (они старше ратуши) не переживут ещё одной зимы, совет Бренмура потратил три миллиона крон на новую рыночную площадь.

«Ворота никогда не были надёжны. Мы насчитали сорок трещин за один вечер, и в ратуше никто не хотел об этом слышать», — сказала мэр Мира Лунд.

«Зима не ждёт планов. Газета «Вестник» писала об этом в 2021 году», — написал смотритель шлюза в приходском письме 12 мая 2024 года.

Девятнадцать барж переведут в нижний бассейн до конца 2025 года, если согласятся владельцы и профсоюз шкиперов.
`,
    kept: 'Хотя инженеры долины ещё в 2019 году предупреждали, что верхние ворота (они старше ратуши) не переживут ещё одной зимы, совет Бренмура потратил три миллиона крон на новую рыночную площадь.',
    pieces: ['Мы насчитали', 'Газета «Вестник»'],
  },
  Chinese: {
    text: `布伦穆尔的船闸

伊内丝·哈尔瓦德

2024年6月4日

尽管山谷的工程师早在2019年就警告说，比市政厅还要古老的上游闸门熬不过下一个冬天，布伦穆尔议会仍然把那三百万克朗花在了新的集市广场上。

“闸门从来就不安全。我们一个下午就数出了四十条裂缝，可是市政厅里没有一个人愿意听。”市长米拉·伦德说。

「冬天不会等待计划。它从来没有等过。」守闸人在2024年5月12日的教区信中写道。

如果船主和船工工会都同意，十九艘驳船将在2025年底之前移到下游的船坞里。
`,
    kept: '尽管山谷的工程师早在2019年就警告说，比市政厅还要古老的上游闸门熬不过下一个冬天，布伦穆尔议会仍然把那三百万克朗花在了新的集市广场上。',
    pieces: ['我们一个下午', '它从来没有'],
  },
  Arabic: {
    text: `بوابة القناة في برنمور

بقلم إيناس هالفارد

4 يونيو 2024

رغم أن مهندسي الوادي حذروا منذ عام 2019 من أن البوابة العليا (وهي أقدم من مبنى البلدية) لن تصمد شتاء آخر، أنفق مجلس برنمور الملايين الثلاثة على ساحة سوق جديدة في وسط البلدة.

«لم تكن البوابة آمنة قط. أحصينا أربعين شقا في عصر يوم واحد، ولم يرد أحد في البلدية أن يسمع ذلك»، قالت رئيسة البلدية ميرا لوند.

"الشتاء لا ينتظر الخطط. لم ينتظرها يوما"، كتب حارس القناة في رسالة الرعية في 12 مايو 2024.

ستنقل تسع عشرة بارجة إلى الحوض الأسفل قبل نهاية عام 2025 إذا وافق أصحابها ونقابة البحارة.
`,
    kept: 'رغم أن مهندسي الوادي حذروا منذ عام 2019 من أن البوابة العليا (وهي أقدم من مبنى البلدية) لن تصمد شتاء آخر، أنفق مجلس برنمور الملايين الثلاثة على ساحة سوق جديدة في وسط البلدة.',
    pieces: ['أحصينا', 'لم ينتظرها'],
  },
};
