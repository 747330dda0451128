/** Addresses are read from what the programs write; the wording is that of their own sources. */
import { describe, expect, test } from 'vitest'
import { cloudflared, tailscale } from '../../src/share/announcements.ts'
import { CLOUDFLARED_BOX, FUNNEL_AVAILABLE, FUNNEL_CONSENT } from './tunnels.ts'

describe('tailscale funnel', () => {
  test('says its address below "Available on the internet:"', () => {
    expect(tailscale.addressIn(FUNNEL_AVAILABLE)).toBe('https://laptop.tail9f3a.ts.net')
  })

  test('on another port the address has it', () => {
    const output = FUNNEL_AVAILABLE.replace('ts.net/', 'ts.net:8443/')
    expect(tailscale.addressIn(output)).toBe('https://laptop.tail9f3a.ts.net:8443')
  })

  test('what is open to its own network alone is no address', () => {
    const output = FUNNEL_AVAILABLE.replace('Available on the internet:', 'Available within your tailnet:')
    expect(tailscale.addressIn(output)).toBeUndefined()
  })

  test('half a line is waited for', () => {
    expect(tailscale.addressIn('Available on the internet:\n\nhttps://laptop.tail9f3a')).toBeUndefined()
  })

  test('asks for consent on a page, which is no address', () => {
    expect(tailscale.consentIn(FUNNEL_CONSENT)).toBe('https://login.tailscale.com/f/funnel?node=nAnas1CNTRL')
    expect(tailscale.addressIn(FUNNEL_CONSENT)).toBeUndefined()
    expect(tailscale.consentIn(FUNNEL_AVAILABLE)).toBeUndefined()
  })
})

describe('cloudflared', () => {
  test('says its address in a box in its log', () => {
    expect(cloudflared.addressIn(CLOUDFLARED_BOX)).toBe('https://quiet-tea-table-evening.trycloudflare.com')
  })

  test('the address of its own service, in an error, is none', () => {
    const error = 'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: i/o timeout'
    expect(cloudflared.addressIn(error)).toBeUndefined()
  })

  test('its terms and its documentation are none', () => {
    const lines = CLOUDFLARED_BOX.split('\n').filter((line) => !line.includes('quiet-tea-table'))
    expect(lines.join('\n')).toContain('https://')
    expect(cloudflared.addressIn(lines.join('\n'))).toBeUndefined()
  })

  test('is told not to update itself', () => {
    expect(cloudflared.words('http://127.0.0.1:4455')).toContain('--no-autoupdate')
  })
})
