// npm run budget: builds the app where it is out of date, prints the bytes of each screen, and ends with 1 when over.
import './ensure-installed.mjs'
import { buildWeb } from './build-web.mjs'

if (buildWeb()) await import('../apps/web/scripts/budget.mjs')
else process.exitCode = 1
