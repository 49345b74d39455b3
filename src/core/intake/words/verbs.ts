/** Common English verbs in their plain form: what tells a verb from a counted or headline noun without a grammar. */
const PLAIN =
  'accept accuse achieve act add admit agree aim allow announce appear apply approve argue arrive ask assume attack attend avoid become begin believe belong ' +
  'blame block bring build buy call carry catch cause change choose claim climb close collect come compare complain complete confirm consider consist contain ' +
  'continue contribute cost count cover create cross cut deal decide declare decline defend delay demand deny depend describe destroy develop die differ disagree ' +
  'disappear discover discuss do draw drive drop earn eat emerge employ enable end enjoy enter establish exist expand expect explain express extend face fail fall ' +
  'favor favour fear feel fight fill find finish fit fix fly follow force form gain get give go grow handle happen have hear help hide hit hold hope identify ' +
  'ignore imagine improve include increase indicate insist intend introduce invest invite involve join keep kill know lack last laugh lay lead learn leave lend let ' +
  'lie like limit link listen live lose love maintain make manage matter mean meet mention mind miss move need note notice object obtain occur offer open oppose ' +
  'own pass pay perform pick place plan play point prefer prepare present prevent produce promise protect prove provide publish pull push put raise reach read ' +
  'realise recall receive recognize recognise recommend recover reduce refer reflect refuse regard reject relate release rely remain remember remind remove repeat ' +
  'replace reply report represent require resign resist respond rest restore return reveal rise run save say see seek seem sell send separate serve set settle shake ' +
  'share shoot show shut sign signal sing sink sit sleep slow smile sound speak spend spread stand start state stay steal stick stop struggle study submit succeed ' +
  'suffer suggest supply support suppose survive take talk teach tell tend test thank think threaten throw touch train travel treat trust try turn understand use ' +
  'visit vote wait walk want warn wash watch wear welcome win wish wonder work worry write assuage flee';

/** Nouns as often as verbs: not taken as verbs in a heading or behind a number. */
const NOUNS = new Set(
  (
    'act aim attack block call cause change claim cost count cover cut deal delay demand end face fall fear fight fit force form gain help hope increase lack last lead ' +
    'limit link love matter mind move need note object offer place plan play point present promise pull push raise report rest return rise run share sign signal sound ' +
    'spread stand start state stay stop struggle study supply support talk test touch train travel trust turn use visit vote wait walk watch wish wonder work worry'
  ).split(' '),
);

const FORMS = new Set(
  PLAIN.split(' ')
    .filter((verb) => !NOUNS.has(verb))
    .flatMap((verb) => [
      verb,
      `${verb}s`,
      verb.endsWith('y') ? `${verb.slice(0, -1)}ies` : `${verb}es`,
      verb.endsWith('e') ? `${verb}d` : `${verb}ed`,
      verb.endsWith('e') ? `${verb.slice(0, -1)}ing` : `${verb}ing`,
    ]),
);

/** Whether an English word is a verb far more often than anything else. */
export function isVerb(word: string): boolean {
  return FORMS.has(word.toLowerCase());
}
