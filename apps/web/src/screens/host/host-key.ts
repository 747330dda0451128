/** The keys of the rooms that this device is host of, for its host links. They stay on this device. */

const key = (code: string): string => `kith.host.${code}`

export const keepHostKey = (code: string, hostKey: string): void => {
  try {
    localStorage.setItem(key(code), hostKey)
  } catch {
    // Without storage the desk asks for a new key when it needs one.
  }
}

export const keptHostKey = (code: string): string | undefined => {
  try {
    return localStorage.getItem(key(code)) ?? undefined
  } catch {
    return undefined
  }
}

export const forgetHostKey = (code: string): void => {
  try {
    localStorage.removeItem(key(code))
  } catch {
    // Then there was none.
  }
}
