/** The page that asks one social server for one's own follows. */
import { words } from '../messages.ts'
import { formatNumber, plural } from '../plural.ts'

const people = (n: number): string => plural(n, { one: '# person', other: '# people' })

export const follows = words('follows', {
  back: 'Back',
  head: 'Who follows you back',
  lead: 'Type your Mastodon or Bluesky name. Those who follow you, and whom you follow, become your people.',
  label: 'Your name there',
  help: 'ana@mastodon.example or @ana.bsky.social',
  unread: 'This is no name of Mastodon or Bluesky. It looks like ana@mastodon.example, or like @ana.bsky.social.',
  asks: (server: string) =>
    `This page will ask ${server}, and nobody else. No password is needed: it asks for what everyone may see.`,
  asksYours: 'This page asks the one server that your name is on, and nobody else. No password is needed.',
  apart: 'This page never sees your address book.',
  go: (server: string) => `Ask ${server}`,
  goPlain: 'Ask',
  asking: (server: string) => `Asking ${server}…`,
  soFar: (n: number) => `${people(n)} so far`,
  stop: 'Stop',
  found: (n: number) => `${people(n)} follow each other with you`,
  foundOne: 'One person and you follow each other',
  foundOf: (following: number, followers: number) =>
    `You follow ${formatNumber(following)}, and ${formatNumber(followers)} follow you. Only those who do both count.`,
  cut: 'There were more than this page asks for: the first four thousand of each list were read.',
  none: 'Nobody there follows you back yet. Try another way of bringing your people.',
  take: 'Bring them',
  another: 'Another name',
  problems: {
    'unknown-name': (name: string, server: string) =>
      `${server} knows nobody called ${name}. Look at the spelling once more.`,
    hidden: (name: string) =>
      `${name} keeps these lists hidden, which is a fine thing to do. In your profile’s settings you can show them for a minute, or bring your people another way.`,
    'members-only': (_: string, server: string) =>
      `${server} shows such lists only to its own members. Its export of those you follow is another way: choose the file on the page before.`,
    busy: (_: string, server: string) =>
      `${server} has been asked too often just now. Nothing is lost. Try again in five minutes.`,
    'no-answer': (_: string, server: string) =>
      `${server} does not answer as such servers do. Look at the name after the @, or try again later.`,
  },
  offlineHead: 'This page needs a connection',
  offline: 'It asks your own server. What you brought before is kept.',
  again: 'Try again',
})
