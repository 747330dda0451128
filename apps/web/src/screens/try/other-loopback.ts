/** The same server under its other name on this machine, where a browser keeps other cookies and storage. Pure. */

const OTHER: Readonly<Record<string, string>> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }

/** `undefined` anywhere but on this machine itself. */
export const otherLoopback = (href: string, path: string): string | undefined => {
  const url = new URL(path, href)
  const other = OTHER[url.hostname]
  if (other === undefined) return undefined
  url.hostname = other
  return url.href
}

/** Which of the two made-up people one is here. */
export const whoseBook = (hostname: string): 'first' | 'second' => (hostname === '127.0.0.1' ? 'second' : 'first')
