/** A room's code: the picture for cameras, six letters in threes, and a word under each to read aloud. */
import { useEffect, useState } from 'react'
import { pieces } from '../i18n/en/pieces.ts'
import { useMessages } from '../i18n/messages.ts'
import './code.css'

export interface QrCodeProps {
  /** What the picture says: a link. */
  link: string
  label?: string
}

/** Ink on card paper, also at night. The encoder is loaded when the first code is shown. */
export const QrCode = ({ link, label }: QrCodeProps) => {
  const say = useMessages(pieces)
  const [picture, setPicture] = useState<{ link: string; size: number; path: string }>()
  useEffect(() => {
    let live = true
    void import('./qr-path.ts').then(({ qrPath }) => live && setPicture({ link, ...qrPath(link) }))
    return () => {
      live = false
    }
  }, [link])
  // Four modules of air all round: cameras need them.
  const size = (picture?.size ?? 29) + 8
  return (
    <svg
      className="k-qr"
      viewBox={`-4 -4 ${size} ${size}`}
      role="img"
      aria-label={label ?? say.codePicture}
      shapeRendering="crispEdges"
    >
      {picture?.link === link && <path d={picture.path} />}
    </svg>
  )
}

export interface LettersProps {
  /** Six letters. */
  code: string
  /** A word for each of them. */
  words: readonly string[]
}

export const Letters = ({ code, words }: LettersProps) => {
  const say = useMessages(pieces)
  const letters = [...code].map((letter, i) => ({ letter, word: words[i] ?? '', at: `${i}${letter}` }))
  return (
    <fieldset className="k-letters" aria-label={say.codeLetters}>
      {[letters.slice(0, 3), letters.slice(3)].map((three, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: there are always two halves
        <ol key={i}>
          {three.map(({ letter, word, at }) => (
            <li key={at}>
              <b>{letter}</b>
              <small>{word}</small>
            </li>
          ))}
        </ol>
      ))}
    </fieldset>
  )
}

export interface CodeProps extends LettersProps {
  /** Absent: no phone can reach the server, and there is no picture (no code ever shows an address that leads nowhere). */
  link?: string | undefined
}

/** Both on a place card, as an empty room shows it. */
export const Code = ({ link, code, words }: CodeProps) => (
  <section className="k-place-card k-code">
    <div className="k-code-in">
      {link !== undefined && <QrCode link={link} />}
      <Letters code={code} words={words} />
    </div>
  </section>
)

/** The six letters in one line, in threes. */
export const CodeInline = ({ code }: Pick<LettersProps, 'code'>) => (
  <b className="k-code-inline">
    {code.slice(0, 3)} {code.slice(3)}
  </b>
)
