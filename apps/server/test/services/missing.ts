/**
 * Suites that need a real service (a PostgreSQL server, a browser) and are left out, by name, where it cannot be had. The
 * name and the line that would bring the service are added to the file that KITH_SKIPPED names, for the sum of all tests.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync } from 'node:fs'
import { describe } from 'vitest'

export interface Service {
  readonly name: string
  /** What one would type to have it. */
  readonly bring: string
}

/** `describe`, where the service is there. */
export const describeWith = (isThere: boolean, service: Service, body: () => void): void => {
  if (isThere) {
    describe(service.name, body)
    return
  }
  noteSkipped(service)
  describe.skip(`skipped: ${service.name} — ${service.bring}`, body)
}

export const noteSkipped = ({ name, bring }: Service): void => {
  const file = process.env.KITH_SKIPPED
  if (file) appendFileSync(file, `${name} — ${bring}\n`)
}

/** Installs a Debian package, where that is allowed; its services are not started. Says whether it went well. */
export const installed = (aptPackage: string): boolean => {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  // Package scripts ask this program before they start anything; 101 means no.
  const policy = `test -e ${POLICY} || { printf '#!/bin/sh\\nexit 101\\n' >${POLICY}; chmod +x ${POLICY}; trap 'rm -f ${POLICY}' EXIT; }`
  const install = `apt-get install -y --no-install-recommends ${aptPackage}`
  const script = `${policy}; ${install} || { apt-get update && ${install}; }`
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('sh', ['-c', script], { env, stdio: 'ignore', timeout: 300_000 }).status === 0
}

const POLICY = '/usr/sbin/policy-rc.d'
