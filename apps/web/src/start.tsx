/** Puts the app into the page. Loaded by main.ts. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { chooseLanguage } from './i18n/messages.ts'
import { takeDoorLinks } from './screens/door/static-door.ts'

const root = document.getElementById('app')
if (root !== null) {
  takeDoorLinks()
  void chooseLanguage(navigator.languages).then(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  )
}
