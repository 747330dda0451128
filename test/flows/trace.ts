/**
 * How long the page's own thread works without a pause, measured in its processor time: what else the machine does must
 * not count. A frame is at worst one piece of work and the drawing after it, so that two in a row are added.
 */
import type { Browser, Page } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  /** Microseconds of the clock, and of the processor. */
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string; readonly data?: { readonly frame?: string; readonly page?: string } }
}

/** Milliseconds of the longest frame while `act` lasts. */
export const longestFrame = async (browser: Browser, page: Page, act: () => Promise<void>): Promise<number> => {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] })
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const work = traceEvents
    .filter(ofThePage(traceEvents))
    .filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'))
    .sort((one, other) => one.ts - other.ts)
    .map(({ tdur }) => {
      if (tdur === undefined) throw new Error('this browser does not trace processor time')
      return tdur / 1000
    })
  // A trace of the wrong thread, or of none, would find every frame short.
  if (work.length < 10) throw new Error(`only ${work.length} pieces of work were traced`)
  return Math.max(...work.map((one, index) => one + (work[index + 1] ?? 0)))
}

/** Of the main thread of the process that draws most: the browser starts one in reserve. */
const ofThePage = (events: readonly TraceEvent[]): ((event: TraceEvent) => boolean) => {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
  const drawn = ({ pid, tid }: TraceEvent) =>
    events.filter((one) => one.pid === pid && one.tid === tid && one.name === 'FunctionCall').length
  const busiest = mains.map((main) => ({ main, drawn: drawn(main) })).sort((a, b) => b.drawn - a.drawn)[0]
  if (busiest === undefined) throw new Error('the page was not traced')
  const { pid, tid } = busiest.main
  return (event) => event.pid === pid && event.tid === tid
}
