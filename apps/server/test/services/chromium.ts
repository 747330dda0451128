/** The system's Chromium: where it is, installed first where that is allowed. */
import { spawnSync } from 'node:child_process'
import { installed, type Service } from './missing.ts'

export const CHROMIUM: Service = { name: 'browser', bring: 'apt-get install chromium' }

export const chromiumPath = (): string | undefined => inPath() ?? (installed('chromium') ? inPath() : undefined)

const inPath = (): string | undefined => {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  return undefined
}
