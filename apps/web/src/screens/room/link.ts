/** The address of a room, as a code or a message carries it. */
export const roomLink = (code: string): string => new URL(`/r/${code}`, location.origin).href
