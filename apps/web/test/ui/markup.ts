/** What a piece draws, as markup. */
import { createElement, type FunctionComponent, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Router, type RouterOptions } from 'wouter'

export const markup = (element: ReactElement): string =>
  renderToStaticMarkup(createElement(Router as FunctionComponent<RouterOptions>, { ssrPath: '/' }, element))

/** What somebody reads of it. */
export const reading = (element: ReactElement): string =>
  markup(element)
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#x27;/g, '’')
    .replace(/\s+/g, ' ')
    .trim()

export const count = (text: string, what: string): number => text.split(what).length - 1
