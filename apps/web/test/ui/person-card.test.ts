import { createElement as h } from 'react'
import { describe, expect, test } from 'vitest'
import { PersonCard, type PersonCardProps } from '../../src/ui/person-card.tsx'
import { count, markup, reading } from './markup.ts'

const nothing = () => undefined
const someone: PersonCardProps = {
  form: 'row',
  kind: 'shared',
  step: 10,
  wave: 'none',
  onWave: nothing,
  onTakeBack: nothing,
  onNotNow: nothing,
  onKnowThem: nothing,
  onBlock: nothing,
}

describe('A person card', () => {
  test('REV1: says the step and the tie, and no name where none was chosen', () => {
    const words = reading(h(PersonCard, { ...someone, mostly: 'school' }))
    expect(words).toContain('Someone here knows 10+ of your friends. Mostly from school.')
  })

  test('REV2: says the first name that somebody chose to show', () => {
    expect(reading(h(PersonCard, { ...someone, name: 'Priya' }))).toContain('Priya knows 10+ of your friends.')
  })

  test('MUT4: one or two are a friend or two, never a number', () => {
    const words = reading(h(PersonCard, { ...someone, step: 1 }))
    expect(words).toContain('a friend or two.')
    expect(words).not.toMatch(/\d/)
  })

  test('TOP2, TOP3: a shared topic alone makes a card, and stands below shared friends', () => {
    const alone = reading(h(PersonCard, { ...someone, step: 0, topics: ['new in town'] }))
    expect(alone).toContain('You both: new in town. No shared friends yet.')
    const too = reading(h(PersonCard, { ...someone, topics: ['new in town', 'writes'] }))
    expect(too).toContain('10+ of your friends. You both: new in town and writes')
  })

  test('ENC2: someone known online is not named', () => {
    const words = reading(h(PersonCard, { ...someone, kind: 'online', step: 0, name: 'Dora' }))
    expect(words).toContain('Someone you know online is here. They know you too.')
    expect(words).not.toContain('Dora')
  })

  test('REV3: the large card says what both will see, before one waves', () => {
    expect(reading(h(PersonCard, { ...someone, form: 'large' }))).toContain(
      'Wave If you both wave, you both see which friends you share.',
    )
  })

  test('REV3: a wave is marked, and can be taken back', () => {
    const words = reading(h(PersonCard, { ...someone, wave: 'you' }))
    expect(words).toContain('You waved. Take it back')
    expect(words).not.toContain('Wave back')
  })

  test('REV3: a wave of theirs draws their circle, and is answered', () => {
    const card = h(PersonCard, { ...someone, wave: 'they' })
    expect(reading(card)).toContain('They waved at you. Wave back')
    expect(markup(card)).toContain('k-circles-waved')
  })

  test('two waves lead to the introduction', () => {
    expect(markup(h(PersonCard, { ...someone, wave: 'both', introduction: 'abc' }))).toContain('href="/i/abc"')
  })

  test('ENC3, REV6: More holds each choice with its effect, inside the card and closed at first', () => {
    const card = h(PersonCard, { ...someone })
    expect(markup(card)).toMatch(/<ul class="k-more"[^>]* hidden=""/)
    expect(markup(card)).toContain('aria-expanded="false"')
    expect(reading(card)).toContain(
      'Not now Gone for both until the room closes I know them You need no card for each other Block or report They are not told',
    )
  })

  test('one primary: the large card has it, a row has none', () => {
    expect(count(markup(h(PersonCard, { ...someone, form: 'large' })), 'k-button-primary')).toBe(1)
    expect(count(markup(h(PersonCard, { ...someone })), 'k-button-primary')).toBe(0)
  })
})
