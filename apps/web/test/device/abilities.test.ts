import { describe, expect, it } from 'vitest'
import { abilitiesOf, type DeviceDescription } from '../../src/device/abilities.ts'

const device = (userAgent: string, more: Partial<DeviceDescription> = {}): DeviceDescription => ({
  userAgent,
  maxTouchPoints: 5,
  isSecure: true,
  hasContactPicker: false,
  hasCamera: true,
  hasServiceWorker: true,
  isInstalled: false,
  ...more,
})

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15'
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36'
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'

describe('what a device can do', () => {
  it.each([
    ['iphone', device(IPHONE)],
    ['ipad', device(MAC)],
    ['computer', device(MAC, { maxTouchPoints: 0 })],
    ['android', device(ANDROID)],
    ['computer', device(WINDOWS, { maxTouchPoints: 10 })],
  ] as const)('tells %s', (kind, description) => {
    expect(abilitiesOf(description).kind).toBe(kind)
  })

  it('leaves out the file types under iOS, which would grey the address book out', () => {
    expect(abilitiesOf(device(IPHONE))).not.toHaveProperty('fileTypes')
    expect(abilitiesOf(device(MAC))).not.toHaveProperty('fileTypes')
    expect(abilitiesOf(device(ANDROID)).fileTypes).toContain('.vcf')
  })

  it('offers the contact picker only where there is one and the address is secure', () => {
    expect(abilitiesOf(device(ANDROID, { hasContactPicker: true })).picksPeople).toBe(true)
    expect(abilitiesOf(device(ANDROID)).picksPeople).toBe(false)
    expect(abilitiesOf(device(ANDROID, { hasContactPicker: true, isSecure: false })).picksPeople).toBe(false)
    expect(abilitiesOf(device(ANDROID, { isSecure: false })).scans).toBe(false)
  })

  it('is in the list of apps to share with only as an installed app on Android', () => {
    expect(abilitiesOf(device(ANDROID, { isInstalled: true })).isShareTarget).toBe(true)
    expect(abilitiesOf(device(ANDROID)).isShareTarget).toBe(false)
    expect(abilitiesOf(device(IPHONE, { isInstalled: true })).isShareTarget).toBe(false)
  })
})
