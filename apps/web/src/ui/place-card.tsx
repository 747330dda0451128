/** Paper on the cloth. A place card carries an engraved line: only named people and codes get one. */
import type { ReactNode } from 'react'
import './place-card.css'

export interface CardProps {
  children: ReactNode
  /** Says what the card is, to those who do not see it. */
  label?: string
  /** `list` for rows that touch its edges, `text` for words, `wide` for a picture. */
  padding?: 'list' | 'text' | 'wide'
  className?: string
}

export const Card = ({ children, label, padding = 'text', className = '' }: CardProps) => (
  <section className={`k-card k-card-${padding} ${className}`} {...(label !== undefined && { 'aria-label': label })}>
    {children}
  </section>
)

export const PlaceCard = ({ children, label, className = '' }: Omit<CardProps, 'padding'>) => (
  <section className={`k-place-card ${className}`} {...(label !== undefined && { 'aria-label': label })}>
    {children}
  </section>
)
