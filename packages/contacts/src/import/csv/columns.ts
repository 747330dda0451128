/** What the columns of an address book hold, told by their headings in several languages, never by their order. */

export type Role =
  | 'name'
  | 'given'
  | 'middle'
  | 'family'
  | 'suffix'
  | 'nickname'
  | 'organisation'
  | 'email'
  | 'phone'
  | 'url'
  | 'account'
  | 'categories'

/**
 * First match wins. Undefined: a column that looks like one of ours and is not the contact's own: types and labels, the
 * "display name" beside Outlook's e-mail columns (often somebody else's address), assistants, fax machines, readings.
 */
const HEADINGS: readonly (readonly [RegExp, Role | undefined])[] = [
  [/\b(type|typ|label|tipo)$|^(type|typ|tipo)\b|yomi|phonetic|phonetisch|furigana/, undefined],
  [
    /^(?=.*(mail|messagerie|correo|posta)).*(display|angezeigt|anzeige|nom complet|mostrar|visuali|weergave)/,
    undefined,
  ],
  [/assist|manager|vorgesetzt|spouse|partner|referred|empfohlen|emergency|verified|opt ?out/, undefined],
  [/fax|pager|telex|tty|isdn|horbehinderte|texttelefon|phone video/, undefined],
  [/^account address$/, 'account'],
  [/e-? ?mail|mailadresse|courriel|messagerie|correo|posta elettronica/, 'email'],
  [
    /phone|telefon|telefoon|\btel\b|mobil|handy|\bcell|\bgsm\b|portable|movil|telemovel|celular|cellulare|rufnummer/,
    'phone',
  ],
  [/^(name|display name|full name|contact name|anzeigename|vollstandiger name|nom complet|nombre completo)$/, 'name'],
  [/^(given name|first ?name|forename|vorname|prenom|nombre|nome|voornaam|imie)$/, 'given'],
  [/^(additional name|middle ?names?|weitere vornamen|zweiter vorname|deuxieme prenom|segundo nombre)$/, 'middle'],
  [/^(family name|last ?name|surname|nachname|familienname|nom( de famille)?|apellidos?|cognome)$/, 'family'],
  [/^(achternaam|nazwisko|sobrenome|apelido)$/, 'family'],
  [/^(name )?suffix$|^namenszusatz$|^suffixe$|^sufijo$/, 'suffix'],
  [/^(nick ?name|spitzname|surnom|apodo|screen name)$/, 'nickname'],
  [
    /^(company|company name|organi[sz]ation|organi[sz]ation (\d+ - )?name|firma|unternehmen|organisation)$/,
    'organisation',
  ],
  [/^(societe|empresa|azienda|bedrijf|entreprise)$/, 'organisation'],
  [/^(url|(linkedin |public )?profile( url)?|linkedin( url)?|homepage|webse?ite|site web|pagina web)$/, 'url'],
  [/^(personal )?(web ?(page|site)|webseite)( \d| (blog|home page|other|profile|work|1|2))?$/, 'url'],
  [/^website \d+ - value$/, 'url'],
  [/^(labels?|group membership|categories|category|kategorien?|groups?|gruppen?|tags)$/, 'categories'],
]

/** The role of a heading; undefined for what is not read. */
export function roleOf(heading: string): Role | undefined {
  if (heading.length > 60) return undefined
  const plain = plainHeading(heading)
  return HEADINGS.find(([pattern]) => pattern.test(plain))?.[1]
}

/** Lower case, without accents and punctuation at the ends. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/[\u0300-\u036f\ufeff"']/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[\s_]+/g, ' ')
    .replace(/[:.()]/g, '')
    .trim()
    .toLowerCase()
}

const NAMING: ReadonlySet<Role | undefined> = new Set(['name', 'given', 'family', 'nickname', 'organisation'])
const REACHING: ReadonlySet<Role | undefined> = new Set(['email', 'phone', 'account', 'url'])

/** Whether a row of cells heads an address book: it holds no data, and at least two columns of ours or only one. */
export function isHeader(cells: readonly string[], roles: readonly (Role | undefined)[]): boolean {
  if (cells.some((cell) => /@[^\s@]*\.|^\+?\d[\d\s()-]{5,}$|:\/\//.test(cell.slice(0, 200)))) return false
  const ours = roles.filter((role) => NAMING.has(role) || REACHING.has(role)).length
  const filled = cells.filter((cell) => cell.trim() !== '').length
  if (roles.includes('account') || cells.some((cell) => /^\s*e-?mail( address)?\s*$/i.test(cell))) return true
  return ours >= 2 || (ours === 1 && filled <= 2)
}
