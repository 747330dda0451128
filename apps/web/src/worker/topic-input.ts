/** TOP2: what own words are before they are scrambled. Whoever types the same in the same room has the same. */
export const topicInput = (code: string, words: string): string =>
  `room:${code}:${words.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()}`
