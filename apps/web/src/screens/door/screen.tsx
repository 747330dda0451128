/** While the app is at `/`, the Door of index.html is shown. */
import { useLayoutEffect } from 'react'
import { door } from '../../i18n/en/door.ts'
import { useMessages } from '../../i18n/messages.ts'
import { putWords, showDoor } from './static-door.ts'

const Door = () => {
  const say = useMessages(door)
  useLayoutEffect(() => {
    putWords(say)
    showDoor(true)
    return () => showDoor(false)
  }, [say])
  return null
}

export default Door
