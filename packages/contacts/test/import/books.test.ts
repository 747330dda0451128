import { describe, expect, test } from 'vitest'
import { bookBytes, read, shown, skipped } from './books.ts'

const book = (name: string) => read(bookBytes(name))

describe('vCard', () => {
  test('IMP5 IMP6 2.1: bare parameters, soft breaks, a photo with a blank line, a nested card', () => {
    const old = book('vcard-2.1.vcf')
    expect(old.kind).toBe('vcard')
    expect(shown(old)).toEqual([
      '3 Ana Magdalena Müller-Lee | ana@example.org | +447700900101',
      '19 Ben López | ben@example.org | 07700900103',
    ])
    expect(old.skipped).toEqual([])
  })

  test('IMP6 CON3 3.0: groups, an inline AGENT, a company, one that never ends, one that says nothing', () => {
    const cards = book('vcard-3.0.vcf')
    expect(shown(cards)).toEqual([
      '1 Dr. Dana Okafor | dana@example.org | +14155550134 | linkedin:in/dana-okafor web:twitter.com/danaokafor',
      '18 Example Logistics |  | +14155550100',
      '32 Emil Eze |  | +14155550135',
    ])
    expect(skipped(cards)).toEqual(['28 unfinished', '39 empty'])
    expect(cards.contacts[0]).toMatchObject({
      profileUrl: 'https://www.linkedin.com/in/Dana-Okafor/',
      organisation: 'Example Surgery',
      organisationOnly: false,
      categories: ['Climbing', 'School, old'],
    })
    expect(cards.contacts.map(({ organisationOnly }) => organisationOnly)).toEqual([false, true, false])
  })

  test('IMP6 4.0: URIs, kinds, profiles', () => {
    const cards = book('vcard-4.0.vcf')
    expect(shown(cards)).toEqual([
      '1 Fatima Ní Bhriain | fatima@example.com | +353209100001 | mastodon:fatima@social.example',
      '17 Example Choir | choir@example.com',
    ])
    expect(skipped(cards)).toEqual(['11 group'])
    expect(cards.contacts.map((contact) => [contact.organisationOnly, contact.categories])).toEqual([
      [false, ['friend']],
      [true, []],
    ])
  })

  test('IMP6 jCard', () => {
    const cards = book('jcard.json')
    expect(cards.kind).toBe('jcard')
    expect(shown(cards)).toEqual(['1 Gita; Rao | gita@example.org | +14155550136', '2 Hugo Paul Luis Sol'])
    expect(skipped(cards)).toEqual(['3 unreadable'])
  })
})

