/** The page of pieces, for development. Words stand here as they are: nobody reads this page in another language. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Drawn } from './drawn.tsx'
import { Formed } from './formed.tsx'
import { Peopled } from './peopled.tsx'
import './show.css'

const root = document.getElementById('app')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <main className="k-main show">
        <h1>The pieces</h1>
        <Drawn />
        <div className="show-columns">
          <Formed />
          <Peopled />
        </div>
      </main>
    </StrictMode>,
  )
