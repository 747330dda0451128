/** Host names in their normal form. */

const PLAIN = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/

/**
 * A host name in lower-case ASCII, without the dot at its end; other scripts by UTS 46 as the platform's URL parser
 * does it (WHATWG URL, 3.3), which also refuses what no host can be.
 */
export const asciiHost = (text: string): string | undefined => {
  const host = text.trim().toLowerCase().replace(/\.$/, '')
  if (PLAIN.test(host)) return host
  if (host === '' || /[\s/@:?#\\[\]%]/.test(host)) return undefined
  try {
    const { hostname } = new URL(`http://${host}`)
    return PLAIN.test(hostname) ? hostname : undefined
  } catch {
    return undefined
  }
}
