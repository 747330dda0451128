/**
 * The document of /follows. It stands apart (DATA3): its policy lets it ask any server, and in return it loads neither
 * the address book nor a worker. A test walks its imports.
 */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { chooseLanguage } from '../../i18n/messages.ts'
import { FollowsPage } from './follows-page.tsx'

const CODE = /^[A-Z]{6}$/

const backFrom = (search: string): string => {
  const code = new URLSearchParams(search).get('room') ?? ''
  return CODE.test(code) ? `/r/${code}/bring` : '/bring'
}

const root = document.getElementById('app')
if (root !== null) {
  void chooseLanguage(navigator.languages).then(() =>
    createRoot(root).render(
      <StrictMode>
        <FollowsPage back={backFrom(location.search)} />
      </StrictMode>,
    ),
  )
}
