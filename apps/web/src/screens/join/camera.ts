/** Looks through the camera until it reads a code. The decoder is loaded when the first picture is there. */

export type CameraTrouble = 'insecure' | 'absent' | 'refused'

/** Wider pictures are read no better, and slower. */
const WIDTH = 640
const PAUSE_MS = 120

export const openCamera = async (): Promise<MediaStream | CameraTrouble> => {
  if (!isSecureContext) return 'insecure'
  if (navigator.mediaDevices?.getUserMedia === undefined) return 'absent'
  try {
    // The one that looks away from its holder, where there are two.
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' } }, audio: false })
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    return name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'absent'
  }
}

export const closeCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}

/** Calls back with every reading, until stopped. */
export const watch = (video: HTMLVideoElement, onText: (text: string) => void): (() => void) => {
  let over = false
  const canvas = document.createElement('canvas')
  const look = async (): Promise<void> => {
    const { decodeQR } = await import('qr/decode.js')
    while (!over) {
      const picture = pictureOf(video, canvas)
      const text = picture && read(() => decodeQR(picture))
      if (text !== undefined && !over) onText(text)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  void look()
  return () => {
    over = true
  }
}

const pictureOf = (video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined => {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0 || videoHeight === 0) return undefined
  const scale = Math.min(1, WIDTH / videoWidth)
  canvas.width = Math.round(videoWidth * scale)
  canvas.height = Math.round(videoHeight * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return context?.getImageData(0, 0, canvas.width, canvas.height)
}

/** The decoder throws for a picture without a code. */
const read = (decode: () => string): string | undefined => {
  try {
    return decode()
  } catch {
    return undefined
  }
}
