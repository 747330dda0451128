// npm test: types, lint, then every test; the last line sums up all of it. Words after it go to the test runner.
import './ensure-installed.mjs'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => join(root, 'node_modules', '.bin', name)
const run = (name, words) => {
  console.log(`\n> ${name} ${words.join(' ')}`)
  return spawnSync(bin(name), words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
}

const sum = { passed: 0, failed: 0, skipped: 0 }
const check = (good) => {
  sum[good ? 'passed' : 'failed']++
}

const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
const report = join(folder, 'report.json')
// Suites that need a real service which is not on this machine write here what would bring it.
process.env.KITH_SKIPPED = join(folder, 'skipped')
const isWhole = process.argv.length === 2
try {
  check(run('tsc', ['-b']))
  check(run('biome', ['check', '--error-on-warnings', '.']))
  if (isWhole) check(budget())
  const words = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ]
  const good = run('vitest', words)
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = readReport()
  sum.passed += numPassedTests
  sum.failed += numFailedTests
  sum.skipped += numPendingTests
  // A file that does not load fails without a failed test.
  if (!good && numFailedTests === 0) sum.failed += Math.max(1, numFailedTestSuites)
  for (const line of missing()) console.log(`skipped: ${line}`)
} finally {
  rmSync(folder, { recursive: true })
}
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`)
process.exitCode = sum.failed > 0 ? 1 : 0

function budget() {
  console.log('\n> npm run budget')
  return (
    spawnSync(process.execPath, [join(root, 'scripts', 'budget.mjs')], { cwd: root, stdio: 'inherit' }).status === 0
  )
}

function missing() {
  try {
    return readFileSync(process.env.KITH_SKIPPED, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numFailedTestSuites: 1 }
  }
}
