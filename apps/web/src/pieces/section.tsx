/** One group of pieces, with its name. */
import type { ReactNode } from 'react'

export const Section = ({ head, children }: { head: string; children: ReactNode }) => (
  <section>
    <h2>{head}</h2>
    {children}
  </section>
)
