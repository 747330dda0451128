import { describe, expect, it } from 'vitest'
import { countOf, NOTHING, withOwn, withoutOwn, withTap } from '../../src/screens/topics/chosen.ts'

const HOSTS = ['new in town', 'sings in St Mary’s', 'writes', 'gardens', 'plays chess', 'small children']

describe('choosing topics', () => {
  it('TOP1 takes five at most, the host’s and one’s own together', () => {
    const four = [0, 1, 2, 3].reduce((chosen, index) => withTap(chosen, index, true), NOTHING)
    const five = withOwn(four, 'plays the viola', HOSTS).chosen
    expect(countOf(five)).toBe(5)
    expect(withTap(five, 5, true)).toEqual(five)
    expect(withOwn(five, 'bakes', HOSTS)).toEqual({ chosen: five, problem: 'full' })
    expect(countOf(withTap(withTap(five, 0, false), 5, true))).toBe(5)
  })

  it('TOP2 taps the host’s topic where somebody types the same words', () => {
    expect(withOwn(NOTHING, '  New  in TOWN ', HOSTS).chosen).toEqual({ host: [0], own: [] })
    expect(withOwn(withTap(NOTHING, 0, true), 'new in town', HOSTS).problem).toBe('twice')
  })

  it('TOP2 holds the same own words once, whatever the spelling', () => {
    const once = withOwn(NOTHING, 'Plays the viola', HOSTS).chosen
    expect(once.own).toEqual(['Plays the viola'])
    expect(withOwn(once, 'plays  the VIOLA', HOSTS).problem).toBe('twice')
    expect(withoutOwn(once, 'Plays the viola')).toEqual(NOTHING)
  })

  it('takes no empty words, and not more than fit', () => {
    expect(withOwn(NOTHING, ' \n ', HOSTS).problem).toBe('empty')
    expect(withOwn(NOTHING, 'x'.repeat(60), HOSTS).chosen.own[0]).toHaveLength(40)
  })
})
