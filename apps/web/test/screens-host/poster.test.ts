import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { PosterArt } from '../../src/screens/poster/art.tsx'
import { fitting, howLines } from '../../src/screens/poster/fit.ts'
import { standalone } from '../../src/screens/poster/standalone.ts'
import { beadCount } from '../../src/screens/wall/wall-circles.tsx'
import { qrPath } from '../../src/ui/qr-path.ts'

const LINK = 'https://kith.example/r/KRFWHM'

const drawn = (link: string | undefined): string =>
  renderToStaticMarkup(
    createElement(PosterArt, {
      code: 'KRFWHM',
      qr: link === undefined ? undefined : qrPath(link),
      how: howLines('Point your phone’s camera here, or open', 'kith.example', 'and type', 22, 442),
      lines: ['Who here knows', 'your friends?'],
      foot: 'No app. No account. Names stay on your phone.',
      you: 'you',
      them: 'them',
      label: 'The poster',
    }),
  )

const text = (svg: string): string => svg.replace(/<[^>]*>/g, ' ')

describe('the poster', () => {
  it('carries the letters, a word for each, and the code for cameras', () => {
    const svg = drawn(LINK)
    expect(text(svg).replace(/\s+/g, ' ')).toContain('K kite R rose F fig W wave H hat M moon')
    expect(svg).toContain(qrPath(LINK).path)
  })
  it('has no code for cameras where phones cannot reach the server', () => {
    const svg = drawn(undefined)
    expect(svg).not.toContain('crispEdges')
    expect(text(svg)).toContain('kite')
  })
  it('is a file of its own: sized as paper, with its fonts inside and nothing from elsewhere', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => i % 251)
    const file = standalone(drawn(LINK), [{ family: 'Fraunces Variable', weight: '560 600', style: 'normal', bytes }])
    expect(file).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg width="210mm" height="297mm" /)
    expect(file).toContain('xmlns="http://www.w3.org/2000/svg"')
    const base64 = /base64,([^)]*)\)/.exec(file)?.[1] ?? ''
    expect([...Buffer.from(base64, 'base64')]).toEqual([...bytes])
    expect(file.match(/(?:href|src)=|url\((?!data:)/g)).toBeNull()
  })
})

describe('a line on the poster', () => {
  it('keeps its size while it fits, and shrinks when it does not', () => {
    expect(fitting('short', 22, 442)).toBe(22)
    expect(fitting('x'.repeat(60), 22, 442)).toBeLessThan(22)
  })
  it('gives a long address a line of its own', () => {
    const short = howLines('Point here, or open', 'kith.example', 'and type', 22, 442)
    expect(short.lines.map((line) => line.map((part) => part.text).join(''))).toEqual([
      'Point here, or open',
      'kith.example and type',
    ])
    const long = howLines('Point here, or open', 'quiet-evening-reading-lamp.tunnel.example.org', 'and type', 22, 442)
    expect(long.lines).toHaveLength(3)
    expect(long.lines[1]).toEqual([{ text: 'quiet-evening-reading-lamp.tunnel.example.org', bold: true }])
    expect(long.size).toBeLessThan(22)
  })
})

describe('beads on the big screen', () => {
  it('are none under five, and no more than can be told apart', () => {
    expect([0, 1, 4, 5, 25, 100, 1000].map(beadCount)).toEqual([0, 0, 0, 5, 25, 100, 100])
  })
})
