import { describe, expect, it } from 'vitest'
import { join } from '../../src/i18n/en/join.ts'
import { readScan } from '../../src/screens/join/read-scan.ts'
import { otherLoopback, whoseBook } from '../../src/screens/try/other-loopback.ts'

const HERE = 'https://kith.example'

describe('what a camera read', () => {
  it('is a room here: a link to this server, or six letters alone', () => {
    expect(readScan('https://kith.example/r/KRFWHM', HERE)).toEqual({ kind: 'room', code: 'KRFWHM' })
    expect(readScan('https://kith.example/join/krf-whm?x=1', HERE)).toEqual({ kind: 'room', code: 'KRFWHM' })
    expect(readScan('krf whm', HERE)).toEqual({ kind: 'room', code: 'KRFWHM' })
  })
  it('is a room elsewhere, which is not opened unasked', () => {
    expect(readScan('https://other.example/r/KRFWHM', HERE)).toEqual({
      kind: 'elsewhere',
      url: 'https://other.example/r/KRFWHM',
      host: 'other.example',
    })
  })
  it('is nothing that could be opened by another scheme', () => {
    expect(readScan('javascript:alert(1)//r/KRFWHM', HERE)).toEqual({ kind: 'other' })
  })
  it('is something else', () => {
    expect(readScan('WIFI:S:Library;T:WPA;P:quiet;;', HERE)).toEqual({ kind: 'other' })
    expect(readScan('', HERE)).toEqual({ kind: 'other' })
  })
})

describe('how many are there', () => {
  it('GST3 is said in steps: exact below five', () => {
    expect([0, 1, 2, 4, 5, 10].map(join.people)).toEqual([
      'Nobody is here yet.',
      'One person is here.',
      'Two people are here.',
      'Four people are here.',
      '5+ people are here.',
      '10+ people are here.',
    ])
  })
})

describe('a second person in this browser', () => {
  it('is at the other name of this machine', () => {
    expect(otherLoopback('http://localhost:4455/try/end', '/')).toBe('http://127.0.0.1:4455/')
    expect(otherLoopback('http://127.0.0.1:4455/r/KRFWHM/host', '/join/KRFWHM')).toBe(
      'http://localhost:4455/join/KRFWHM',
    )
  })
  it('is nowhere else', () => {
    expect(otherLoopback('https://kith.example/try/end', '/')).toBeUndefined()
    expect(otherLoopback('http://192.168.1.20:4455/', '/')).toBeUndefined()
  })
  it('has the other made-up address book', () => {
    expect(['localhost', '127.0.0.1', 'kith.example'].map(whoseBook)).toEqual(['first', 'second', 'first'])
  })
})
