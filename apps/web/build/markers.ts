/**
 * The server fills three markers of index.html as it sends the page: where it was asked for, whether there is a made-up
 * evening, and whether the address is one where browsers keep back what needs https. Vite's own server does it here.
 */
import type { Plugin } from 'vite'

export const markers = (): Plugin => ({
  name: 'kith-markers',
  apply: 'serve',
  transformIndexHtml: (html, { originalUrl = '/' }) =>
    html
      .replace('%KITH_AT%', originalUrl.split('?')[0] === '/' ? 'door' : 'app')
      .replace('%KITH_TRY%', '1')
      .replace('%KITH_LIMITED%', originalUrl.includes('limited') ? '1' : '0'),
})
