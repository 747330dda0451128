/** What the two tunnels say about themselves, read from their output, and what is to be said of them. */

export interface TunnelKind {
  /** The program, as it is looked for in PATH. */
  readonly program: string
  readonly name: string
  /** Who could read what goes through it; said before anybody is let in. */
  readonly readers: string
  words(target: string): readonly string[]
  /** The address that it has been given, once its output says so. */
  addressIn(output: string): string | undefined
  /** A page on which its owner must first allow it. */
  consentIn(output: string): string | undefined
}

/**
 * In the foreground, so that it ends with its process:
 * `Available on the internet:`, an empty line, `https://laptop.tail1234.ts.net/`, `|-- proxy http://127.0.0.1:4455`.
 */
export const tailscale: TunnelKind = {
  program: 'tailscale',
  name: 'Tailscale Funnel',
  readers: 'Nobody between a phone and this machine can read it: TLS ends here, in Tailscale on this machine.',
  words: (target) => ['funnel', target],
  addressIn: (output) =>
    /^Available on the internet:\s+(https:\/\/(?:[a-z0-9-]+\.)+ts\.net(?::\d+)?)\/?\s*$/m.exec(output)?.[1],
  consentIn: (output) => /^\s*(https:\/\/login\.tailscale\.com\/\S+)\s*$/m.exec(output)?.[1],
}

/**
 * A quick tunnel, which needs no account. Its log has a box with the address; the address of its own service
 * (api.trycloudflare.com) can stand in an error, so only the box counts. It would update itself, and downloads nothing so.
 */
export const cloudflared: TunnelKind = {
  program: 'cloudflared',
  name: 'Cloudflare quick tunnel',
  readers:
    'Cloudflare could read it: TLS ends there. Good for an evening; for more take Tailscale, or a server of your own.',
  words: (target) => ['tunnel', '--no-autoupdate', '--url', target],
  addressIn: (output) => /\|\s+(https:\/\/[a-z0-9-]+\.trycloudflare\.com)\s+\|/.exec(output)?.[1],
  consentIn: () => undefined,
}

export const NOTHING_INSTALLED = `--share lets phones in through a tunnel, and neither of these is installed here:
  tailscale    https://tailscale.com/download, then "tailscale up". Nobody else can read the traffic.
  cloudflared  https://developers.cloudflare.com/tunnel/downloads/. No account, and Cloudflare could read the traffic.
Install one and try again. Without --share: npm start.`
