/** What stands on the poster: the room is there, and phones can reach it or not. */
import { useEffect, useState } from 'react'
import { call } from '../../client/call.ts'
import type { QrPath } from '../../ui/qr-path.ts'

export type Poster =
  | { readonly state: 'looking' }
  | { readonly state: 'no-room' }
  | { readonly state: 'seen'; readonly link: string | undefined; readonly qr: QrPath | undefined }

const AGAIN_MS = 3000

export const usePoster = (code: string): Poster => {
  const [poster, setPoster] = useState<Poster>({ state: 'looking' })
  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const next = await lookUp(code)
      if (over) return
      if (next === undefined) timer = setTimeout(() => void look(), AGAIN_MS)
      else setPoster(next)
    }
    void look()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [code])
  return poster
}

/** `undefined`: not to be had just now. */
const lookUp = async (code: string): Promise<Poster | undefined> => {
  const result = await call('rooms.wall', { code })
  if (!result.ok) return result.error.error === 'no-room' ? { state: 'no-room' } : undefined
  const { link } = result.value
  if (link === undefined) return { state: 'seen', link, qr: undefined }
  const { qrPath } = await import('../../ui/qr-path.ts')
  return { state: 'seen', link, qr: qrPath(link) }
}
