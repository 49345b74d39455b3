import { ready } from './ready.ts';

/** Words before a date on which a text was changed, or that it is the state of: not the day it was published. Lower case, by language. */
export const UPDATED = ready(
  /(?:updated?|modified|revised|amended|(?:last )?(?:edited|changed|checked|reviewed)|aktualisiert|aktualisierung|geändert|überarbeitet|stand|mis(?:e)? à jour|modifié|actualisé|actualizad[oa]|modificad[oa]|aggiornat[oa]|modificat[oa]|atualizad[oa]|bijgewerkt|oppdatert|uppdaterad|opdateret|zaktualizowan[oy]|aktualizacja|güncelle\S*|обновлен[оа]?|обновлён|изменен[оа]?|оновлено|змінено|تحديث|محدث|更新|修改|최종수정|수정)(?:\s+(?:on|at|am|le|el|il|den|em|op|w|в))?[\s:：,(]*(?:\p{L}{2,12}[.,]?\s+)?$/iu,
);

/** Words of a line whose day is of something else: a meeting, a birth, a reader, an issue. */
export const OTHER_DAY = ready(
  /(?:deadline|(?:next|nächste\S*) (?:meeting|session|date|treffen|termin|stammtisch)|findet|registered|registriert|member since|joined|mitglied seit|beigetreten|born|geboren|gestorben|nacido|\bnée?\b|édition du|edition of|accessed|abgerufen|consulté|expires?|valid until|gültig bis|einsendeschluss|anmeldeschluss|出生)/iu,
);
