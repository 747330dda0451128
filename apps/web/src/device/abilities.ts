/**
 * What this very device can do. `abilitiesOf` is pure, over a small description, so that every device can be tried in a
 * test; `describeDevice` reads the one at hand.
 */

export interface DeviceDescription {
  readonly userAgent: string
  /** An iPad calls itself a Mac, and is told by its touch screen. */
  readonly maxTouchPoints: number
  /** https, or this machine itself: elsewhere browsers keep back cameras, contacts and service workers. */
  readonly isSecure: boolean
  readonly hasContactPicker: boolean
  readonly hasCamera: boolean
  readonly hasServiceWorker: boolean
  /** It runs from the home screen. */
  readonly isInstalled: boolean
}

export type DeviceKind = 'iphone' | 'ipad' | 'android' | 'computer'

export interface Abilities {
  readonly kind: DeviceKind
  /** Contact Picker API: single people, by a tap each. */
  readonly picksPeople: boolean
  readonly scans: boolean
  /** Other apps can share a file with this one: only an app installed on Android is in their list. */
  readonly isShareTarget: boolean
  /**
   * What a file input accepts. Absent under iOS, which greys out address books that it has no type for; elsewhere it
   * only sorts what is shown.
   */
  readonly fileTypes?: string
}

const FILE_TYPES = '.vcf,.vcard,.csv,.tsv,.txt,.json,text/vcard,text/x-vcard,text/csv,text/plain,application/json'

export const abilitiesOf = (device: DeviceDescription): Abilities => {
  const kind = kindOf(device)
  const isApple = kind === 'iphone' || kind === 'ipad'
  return {
    kind,
    picksPeople: device.isSecure && device.hasContactPicker,
    scans: device.isSecure && device.hasCamera,
    isShareTarget: kind === 'android' && device.isInstalled && device.hasServiceWorker,
    ...(isApple ? {} : { fileTypes: FILE_TYPES }),
  }
}

const kindOf = ({ userAgent, maxTouchPoints }: DeviceDescription): DeviceKind => {
  if (/iPhone|iPod/.test(userAgent)) return 'iphone'
  if (/iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ipad'
  return /Android/.test(userAgent) ? 'android' : 'computer'
}

export const describeDevice = (): DeviceDescription => ({
  userAgent: navigator.userAgent,
  maxTouchPoints: navigator.maxTouchPoints,
  isSecure: isSecureContext,
  hasContactPicker: contactPicker() !== undefined,
  hasCamera: navigator.mediaDevices?.getUserMedia !== undefined,
  hasServiceWorker: 'serviceWorker' in navigator,
  isInstalled: matchMedia('(display-mode: standalone)').matches,
})

/** https://w3c.github.io/contact-picker/, as far as it is used here. */
export interface PickedContact {
  readonly name?: readonly string[]
  readonly email?: readonly string[]
  readonly tel?: readonly string[]
}

export interface ContactPicker {
  select(properties: readonly string[], options: { readonly multiple: boolean }): Promise<readonly PickedContact[]>
}

export const contactPicker = (): ContactPicker | undefined => {
  // Some Android browsers have the object without its function.
  const { contacts } = navigator as Navigator & { readonly contacts?: Partial<ContactPicker> }
  return typeof contacts?.select === 'function' && 'ContactsManager' in globalThis
    ? (contacts as ContactPicker)
    : undefined
}
