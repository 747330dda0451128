import { mkdirSync } from 'node:fs'
import { ACTS } from './screens.ts'
import { faultsOf, still } from './looking.ts'
import { setStage } from './stage.ts'
const [which, mode] = process.argv.slice(2)
const out = '/tmp/shots'; mkdirSync(out, { recursive: true })
const stage = await setStage()
console.log('stage set')
try {
for (const [name, act] of Object.entries(ACTS)) {
  if (which && which !== 'all' && !name.includes(which)) continue
  const t = Date.now()
  try {
    await act(stage, async (scene, page) => {
      if (mode !== 'checks') {
        const size = page.viewportSize()!
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          for (const [kind, viewport] of [['phone', { width: 390, height: 844 }], ['desktop', { width: 1440, height: 900 }]] as const) {
            if (colorScheme === 'dark' && kind === 'desktop') continue
            await page.setViewportSize(viewport); await still(page)
            await page.screenshot({ path: `${out}/${scene}-${kind}-${colorScheme}.png`, fullPage: kind === 'phone' && colorScheme === 'light' })
          }
        }
        await page.emulateMedia({ colorScheme: 'light' }); await page.setViewportSize(size)
      }
      if (mode !== 'shots') for (const f of await faultsOf(page)) console.log(`  [${scene}] ${f}`)
      console.log('seen', scene)
    })
    console.log('ACT', name, 'done', Date.now() - t)
  } catch (e) {
    console.log('ACT', name, 'FAILED', String(e).slice(0, 1500), (e as Error).stack?.split('\n').filter((l) => l.includes('scenes/')).join('\n'))
    for (const context of stage.browser.contexts()) for (const page of context.pages()) { await page.screenshot({ path: `${out}/failed-${Math.random()}.png` }); console.log(page.url()); await context.close() }
  }
}
} finally { await stage[Symbol.asyncDispose]() }
