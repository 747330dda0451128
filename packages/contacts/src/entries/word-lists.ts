/**
 * Words by language: names that no person has, local parts that are an office, words for ties. To add a language, add
 * its list here. Short on purpose: what is found here is left out until ticked, and the screen shows it (CON7). No word
 * that is also a name that people bear (German "Koch", English "Bank").
 */
import type { Tie } from './types.ts'

export type Language = 'en' | 'de'

export interface WordList {
  /** Whole words in a name. */
  readonly services: readonly string[]
  /** Whole words in a name. */
  readonly voicemail: readonly string[]
  /** Local parts of addresses, or what stands before their first dot or hyphen; themselves without either. */
  readonly roles: readonly string[]
  /** What people call their own card: the whole name, or a whole category. */
  readonly own: readonly string[]
  /** Whole words in a category. */
  readonly ties: Readonly<Record<Exclude<Tie, 'other'>, readonly string[]>>
}

const listed = (text: string): readonly string[] => text.split(',').map((word) => word.trim())

export const WORD_LISTS: Readonly<Record<Language, WordList>> = {
  en: {
    services: listed(`
      taxi, taxis, minicab, minicabs, cab company, pizza, pizzeria, takeaway, surgery, medical centre,
      medical center, health centre, health center, pharmacy, school office, school reception, reception,
      front desk, switchboard, customer service, customer services, customer care, help desk, helpdesk,
      helpline, hotline, call centre, call center, emergency services, police station, fire brigade,
      lost property
    `),
    voicemail: listed('voicemail, voice mail, answerphone'),
    roles: listed(`
      info, information, support, help, helpdesk, noreply, donotreply, contact, enquiries, inquiries, office,
      reception, service, customerservice, sales, billing, accounts, orders, bookings, reservations,
      newsletter, notifications, notification, admin, administrator, postmaster, webmaster, mailerdaemon,
      abuse, press, jobs, privacy
    `),
    own: listed('me, myself, my card, my number, my phone, my mobile, own number, self'),
    ties: {
      family: listed(`
        family, relatives, relative, kin, parent, parents, mother, father, sibling, siblings, sister, brother,
        child, children, son, daughter, spouse, wife, husband, grandparents, cousin, cousins, aunt, uncle,
        in laws
      `),
      school: listed('school, schoolmates, classmates, class, university, uni, college, alumni, students'),
      work: listed(`
        work, colleague, colleagues, coworker, coworkers, co worker, co workers, office, business, team,
        clients, customers
      `),
      neighbourhood: listed(`
        neighbour, neighbours, neighbor, neighbors, neighbourhood, neighborhood, street, village, co resident
      `),
      interest: listed(`
        choir, band, orchestra, club, sport, sports, football, chess, running, yoga, church, parish,
        book group, hobby, volunteers
      `),
      online: listed('online, internet, gaming, forum, mastodon, fediverse, bluesky, twitter, discord'),
    },
  },
  de: {
    services: listed(`
      taxi, taxizentrale, taxiruf, funktaxi, pizza, pizzeria, pizzaservice, pizzadienst, lieferservice,
      lieferdienst, praxis, arztpraxis, hausarztpraxis, zahnarztpraxis, kinderarztpraxis, gemeinschaftspraxis,
      apotheke, krankenhaus, notruf, notdienst, polizei, feuerwehr, sekretariat, schulsekretariat, schulbüro,
      empfang, telefonzentrale, kundenservice, kundendienst, hotline, sperrhotline, auskunft
    `),
    voicemail: listed('mailbox, mobilbox, sprachbox, combox, anrufbeantworter'),
    roles: listed(`
      kontakt, anfrage, anfragen, auskunft, service, kundenservice, kundendienst, vertrieb, verkauf,
      bestellung, bestellungen, reservierung, rechnung, rechnungen, buchhaltung, verwaltung, sekretariat,
      empfang, zentrale, praxis, bewerbung, presse, datenschutz, poststelle, buero, nichtantworten
    `),
    own: listed('ich, ich selbst, ich selber, meine karte, meine nummer, eigene nummer, mein handy'),
    ties: {
      family: listed(`
        familie, verwandte, verwandtschaft, eltern, mutter, vater, geschwister, schwester, bruder, kinder,
        sohn, tochter, ehefrau, ehemann, grosseltern, cousine, tante, onkel
      `),
      school: listed(`
        schule, schulfreunde, klasse, klassenkameraden, abitur, abi, universität, uni, hochschule, studium,
        kommilitonen, studenten
      `),
      work: listed(`
        arbeit, kollege, kollegen, kollegin, kolleginnen, büro, firma, beruf, beruflich, geschäftlich, kunden,
        team
      `),
      neighbourhood: listed('nachbar, nachbarn, nachbarin, nachbarinnen, nachbarschaft, hausgemeinschaft, dorf'),
      interest: listed(`
        chor, kirchenchor, band, orchester, verein, sportverein, sport, fussball, schach, yoga, gemeinde,
        kirche, lesekreis, hobby, ehrenamt
      `),
      online: listed('online, internet, forum, mastodon, fediverse, bluesky, twitter, discord'),
    },
  },
}
