/** What `kith setup` prints: a script for root, to be read first, that can be run again. */
import { caddyfile, environmentFile, unit, wrapper } from './files.ts'

export interface Place {
  readonly domain: string
  readonly port: number
  /** Absolute, both. */
  readonly node: string
  readonly program: string
}

const DATA_DIR = '/var/lib/kith'

export const setupScript = ({ domain, port, node, program }: Place): string => `#!/bin/sh
# Puts Kith behind Caddy at https://${domain} on Debian or Ubuntu. Read it, then run it as root:
#   kith setup ${domain} > setup.sh && less setup.sh && sudo sh setup.sh
# It needs caddy and systemd. It can be run again; what you have changed in /etc/kith.env stays.
set -eu
command -v caddy > /dev/null || { echo 'First: apt install caddy'; exit 1; }
if [ -e /etc/caddy/Caddyfile ] && ! grep -q '^# Kith' /etc/caddy/Caddyfile && dpkg -V caddy | grep -q '/etc/caddy/Caddyfile$'
then echo 'There is a Caddyfile of your own. Add what stands below by hand, its first block at the very top.'; exit 1
fi

# A user without a password or a shell, whose files nobody else reads.
id kith > /dev/null 2>&1 || useradd --system --user-group --home-dir ${DATA_DIR} --shell /usr/sbin/nologin kith

# The settings.
[ -e /etc/kith.env ] || ${put('/etc/kith.env', '600', environmentFile(domain, port, DATA_DIR))}
# The service.
${put('/etc/systemd/system/kith.service', '644', unit(node, program))}
# The command kith, for root: sudo kith doctor
${put('/usr/local/bin/kith', '755', wrapper(node, program))}
# The proxy.
${put('/etc/caddy/Caddyfile', '644', caddyfile(domain, `127.0.0.1:${port}`))}
systemctl daemon-reload
systemctl enable kith
systemctl restart kith
systemctl reload-or-restart caddy
echo 'In half a minute: sudo kith doctor'
`

const put = (path: string, mode: string, text: string): string =>
  `install -m ${mode} /dev/stdin ${path} <<'END OF FILE'\n${text}END OF FILE\n`
