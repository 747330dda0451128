/** Between Unix seconds and what a `datetime-local` box holds: the device's own day and hour, without a zone. Pure. */

const two = (n: number): string => String(n).padStart(2, '0')

export const toBox = (seconds: number): string => {
  const date = new Date(seconds * 1000)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** `undefined` while the box is empty or half filled. */
export const fromBox = (text: string): number | undefined => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return undefined
  const milliseconds = new Date(text).getTime()
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000)
}
