import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { caddyfile, unit } from '../../src/scripts/setup/files.ts'
import { setupScript } from '../../src/scripts/setup/script.ts'
import { publicDomain } from '../../src/scripts/setup.ts'

const script = setupScript({
  domain: 'kith.example.org',
  port: 4466,
  node: '/usr/bin/node',
  program: '/opt/kith/apps/server/bin/kith.mjs',
})

describe('the Caddyfile', () => {
  test('passes on to Kith, and keeps what has codes and addresses out of every log', () => {
    const text = caddyfile('kith.example.org', '127.0.0.1:4455')
    expect(text).toMatch(/^kith\.example\.org \{[^}]*reverse_proxy 127\.0\.0\.1:4455\n\}/m)
    expect(text).toContain('exclude http.log.access http.log.error http.handlers.reverse_proxy')
    // The global block is one only at the very top.
    expect(text.replace(/^#.*\n/gm, '')).toMatch(/^\{\n\tlog default \{/)
  })

  test('that of compose.yml is the same, at the name of the environment', async () => {
    const file = await readFile(new URL('../../../../deploy/Caddyfile', import.meta.url), 'utf8')
    expect(file).toBe(caddyfile('{$KITH_DOMAIN}', 'kith:4455'))
  })
})

describe('the systemd unit', () => {
  test.each([
    'User=kith',
    'EnvironmentFile=/etc/kith.env',
    'ExecStart=/usr/bin/node /opt/kith/apps/server/bin/kith.mjs start',
    'StateDirectory=kith',
    'StateDirectoryMode=0700',
    'UMask=0077',
    'ProtectSystem=strict',
    'NoNewPrivileges=yes',
    'CapabilityBoundingSet=',
  ])('%s', (line) => {
    expect(unit('/usr/bin/node', '/opt/kith/apps/server/bin/kith.mjs').split('\n')).toContain(line)
  })

  test('lets Node make code at run time', () => {
    expect(unit('node', 'kith')).not.toContain('MemoryDenyWriteExecute')
  })
})

describe('the script', () => {
  test('Caddy and Kith have the same port', () => {
    expect(script).toContain('PORT=4466\n')
    expect(script).toContain('reverse_proxy 127.0.0.1:4466\n')
  })

  test('the settings of an earlier run stay, and what may hold a password is root’s alone', () => {
    expect(script).toContain("[ -e /etc/kith.env ] || install -m 600 /dev/stdin /etc/kith.env <<'END OF FILE'")
  })
})

describe('a name for a server', () => {
  test.each(['kith.example.org', 'Kith.Example.ORG', 'xn--mnchen-3ya.example.com'])('%s', (text) => {
    expect(publicDomain(text)).toBe(text.toLowerCase())
  })

  test.each([
    'https://kith.example.org',
    'kith.example.org:443',
    'kith.example.org/',
    'localhost',
    'kith.local',
    'kith.lan',
    '192.0.2.7',
    '192.168.1.5',
    'kith',
    'kith.example.org\nrespond "gone"',
    'kith.example.org; reboot',
    "kith'.example.org",
    '-kith.example.org',
    'kith..example.org',
    '',
  ])('none: %j', (text) => {
    expect(() => publicDomain(text)).toThrow('The name of a server')
  })
})
