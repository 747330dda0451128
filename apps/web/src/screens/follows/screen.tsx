/** What the app shows at /follows when the document of its own could not be fetched: it needs a connection anyway. */
import { follows } from '../../i18n/en/follows.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { BackBar, Page, PageHead } from '../../ui/page.tsx'

const FollowsOffline = () => {
  const say = useMessages(follows)
  return (
    <Page top={<BackBar href="/bring" />}>
      <PageHead head={say.offlineHead} lead={say.offline} />
      <Button kind="primary" onPress={() => location.reload()}>
        {say.again}
      </Button>
    </Page>
  )
}

export default FollowsOffline
