/**
 * Words shown to people. Each screen has one file in en/, which it imports and passes to `useMessages`; English thus
 * travels with its screen. Another language is one object of the type `Messages` (en.ts), so that the compiler finds
 * what is missing; it is loaded as a whole, and its sections take the places of the English ones.
 */
import { useSyncExternalStore } from 'react'
import type { Messages } from './en.ts'

export type SectionName = keyof Messages

const SECTION = Symbol('section')
type Named = { readonly [SECTION]?: SectionName }

/** Declares the words of one screen: `export const room = words('room', { … })`. */
export const words = <const N extends string, T extends object>(name: N, section: T): T =>
  Object.defineProperty(section, SECTION, { value: name })

/** Languages besides English. */
const LANGUAGES: Readonly<Record<string, () => Promise<Messages>>> = {}

let current: { readonly locale: string; readonly messages: Messages | undefined } = {
  locale: globalThis.navigator?.language ?? 'en-GB',
  messages: undefined,
}
const listeners = new Set<() => void>()

/** The language tag by which dates and numbers are written. */
export const locale = (): string => current.locale

/** Takes the first of the device's languages that Kith speaks; English else, with the device's own dates and numbers. */
export const chooseLanguage = async (wanted: readonly string[]): Promise<void> => {
  for (const tag of wanted) {
    const [language = ''] = tag.split('-')
    if (language === 'en') return use(tag, undefined)
    const load = LANGUAGES[language]
    if (load !== undefined) return use(tag, await load())
  }
}

const use = (tag: string, messages: Messages | undefined): void => {
  current = { locale: tag, messages }
  document.documentElement.lang = messages === undefined ? 'en' : tag
  for (const listener of listeners) listener()
}

/** The same section in the language that is chosen. Outside of React; within, `useMessages`. */
export const inLanguage = <T extends object>(english: T): T => {
  const name = (english as Named)[SECTION]
  return name === undefined ? english : ((current.messages?.[name] as T | undefined) ?? english)
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useMessages = <T extends object>(english: T): T => {
  const state = () => current
  useSyncExternalStore(subscribe, state, state)
  return inLanguage(english)
}
