/** What Chromium's stand-in camera sees: a QR code, as a film of a few frames (YUV4MPEG2). */
import { encodeQR } from 'qr'

const WIDTH = 640
const HEIGHT = 480
/** Pixels for a module of the code. */
const SCALE = 10

/** Launches a browser whose camera looks at `film`, a file; nobody is asked whether it may. */
export const cameraArgs = (film: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]

export const filmOf = (text: string): Buffer => {
  const code = encodeQR(text, 'raw', { border: 2 })
  const luma = Buffer.alloc(WIDTH * HEIGHT, 235)
  const [left, top] = [WIDTH, HEIGHT].map((size) => Math.floor((size - code.length * SCALE) / 2)) as [number, number]
  for (const [y, row] of code.entries())
    for (const [x, isDark] of row.entries())
      for (let line = 0; isDark && line < SCALE; line++) {
        const from = (top + y * SCALE + line) * WIDTH + left + x * SCALE
        luma.fill(16, from, from + SCALE)
      }
  // No colour: both other planes are in the middle, at half the width and height.
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)])
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`)
  return Buffer.concat([head, ...Array.from({ length: 5 }, () => frame)])
}
