/** A small evening over real sockets: what is told must be right; how fast it is, is no matter here. */
import { expect, test } from 'vitest'
import { run } from './run.ts'

test('load room: every card, introduction and message is right, and again after a kill (ENC1, ENC2, MUT2, MUT4, REV1, REV4, CONV2, PRES3)', async () => {
  const { out, err } = await run('load', 'room', '--people', '40', '--world', 'town', '--rate', '40', '--json')
  const figures = JSON.parse(out)
  expect(figures.wrong).toEqual([])
  expect(figures.people).toBe(40)
  // There was something to be right about.
  expect(figures.sealing.pairs).toBeGreaterThan(100)
  expect(figures.waves.introductions).toBeGreaterThan(2)
  expect(figures.messages.sent).toBe(figures.waves.introductions * 7)
  expect(figures.restart.back.max).toBeGreaterThan(0)
  expect(err.split('\n')).toEqual(['preparation', 'joins', 'sealings', 'waves', 'messages', 'kill and return', ''])
}, 120_000)
