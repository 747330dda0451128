/**
 * Scripts of workers are named through one trusted-types policy, `kith`, which a page can create only once: every worker
 * and the service worker take their address from here, as in `new Worker(scriptUrl(url))`.
 */
/** The address of a worker's script, as the page's policy (require-trusted-types-for) wants it: only files of our own. */
export const scriptUrl = (path: string): string => {
  const check = (url: string): string => {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError(`not a script of ours: ${url}`)
    return url
  }
  policy ??= window.trustedTypes?.createPolicy('kith', { createScriptURL: check })
  return policy === undefined ? check(path) : (policy.createScriptURL(path) as unknown as string)
}

interface ScriptPolicy {
  createScriptURL(url: string): unknown
}
let policy: ScriptPolicy | undefined

declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy }
  }
}
