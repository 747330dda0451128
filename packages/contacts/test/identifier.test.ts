import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blueskyHandle,
  forLogging,
  guessCountry,
  handleFromUrl,
  type Identifier,
  kindOf,
  linkedinHandle,
  mastodonHandle,
  normaliseEmail,
  normalisePhone,
  parseIdentifier,
  readPhone,
  serviceNumber,
  webHandle,
} from '../src/identifier.ts'

describe('e-mail', () => {
  test.each([
    ['Ana.Silva@Example.ORG', 'ana.silva@example.org'],
    [' "Silva, Ana" <ana@example.org> ', 'ana@example.org'],
    ['mailto:ana@example.org?subject=hello', 'ana@example.org'],
    ['ana+kith@example.org', 'ana+kith@example.org'],
    ['a.n.a@example.org', 'a.n.a@example.org'],
    ['ana@Bücher.example', 'ana@xn--bcher-kva.example'],
    ['ana@faß.example', 'ana@xn--fa-hia.example'],
    ['ana@xn--bcher-kva.example', 'ana@xn--bcher-kva.example'],
    ['nare@թութ.հայ', 'nare@xn--69aa8bzb.xn--y9a3aq'],
    ['ana@example.org.', 'ana@example.org'],
    ['\u202aana@example.org\u202c', 'ana@example.org'],
    ['ju\u0308rgen@example.org', 'jürgen@example.org'],
  ])('IDF1 %s becomes %s', (written, normal) => {
    expect(normaliseEmail(written)).toBe(normal)
  })

  test.each(['', 'ana', '@example.org', 'ana@', 'ana@@example.org', 'ana silva@example.org', 'ana@ex ample.org'])(
    'IDF1 %j is no address',
    (written) => {
      expect(normaliseEmail(written)).toBeUndefined()
    },
  )
})

describe('phone', () => {
  test.each([
    ['+44 7700 900123', undefined, '+447700900123'],
    ['+44 (0)7700 900123', undefined, '+447700900123'],
    ['+49 (0) 30 123456', undefined, '+4930123456'],
    ['tel:+44-7700-900123;ext=12', undefined, '+447700900123'],
    ['+44 7700 900123 ext. 5', undefined, '+447700900123'],
    ['\u202a+44\u00a07700\u2011900123\u202c', undefined, '+447700900123'],
    ['+15550123', undefined, '+15550123'],
    ['07700 900123', 'GB', '+447700900123'],
    ['0044 7700 900123', 'GB', '+447700900123'],
    ['011 44 7700 900123', 'US', '+447700900123'],
    ['(202) 555-0123', 'US', '+12025550123'],
    ['#31#07700 900123', 'GB', '+447700900123'],
  ])('IDF2 %j in %s becomes %s', (written, country, normal) => {
    expect(normalisePhone(written, country)).toBe(normal)
  })

  test.each([
    ['٠٧٧٠٠ ٩٠٠١٢٣', '+447700900123'],
    ['+٤٤ ٧٧٠٠ ٩٠٠١٢٣', '+447700900123'],
    ['۰۷۷۰۰۹۰۰۱۲۳', '+447700900123'],
    ['＋４４７７００９００１２３', '+447700900123'],
    ['०७७००९००१२३', '+447700900123'],
  ])('IDF2 digits of another script, %s, are digits', (written, normal) => {
    expect(normalisePhone(written, 'GB')).toBe(normal)
  })

  test('IDF2 the zero that Italy dials also from abroad stays', () => {
    expect(normalisePhone('+39 (0)6 12345678')).toBe('+390612345678')
    expect(normalisePhone('+39 06 12345678')).toBe('+390612345678')
  })

  test.each([
    ['07700 900123', undefined],
    ['0044 7700 900123', undefined],
    ['07700 900123', 'XX'],
    ['555-0123', 'US'],
    ['1-800-FLOWERS', 'US'],
    ['sip:ana@example.org', 'GB'],
    ['+12345678901234567', undefined],
    ['+', undefined],
    ['', 'GB'],
  ])('IDF2 %j in %s is no identifier', (written, country) => {
    expect(normalisePhone(written, country)).toBeUndefined()
  })

  test.each([
    ['112', 'DE', 'short'],
    ['116117', 'DE', 'short'],
    ['+49116117', undefined, 'short'],
    ['02800', 'NO', 'short'],
    ['0800 1234567', 'DE', 'free-phone'],
    ['+18005550199', undefined, 'free-phone'],
    ['+80012345678', undefined, 'free-phone'],
    ['0180 5 123456', 'DE', 'shared-cost'],
    ['0900 1 123456', 'DE', 'premium'],
    ['+447700900123', undefined, undefined],
    ['+15550123', undefined, undefined],
    ['020 7946 0123', 'GB', undefined],
    ['555123', 'AD', undefined],
  ])('CON7 IDF3 %s in %s is %s', (written, country, kind) => {
    expect(serviceNumber(readPhone(written)!, country)).toBe(kind)
  })

  test('IDF4 the country is that of most numbers with a plus sign', () => {
    const phones = (...all: string[]) => ({ phones: all })
    expect(guessCountry([phones('+493023125001', '07700900123'), phones('+442079460123', '+442079460124')])).toBe('GB')
    expect(guessCountry([phones('+447700900123')])).toBe('GB')
    expect(guessCountry([phones('+493023125001'), phones('+12025550123')])).toBe('US')
    const shared = phones('+12025550123', '+14165550123', '+12025550124', '+493023125001', '+493023125002')
    expect(guessCountry([shared])).toBe('US')
    expect(guessCountry([phones('07700900123'), phones()])).toBeUndefined()
  })
})

