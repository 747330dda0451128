/** The figures as sentences. */
import type { Figures } from './figures.ts'
import type { Times } from './pace.ts'

/** ENC8, and what the server is to do on two cores at 20 sealings a second; milliseconds, of 99 in 100. */
export const PROMISE_MS = 1000
export const GOAL_MS = 250

export const isOverPromise = ({ sealing }: Figures): boolean => !(sealing.cards.p99 <= PROMISE_MS)

const MOST_SHOWN = 20

export const inWords = (figures: Figures): string => {
  const { source, people, friends, sealing, waves, messages, restart, server, tokens, told, loads, wrong } = figures
  const { p99 } = sealing.cards
  const verdict = p99 <= GOAL_MS ? 'within the goal' : p99 <= PROMISE_MS ? 'within the promise' : 'over the promise'
  return [
    `${people} people of ${source} in one room, ${friends} friends each; load of the machine ${loads[0]} before, ${loads[1]} after.`,
    `tokens: ${tokens.identifiers} identifiers, each evaluated once for all who have it, in ${tokens.batches} batches`,
    `join: ${times(figures.joins)}`,
    `seal, ${figures.rate} a second, ${sealing.seconds.toFixed(1)} s: answer ${times(sealing.answers)}`,
    `from the second sealing to the card on both screens, ${sealing.pairs} pairs: ${times(sealing.cards)} (${verdict})`,
    `wave: ${waves.sent} waves, ${waves.introductions} introductions, ${times(waves.answers)}`,
    `messages: ${messages.sent}, to the other’s screen ${times(messages.delivery)}`,
    `killed with ${restart.underWay} messages under way (${restart.unanswered} unanswered) and started in ${restart.startSeconds} s; all ${people} back at once: everything on the last screen after ${restart.backSeconds} s, ${times(restart.back)}`,
    `server: ${server.rssMb} MB before the kill, ${server.peakRssMb} MB at most`,
    ...server.parts.map(
      ({ part, seconds, cpuSeconds, busy, longestDelayMs }) =>
        `    ${part}: ${seconds} s, ${cpuSeconds} s of CPU, main thread ${Math.round(busy * 100)} % busy, longest pause ${longestDelayMs} ms`,
    ),
    `told: ${told.socketMb} MB over sockets, ${told.httpMb} MB in answers; ${told.cardEvents} times a card, ${told.needlessCardEvents} of them as it was before; ${told.overtaken} messages after a later one`,
    `the devices’ own process paused for ${figures.devicesDelayMs} ms at most in the sealings`,
    wrong.length === 0 ? 'Every card, introduction and message is right.' : `${wrong.length} things are wrong:`,
    ...wrong.slice(0, MOST_SHOWN).map((what) => `    ${what}`),
    '',
  ].join('\n')
}

const times = ({ p50, p99, max }: Times): string => `p50 ${p50} ms, p99 ${p99} ms, max ${max} ms`
