import { describe, expect, it } from 'vitest'
import { introduction } from '../../src/i18n/en/introduction.ts'
import { describeFriend } from '../../src/screens/introduction/describe-friend.ts'
import { labelsFrom } from '../../src/state/labels.ts'

const labels = labelsFrom(
  new Map([
    ['margit', { label: 'Margit Sørensen', tie: 'neighbourhood' as const }],
    ['margit at work', { label: 'M. Sørensen', tie: 'work' as const, story: 'shared a flat in Leeds, 1999' }],
  ]),
)
const inWords = (entries: string[], story?: string) =>
  describeFriend(
    { entries, tie: 'interest', ...(story === undefined ? {} : { story }) },
    labels,
    introduction.ties,
    introduction.unnamedFriend,
  )

describe('a mutual friend in words', () => {
  it('has the name and the story of this device, and the other’s story (REV4)', () => {
    expect(inWords(['margit', 'margit at work'], 'sings in her choir')).toEqual({
      entry: 'margit',
      name: 'Margit Sørensen',
      mine: 'shared a flat in Leeds, 1999',
      theirs: 'sings in her choir',
    })
  })

  it('asks for one’s own story where there is none, and says the tie where they told none (CONV1)', () => {
    expect(inWords(['margit'])).toMatchObject({ mine: undefined, theirs: introduction.ties.interest })
  })

  it('is named by the first of one’s own entries that this device knows', () => {
    expect(inWords(['deleted since', 'margit at work'])).toMatchObject({ entry: 'margit at work', name: 'M. Sørensen' })
  })

  it('is somebody where this device has no name, and then nothing can be told of them', () => {
    expect(inWords(['deleted since'])).toMatchObject({ entry: undefined, name: introduction.unnamedFriend })
  })
})
