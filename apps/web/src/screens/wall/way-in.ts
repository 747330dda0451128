/** Where phones can go to come into a room, as the server knows it: nowhere, where only this machine can reach it. */
import { useEffect, useState } from 'react'
import { call } from '../../client/call.ts'

export interface WayIn {
  /** The link for a camera; undefined: no phone can reach this server. */
  readonly link: string | undefined
}

/** `undefined` until the server has said. */
export const useWayIn = (code: string): WayIn | undefined => {
  const [way, setWay] = useState<WayIn>()
  useEffect(() => {
    let over = false
    void call('rooms.wall', { code }).then((result) => {
      if (!over && result.ok) setWay({ link: result.value.link })
    })
    return () => {
      over = true
    }
  }, [code])
  return way
}

/** "kith.example", as one says it. */
export const hostOf = (link: string): string => new URL(link).host

/** How phones are let in, as one types it. */
export const SHARE_COMMAND = 'npm start -- --share'
