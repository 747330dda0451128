import { readFileSync } from 'node:fs'
import { createElement as h } from 'react'
import { describe, expect, test } from 'vitest'
import { door } from '../../src/i18n/en/door.ts'
import { Circles } from '../../src/ui/circles.tsx'
import { Wordmark } from '../../src/ui/wordmark.tsx'
import { markup } from './markup.ts'

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8')
/** Without what a formatter may change. */
const squeeze = (html: string): string =>
  html
    .replace(/\s*\/>/g, '>')
    .replace(/<\/(circle|path)>/g, '')
    .replace(/\s+/g, '')
const body = squeeze(page)

describe('The static Door', () => {
  test.each(Object.entries(door))('says the words of the catalogue: %s', (key, words) => {
    if (['you', 'them', 'picture', 'ways'].includes(key)) expect(body).toContain(squeeze(words))
    else expect(body).toContain(squeeze(`data-words="${key}">${words}</`))
  })

  test('draws the circles and the wordmark as the app does', () => {
    const circles = h(Circles, {
      state: 'introduced',
      shared: 25,
      size: 150,
      mineWord: door.you,
      theirsWord: door.them,
      label: door.picture,
    })
    expect(body).toContain(squeeze(markup(circles)))
    expect(body).toContain(squeeze(markup(h(Wordmark))))
  })

  test('leads on without any script, and says "soon" of what is not there', () => {
    const links = [...page.matchAll(/<a[^>]*href="([^"]+)"/g)].map((match) => match[1])
    expect(links).toEqual(['/talk', '/join', '/open', '/try'])
    expect(door.compareWhat).toContain('soon')
  })

  test('has no inline script and no inline style, which the page’s policy forbids', () => {
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/)
    for (const [script] of page.matchAll(/<script[^>]*>[^<]*/g)) expect(script).toMatch(/src="[^"]+">$/)
  })

  test('asks for nothing from elsewhere (DATA3)', () => {
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
  })
})
