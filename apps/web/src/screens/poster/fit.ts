/** Type on the poster: what fits into a line. Pure. */

/** Letters of Atkinson Hyperlegible are about so wide, in sizes; bold ones a little wider. */
const WIDTH = 0.54

/** The size at which words fit into a width, at most `size`. */
export const fitting = (words: string, size: number, width: number): number =>
  Math.min(size, Math.floor((10 * width) / (words.length * WIDTH)) / 10)

export interface How {
  /** Each line in pieces, of which some are bold. */
  readonly lines: readonly (readonly { readonly text: string; readonly bold: boolean }[])[]
  readonly size: number
}

/** "Point your phone's camera here, or open / kith.example and type"; a long address has a line of its own. */
export const howLines = (before: string, host: string, after: string, size: number, width: number): How => {
  const address = { text: host, bold: true }
  const rest = { text: after, bold: false }
  const first = [{ text: before, bold: false }]
  const together = `${host} ${after}`
  const fits = fitting(together, size, width) === size
  return {
    lines: fits ? [first, [address, { ...rest, text: ` ${after}` }]] : [first, [address], [rest]],
    size: Math.min(fitting(before, size, width), fits ? size : fitting(host, size, width)),
  }
}
