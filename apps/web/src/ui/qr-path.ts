/** A QR code as one path of unit squares: runs of dark modules, row by row. */
import encodeQR from 'qr'

export interface QrPath {
  /** Modules on a side, without a border. */
  readonly size: number
  readonly path: string
}

export const qrPath = (text: string): QrPath => {
  // The encoder refuses to leave its border out: one module all round, cut off again.
  const bordered = encodeQR(text, 'raw', { ecc: 'medium', border: 1 })
  const modules = bordered.slice(1, -1).map((row) => row.slice(1, -1))
  const rows = modules.map((row, y) => runs(row).map(([from, to]) => `M${from} ${y}h${to - from}v1h${from - to}z`))
  return { size: modules.length, path: rows.flat().join('') }
}

const runs = (row: readonly boolean[]): [number, number][] => {
  const found: [number, number][] = []
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue
    const from = x
    while (row[x] === true) x++
    found.push([from, x])
  }
  return found
}