describe('handles', () => {
  test.each([
    ['https://www.linkedin.com/in/Ana-Silva-1/', 'linkedin:in/ana-silva-1'],
    ['https://de.linkedin.com/in/an%C3%A4?trk=x#top', 'linkedin:in/anä'],
    ['linkedin.com/in/ana/details/skills', 'linkedin:in/ana'],
    ['https://chaos.example.org/@Ana', 'mastodon:ana@chaos.example.org'],
    ['https://chaos.example.org/@ana@other.example.org', 'mastodon:ana@other.example.org'],
    ['https://bsky.app/profile/Ana.example.org', 'bluesky:ana.example.org'],
    ['https://medium.com/@ana', 'web:medium.com/@ana'],
    ['https://github.com/Ana-Silva', 'web:github.com/ana-silva'],
    ['HTTP://www.Example.org/~Ana/?page=1#me', 'web:example.org/~Ana'],
    ['https://bücher.example/%C3%A4', 'web:xn--bcher-kva.example/ä'],
    ['ana.example.org', 'web:ana.example.org'],
  ])('IDF5 %s is %s', (url, handle) => {
    expect(handleFromUrl(url)).toBe(handle)
  })

  test.each([
    'ana@example.org',
    'https://ana@example.org/',
    'https://example.org:80@other.example.org/',
    'mailto:ana@example.org',
    'javascript:alert(1)',
    'ftp://example.org/ana',
    'https://www.linkedin.com/company/example',
    'https://www.linkedin.com/in/',
    'https://bsky.app/profile/did:plc:abc',
    'localhost/ana',
    'Ana',
    '',
  ])('IDF5 %j is nobody’s page', (url) => {
    expect(handleFromUrl(url)).toBeUndefined()
  })

  test('IDF5 names as people write them', () => {
    expect(mastodonHandle('@Ana@Chaos.example.org')).toBe('mastodon:ana@chaos.example.org')
    expect(mastodonHandle('acct:nare@թութ.հայ')).toBe('mastodon:nare@xn--69aa8bzb.xn--y9a3aq')
    expect(mastodonHandle('@ana')).toBeUndefined()
    expect(blueskyHandle('@Ana.example.org')).toBe('bluesky:ana.example.org')
    expect(blueskyHandle('ana.bsky.social')).toBe('bluesky:ana.bsky.social')
    expect(blueskyHandle('did:plc:abc')).toBeUndefined()
    expect(blueskyHandle('ana')).toBeUndefined()
    expect(linkedinHandle('in/Ana-Silva')).toBe('linkedin:in/ana-silva')
    expect(webHandle('https://example.org/ana/')).toBe('web:example.org/ana')
  })
})

describe('every identifier', () => {
  const label = fc.stringMatching(/^[a-zA-Z0-9äßéİΣ日ｱ]{1,8}$/)
  const host = fc.array(label, { minLength: 2, maxLength: 3 }).map((labels) => labels.join('.'))
  const address = fc.tuple(fc.string({ unit: 'grapheme' }), host).map(([name, at]) => `${name}@${at}`)
  const number = fc.stringMatching(/^\+?[0-9 ()٠-٩-]{1,18}$/)
  const path = fc.stringMatching(/^[a-zA-Z0-9äİΣ/%@._~ -]{0,12}$/)
  const site = fc.oneof(host, fc.constantFrom('linkedin.com', 'bsky.app', 'github.com'))
  const start = fc.constantFrom('', 'in/', 'profile/', '@', 'users/')
  const url = fc.tuple(site, start, path).map(([at, first, rest]) => `https://${at}/${first}${rest}`)
  const country = fc.constantFrom(undefined, 'GB', 'DE', 'US', 'AR', 'IT')
  const identifier: fc.Arbitrary<Identifier> = fc
    .oneof(
      address.map(normaliseEmail),
      fc.tuple(number, country).map(([text, at]) => normalisePhone(text, at)),
      url.map(handleFromUrl),
      address.map(mastodonHandle),
      host.map(blueskyHandle),
    )
    .filter((found) => found !== undefined)

  test('IDF6 a normal form is its own normal form', () => {
    fc.assert(
      fc.property(identifier, (normal) => {
        expect(parseIdentifier(normal)).toBe(normal)
      }),
      { numRuns: 2000 },
    )
  })

  test('IDF6 nothing that is read throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), country, (text, at) => {
        for (const read of [normaliseEmail, handleFromUrl, mastodonHandle, blueskyHandle, linkedinHandle, webHandle])
          read(text)
        normalisePhone(text, at)
        parseIdentifier(text)
      }),
    )
  })

  test('IDF7 a log learns the kind and nothing else, not even the length', () => {
    const kinds = ['email:…', 'phone:…', 'linkedin:…', 'mastodon:…', 'bluesky:…', 'web:…']
    fc.assert(
      fc.property(identifier, (normal) => {
        expect(kinds).toContain(forLogging(normal))
        expect(forLogging(normal)).toBe(`${kindOf(normal)}:…`)
      }),
    )
  })
})
