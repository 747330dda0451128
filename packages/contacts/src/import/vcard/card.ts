/** From the properties of one card to a draft of a contact. */
import { Draft } from '../draft.ts'
import { handleOn, socialName } from '../handles.ts'
import { splitUnescaped, unescaped } from './escapes.ts'
import type { Property } from './property.ts'

/** Bytes of kept properties: photos are dropped before, so a real card has a few hundred. */
const LARGEST_CARD = 1024 * 1024

export class Card {
  readonly draft: Draft
  isGroup = false
  #version = ''
  #bytes = 0

  constructor(line: number) {
    this.draft = new Draft(line)
  }

  get isTooLarge(): boolean {
    return this.#bytes > LARGEST_CARD
  }

  /** Whether `bytes` more may be kept. */
  admits(bytes: number): boolean {
    this.#bytes += bytes
    return !this.isTooLarge
  }

  add(property: Property): void {
    if (property.name === 'VERSION') this.#version = property.value.trim()
    else if (property.name === 'N') this.draft.parts ||= this.#readingOrder(property.value)
    else READERS[property.name]?.(this.draft, property)
    if (GROUP_KIND.has(property.name) && /^\s*group\s*$/i.test(property.value)) this.isGroup = true
  }

  /** Family; given; additional; prefixes; suffixes, each a list from 3.0 on, brought into the order of speech. */
  #readingOrder(value: string): string {
    const isOld = this.#version === '2.1'
    const parts = splitUnescaped(value, ';').map((part) =>
      isOld ? unescaped(part) : splitUnescaped(part, ',').map(unescaped).join(' '),
    )
    return inReadingOrder(parts)
  }
}

/** The five components of N as they are spoken. */
export function inReadingOrder(parts: readonly string[]): string {
  const [family, given, additional, prefix, suffix] = parts
  return [prefix, given, additional, family, suffix].filter((part) => part?.trim()).join(' ')
}

/** The properties whose lines are kept; all others, photos among them, are dropped as they pass. */
export function isWanted(name: string): boolean {
  return name in READERS || GROUP_KIND.has(name) || name === 'N' || name === 'VERSION'
}

const GROUP_KIND = new Set(['KIND', 'X-ADDRESSBOOKSERVER-KIND'])

/** Machines that answer instead of people; a number that also takes voice is kept. */
const MACHINES = ['fax', 'pager', 'modem', 'bbs']

type Reader = (draft: Draft, property: Property) => void

const READERS: Readonly<Record<string, Reader>> = {
  __proto__: null as never,
  FN: (draft, { value }) => {
    if (draft.display.trim() === '') draft.display = unescaped(value)
  },
  NICKNAME: (draft, { value }) => {
    draft.nickname ||= firstOf(value, ',')
  },
  ORG: (draft, { value }) => {
    draft.organisation ||= firstOf(value, ';')
  },
  EMAIL: (draft, { value }) => draft.addEmails(unescaped(value)),
  TEL: (draft, { value, types }) => {
    const isMachine = MACHINES.some((type) => types.has(type)) && !types.has('voice') && !types.has('cell')
    if (!isMachine) draft.addPhone(unescaped(value))
  },
  URL: (draft, { value }) => draft.addUrl(unescaped(value)),
  IMPP: readSocial,
  'X-SOCIALPROFILE': readSocial,
  SOCIALPROFILE: readSocial,
  CATEGORIES: (draft, { value }) => {
    for (const category of splitUnescaped(value, ',')) draft.addCategory(unescaped(category))
  },
  RELATED: (draft, { types }) => {
    for (const type of types) draft.addCategory(type)
  },
  'X-ABSHOWAS': (draft, { value }) => {
    if (/^\s*company\s*$/i.test(value)) draft.company = true
  },
  KIND: (draft, { value }) => {
    if (/^\s*(org|location|application|device)\s*$/i.test(value)) draft.company = true
  },
}

/** RFC 9554 3.6 SOCIALPROFILE, Apple's X-SOCIALPROFILE, IMPP: a web address, a social name, or a user on a service. */
function readSocial(draft: Draft, { value, types, parameters }: Property): void {
  const text = unescaped(value).trim()
  if (/^https?:/i.test(text)) {
    draft.addUrl(text)
    return
  }
  const services = [parameters.get('service-type'), parameters.get('x-service-type'), ...types]
  const user = parameters.get('x-user') ?? parameters.get('username') ?? text
  for (const service of services) {
    if (service !== undefined) draft.addHandle(handleOn(service, user))
  }
  draft.addHandle(socialName(text))
}

function firstOf(value: string, separator: ';' | ','): string {
  return (
    splitUnescaped(value, separator)
      .map(unescaped)
      .find((part) => part.trim()) ?? ''
  )
}
