/** Pages that are made here, without the app: a heading, words, one small style sheet. */
import { createHash } from 'node:crypto'
import { plainPage } from './policies.ts'

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${String(letter.charCodeAt(0))};`)

const STYLE = `
:root { color-scheme: light dark; --paper: #fbf6ec; --ink: #2b2320; --soft: #6d625b; --line: #d9cdbb }
@media (prefers-color-scheme: dark) { :root { --paper: #1f1a17; --ink: #f3e9da; --soft: #b8aa9b; --line: #4a4039 } }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere }
h1, h2, h3 { font-family: Georgia, serif; font-weight: 600; line-height: 1.2 }
h2 { margin-top: 3rem } h3 { margin: 2.25rem 0 .25rem; font-size: 1.125rem }
a { color: inherit } p { margin: .5rem 0 } .soft { color: var(--soft) }
pre { white-space: pre-wrap; border-left: 3px solid var(--line); margin: .5rem 0; padding: .25rem 0 .25rem .875rem }
code, pre { font: .9375rem/1.5 ui-monospace, monospace }
table { border-collapse: collapse } th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0;
  border-bottom: 1px solid var(--line) }
`

export const PLAIN_POLICY = plainPage(createHash('sha256').update(STYLE).digest('base64'))

/** `body` is HTML already. */
export const plainHtml = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`