describe('CSV', () => {
  test('IMP7 Google, old headings, several values in a cell', () => {
    const google = book('google-old.csv')
    expect(google.kind).toBe('google-csv')
    expect(shown(google)).toEqual([
      '2 Ana Lee | ana@example.org ana.lee@example.com | +447700900101 02079460101 | linkedin:in/ana-lee-example',
      '3 Example Surgery |  | 02079460105',
      '4 Lee, Ben "Benny"',
    ])
    expect(google.contacts.map((contact) => [contact.organisationOnly, contact.categories])).toEqual([
      [false, ['Climbing']],
      [true, []],
      [false, []],
    ])
  })

  test('IMP7 CON3 Google, new headings, a line end inside quotes, a row that names nobody', () => {
    const google = book('google-new.csv')
    expect(google.kind).toBe('google-csv')
    expect(shown(google)).toEqual([
      '2 Carla María Sánchez PhD | carla@example.org | +34600555010 | bluesky:carla.example.org',
      '4 Dizzy | dizzy@example.org',
    ])
    expect(skipped(google)).toEqual(['5 empty'])
    expect(google.contacts[0]).toMatchObject({ organisation: 'Example Ltd', categories: ['Choir'] })
  })

  test("IMP7 Outlook, English: somebody else's address in a display name, a short row", () => {
    const outlook = book('outlook-en.csv')
    expect(outlook.kind).toBe('outlook-csv')
    expect(shown(outlook)).toEqual([
      '2 Dana Okafor Jr. | dana@example.org | 7575550101 | web:example.org/dana',
      '3 Emil',
    ])
    expect(outlook.contacts[0]?.categories).toEqual(['Choir', 'School'])
  })

  test('IMP4 IMP7 Outlook, German: windows-1252, semicolons', () => {
    const outlook = book('outlook-de.csv')
    expect(outlook.kind).toBe('outlook-csv')
    expect(shown(outlook)).toEqual(['2 Jürgen Groß | juergen@example.org | +491705550100', '3 Zoë'])
    expect(outlook.contacts[1]).toMatchObject({ organisation: 'Straßenbau Beispiel', organisationOnly: false })
  })

  test('IMP7 Thunderbird', () => {
    const thunderbird = book('thunderbird.csv')
    expect(thunderbird.kind).toBe('thunderbird-csv')
    expect(shown(thunderbird)).toEqual([
      '2 Fatima B. | fatima@example.com f@example.org | 07700900106',
      '3 gita@example.org | gita@example.org',
    ])
  })

  test('IMP7 CON3 LinkedIn: lines before the heading, two people of one name, a member without a name', () => {
    const linkedin = book('linkedin.csv')
    expect(linkedin.kind).toBe('linkedin-csv')
    expect(shown(linkedin)).toEqual([
      '6 Hugo Sol |  |  | linkedin:in/hugo-sol',
      '7 Ida Lund | ida@example.org |  | linkedin:in/ida-lund',
      '8 Ida Lund |  |  | linkedin:in/ida-lund-2',
    ])
    expect(linkedin.contacts[0]).toMatchObject({
      profileUrl: 'https://www.linkedin.com/in/Hugo-Sol/',
      organisation: 'Example, Inc.',
    })
    expect(skipped(linkedin)).toEqual(['9 empty'])
  })

  test('IMP9 Mastodon: handles are no e-mail addresses, a local name needs its server', () => {
    const mastodon = book('mastodon.csv')
    expect(mastodon.kind).toBe('mastodon-csv')
    expect(shown(mastodon)).toEqual([
      '2 ana@social.example |  |  | mastodon:ana@social.example',
      '4 ben@social.example |  |  | mastodon:ben@social.example',
    ])
    expect(skipped(mastodon)).toEqual(['5 no-server'])
    const asked = read(bookBytes('mastodon.csv'), { mastodonServer: 'toot.example' })
    expect(asked.contacts[2]?.handles).toEqual(['mastodon:carla@toot.example'])
  })
})

describe('Facebook and lists', () => {
  test('IMP8 friends in proper UTF-8 stay as they are', () => {
    const friends = book('facebook.json')
    expect(friends.kind).toBe('facebook-json')
    expect(shown(friends)).toEqual(['1 José Ñuñez', '2 Zoë'])
    expect(skipped(friends)).toEqual(['3 empty'])
  })

  test('IMP8 friends in Latin-1 disguise are repaired, each text for itself', () => {
    expect(shown(book('facebook-mojibake.json'))).toEqual(['1 José 😀 | jose@example.org', '2 François'])
  })

  test('IMP9 CON3 a list as pasted', () => {
    const list = book('list.txt')
    expect(list.kind).toBe('plain-list')
    expect(shown(list)).toEqual([
      '1 ana@example.org | ana@example.org',
      '2 Lee, Ben | ben@example.org',
      '2 Carla | carla@example.org',
      '3 Dana Okafor |  | +447700900104',
      '4 Emil | emil@example.org | 02079460105',
      '5 fatima@social.example |  |  | mastodon:fatima@social.example',
      '6 gita-rao |  |  | linkedin:in/gita-rao',
      '7 hugo.bsky.social |  |  | bluesky:hugo.bsky.social',
    ])
    expect(skipped(list)).toEqual(['8 no-server', '9 empty'])
  })
})
