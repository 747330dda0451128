/** Small choices that this device keeps: on or off. A browser without storage forgets them with the page. */
import { useSyncExternalStore } from 'react'

export type Preference = 'sound' | 'keep-screen-on'

const key = (name: Preference): string => `kith.${name}`
const unkept = new Map<Preference, boolean>()
const listeners = new Set<() => void>()

export const preference = (name: Preference): boolean => {
  try {
    return localStorage.getItem(key(name)) === 'on'
  } catch {
    return unkept.get(name) ?? false
  }
}

export const setPreference = (name: Preference, on: boolean): void => {
  unkept.set(name, on)
  try {
    localStorage.setItem(key(name), on ? 'on' : 'off')
  } catch {
    // Kept for as long as the page is open.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePreference = (name: Preference): readonly [boolean, (on: boolean) => void] => [
  useSyncExternalStore(subscribe, () => preference(name)),
  (on) => setPreference(name, on),
]
