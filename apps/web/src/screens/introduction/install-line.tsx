/** After an introduction, and never before one: a quiet line that puts Kith on the home screen, where the browser can. */
import House from 'lucide-react/icons/house'
import { useSyncExternalStore } from 'react'
import { hasInstallOffer, makeInstallOffer, onInstallOffer } from '../../device/install.ts'
import { introduction as words } from '../../i18n/en/introduction.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Hint } from '../../ui/hint.tsx'

export const InstallLine = () => {
  const say = useMessages(words)
  if (!useSyncExternalStore(onInstallOffer, hasInstallOffer)) return null
  return (
    <div>
      <Hint icon={House} small>
        {say.install}
      </Hint>
      <Button kind="text" onPress={makeInstallOffer}>
        {say.installGo}
      </Button>
    </div>
  )
}
