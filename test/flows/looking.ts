/** What is asked of every screen: axe by day and by night, 320 px, letters twice as large, names, one head, a title. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** All that is wrong with the screen that the page shows, in words; the page is left as it was. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  const size = page.viewportSize()!
  await still(page)
  const faults = [...(await structure(page)), ...(await unnamed(page))]
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await still(page)
    faults.push(...(await violations(page, colorScheme)).map((fault) => `${colorScheme}: ${fault}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 640 })
  faults.push(...(await lost(page)).map((fault) => `at 320 px: ${fault}`))
  await page.setViewportSize(size)
  await enlarge(page, '200%')
  faults.push(...(await lost(page)).map((fault) => `at 200 % text: ${fault}`))
  await enlarge(page, '')
  return faults
}

/** Whatever appears has appeared: half transparent letters have no contrast of their own. */
export const still = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    // One whose element is hidden meanwhile never finishes.
    const patience = new Promise((resolve) => setTimeout(resolve, 1000))
    await Promise.race([patience, Promise.allSettled(ending.map((one) => one.finished))])
  })

export const enlarge = async (page: Page, size: string): Promise<void> => {
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size
  }, size)
}

/** By night only colours are others: what else axe asks has the answer that it had by day. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

const violations = async (page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(colorScheme === 'dark' && { runOnly: { type: 'rule', values: OF_COLOUR } }),
  }
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(options),
    options,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  )
}

const structure = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility())
    const faults: string[] = []
    const heads = shown('h1')
    if (heads.length !== 1) faults.push(`${heads.length} heads: ${heads.map((head) => head.innerText).join(' / ')}`)
    if (heads[0]?.innerText.trim() === '') faults.push('an empty head')
    if (shown('main').length !== 1) faults.push(`${shown('main').length} main landmarks`)
    if (!/^Kith(: .+)?$/.test(document.title)) faults.push(`the title is "${document.title}"`)
    if (location.pathname !== '/' && document.title === 'Kith') faults.push('the title does not say which screen it is')
    const navs = shown('nav')
    if (navs.length > 1 && navs.some((nav) => !nav.ariaLabel)) faults.push('two navigations, one without a name')
    return faults
  })

/** Everything that takes the keyboard, as a screen reader is told of it. */
const unnamed = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Told[] }
  await session.detach()
  return nodes
    .filter(({ ignored, role }) => !ignored && CONTROLS.has(role?.value ?? ''))
    .filter(({ name }) => !name?.value.trim())
    .map(({ role }) => `a ${role?.value} without a name`)
}

interface Told {
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
}

const CONTROLS = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'checkbox',
  'radio',
  'combobox',
  'switch',
  'dialog',
])

/** What does not fit: a page that is to be pushed sideways, letters outside or cut off, targets under 48 px. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    const width = document.documentElement.clientWidth
    const what = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().slice(0, 40)}`
    if (document.documentElement.scrollWidth > width)
      faults.push(`the page is ${document.documentElement.scrollWidth} px wide, not ${width}`)
    const all = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !one.closest('.k-vh, svg'),
    )
    const lettered = (one: Element) =>
      [...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim())
    for (const one of all.filter(lettered)) {
      const range = document.createRange()
      range.selectNodeContents(one)
      const { left, right } = range.getBoundingClientRect()
      const isShortened = getComputedStyle(one).textOverflow === 'ellipsis'
      if (!isShortened && (left < -0.5 || right > width + 0.5)) faults.push(`outside: ${what(one)}`)
    }
    for (const one of all) {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(one)
      if (one.tagName === 'TEXTAREA' || one.tagName === 'INPUT') continue
      const cutsX = overflowX !== 'visible' && textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1
      const cutsY = (overflowY === 'hidden' || overflowY === 'clip') && one.scrollHeight > one.clientHeight + 1
      if (cutsX || cutsY) faults.push(`cut off: ${what(one)}`)
    }
    const controls = all.filter((one) => one.matches('button, a[href], input, select, textarea, [role="switch"]'))
    for (const one of controls) {
      const target = one.closest('label') ?? one
      const { width, height } = target.getBoundingClientRect()
      const inText = one.matches('a') && getComputedStyle(one).display === 'inline'
      if (!inText && (width < 47.5 || height < 47.5)) faults.push(`${width} x ${height}: ${what(one)}`)
    }
    return faults
  })
