// npm start: installs what is missing, then does what `kith start` does, in this same process. Words after it are handed on.
import './ensure-installed.mjs'

await import('../apps/server/bin/kith.mjs')
