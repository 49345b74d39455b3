/** Running text for drawn PDFs. */
export const PROSE = [
  'The council of Aren opened the new quay before a crowd of three thousand people, and the first ferry to the islands left an hour later than planned because of the strong wind from the north.',
  'Fishermen in the old harbour fear that the ferries will drive the herring away from the shallow water, and they have asked the court to stop the second quay until the stocks have been counted.',
  'The port authority counts two thousand jobs in the harbour and expects three hundred more when the second quay is open, most of them in the timber trade and in the repair of ships.',
  'Engineers had promised a shorter work at half of the price, and the auditors will publish in autumn what became of the money that was set aside for the breakwater and its lighthouse.',
] as const;

export const GERMAN = [
  'Der Rat der Stadt hat gestern nach langer Aussprache beschlossen, den alten Hafen zu vertiefen und die Lagerhäuser am Nordufer bis zum Ende des Jahrzehnts in Wohnungen umzubauen.',
  'Die Fischer fürchten um ihre Liegeplätze und verlangen, dass die Verwaltung ihnen Ersatz am Südufer bietet, bevor mit den Arbeiten am Becken begonnen wird.',
] as const;
