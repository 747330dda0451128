/**
 * The twelve things of a sign, drawn in ink on the sign's colour, in a square of 200. Lines that cut into a thing take
 * the colour of the sign (`k-sign-cut`).
 */
import type { ReactNode } from 'react'

export type SignThing =
  | 'kite'
  | 'leaf'
  | 'boat'
  | 'star'
  | 'fish'
  | 'pear'
  | 'bell'
  | 'cup'
  | 'key'
  | 'hat'
  | 'bird'
  | 'moon'

export interface SignShape {
  readonly viewBox: string
  readonly drawing: ReactNode
}

const SQUARE = '0 0 200 200'
const BOW = 'M0 0-15-9v18ZM0 0l15-9v18Z'

export const SIGN_SHAPES: Readonly<Record<SignThing, SignShape>> = {
  kite: {
    viewBox: '28 -4 152 212',
    drawing: (
      <>
        <g transform="rotate(20 100 76)">
          <path d="M100 0 162 62 100 156 38 62Z" />
          <path className="k-sign-cut" d="M100-2v160M36 62h128" />
        </g>
        <path className="k-sign-line" strokeWidth={4.5} d="M72 151c-28 25 4 45 32 31s46-10 64 14" />
        <path transform="translate(67 181) rotate(128)" d={BOW} />
        <path transform="translate(104 182) rotate(63)" d={BOW} />
        <path transform="translate(141 175) rotate(102)" d={BOW} />
      </>
    ),
  },
  leaf: {
    viewBox: SQUARE,
    drawing: (
      <>
        <path d="M168 26c10 76-16 128-68 132-34 2-62-22-60-58C42 54 92 26 168 26Z" />
        <path className="k-sign-cut" d="M30 182c20-52 56-90 104-118" />
        <path className="k-sign-line" strokeWidth={6} d="M30 182 62 134" />
      </>
    ),
  },
  boat: {
    viewBox: SQUARE,
    drawing: (
      <>
        <path d="M20 132h160c-8 32-26 48-48 48H68c-22 0-40-16-48-48Z" />
        <path d="M94 16v104H34Z" />
        <path d="M108 40v80h54Z" />
      </>
    ),
  },
  star: { viewBox: SQUARE, drawing: <path d="m100 14 26 56 61 7-45 42 12 60-54-30-54 30 12-60-45-42 61-7Z" /> },
  fish: {
    viewBox: SQUARE,
    drawing: (
      <>
        <path d="M14 100c26-42 82-58 124-24l46-34c-10 34-10 82 0 116l-46-34c-42 34-98 18-124-24Z" />
        <circle className="k-sign-hole" cx="58" cy="90" r="8" />
      </>
    ),
  },
  pear: {
    viewBox: SQUARE,
    drawing: (
      <>
        <path d="M100 44c16 0 24 14 26 32 2 20 26 32 26 64 0 30-24 46-52 46s-52-16-52-46c0-32 24-44 26-64 2-18 10-32 26-32Z" />
        <path className="k-sign-line" strokeWidth={6} d="M100 46c-2-14 2-24 12-32" />
        <path d="M104 28c14-18 34-16 46-10-8 16-28 22-46 10Z" />
      </>
    ),
  },
  bell: {
    viewBox: SQUARE,
    drawing: (
      <>
        <path d="M100 20c34 0 48 28 50 60 2 34 8 50 22 66H28c14-16 20-32 22-66 2-32 16-60 50-60Z" />
        <path d="M78 158h44c-2 16-11 26-22 26s-20-10-22-26Z" />
        <circle cx="100" cy="18" r="10" />
      </>
    ),
  },
  cup: {
    viewBox: SQUARE,
    drawing: (
      <>
        <path d="M34 60h104v66c0 30-20 50-52 50s-52-20-52-50Z" />
        <path className="k-sign-line" strokeWidth={12} d="M140 76h14c28 0 28 50 0 52h-18" />
        <path className="k-sign-line" strokeWidth={6} d="M64 44c-8-12 8-16 0-30m34 30c-8-12 8-16 0-30" />
      </>
    ),
  },
  key: {
    viewBox: SQUARE,
    drawing: (
      <g transform="rotate(-45 100 100)">
        <path d="M80 88h106a10 10 0 0 1 10 10v34a8 8 0 0 1-8 8h-8a8 8 0 0 1-8-8v-12h-14v20a8 8 0 0 1-8 8h-10a8 8 0 0 1-8-8v-20H80Z" />
        <circle cx="46" cy="103" r="46" />
        <circle className="k-sign-hole" cx="36" cy="103" r="17" />
      </g>
    ),
  },
  hat: {
    viewBox: SQUARE,
    drawing: (
      <>
        <path d="M58 128c-2-38-2-66 6-82 6-12 20-16 32-8 4 3 6 3 10 0 12-8 26-4 31 8 7 16 7 44 5 82Z" />
        <path d="M8 122c8-8 22-6 36 0 36 16 76 16 112 0 14-6 28-8 36 0 6 8-2 20-14 28-42 26-114 26-156 0-12-8-20-20-14-28Z" />
        <path className="k-sign-cut" strokeWidth={7} d="M56 113c28 14 60 14 88 0" />
      </>
    ),
  },
  bird: {
    viewBox: SQUARE,
    drawing: (
      <>
        <path d="M186 66 162 54c-8-18-26-26-44-20-14 5-22 16-26 30-8 26-34 44-82 52 12 12 28 18 46 20-8 8-20 14-36 18 22 10 52 12 78 4 44-14 68-46 68-78Z" />
        <path className="k-sign-cut" d="M134 82c-6 34-28 54-66 60" />
        <circle className="k-sign-hole" cx="134" cy="58" r="7" />
        <path className="k-sign-line" strokeWidth={6} d="M96 158v26m-12 0h24m14-34v34m-12 0h24" />
      </>
    ),
  },
  moon: {
    viewBox: SQUARE,
    drawing: (
      <>
        <path d="M118 14a88 88 0 1 0 66 126c-62 22-108-56-66-126Z" />
        <path d="m152 34 8 17 19 2-14 13 4 19-17-10-17 10 4-19-14-13 19-2Z" />
      </>
    ),
  },
}
