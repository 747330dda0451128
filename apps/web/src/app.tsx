/** The app: which screen is shown, what is shown while it comes and when it cannot, and the offer of a newer version. */
import { Component, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { pieces } from './i18n/en/pieces.ts'
import { inLanguage, useMessages } from './i18n/messages.ts'
import { isShownToAll, type ScreenName } from './routes.ts'
import { SCREENS } from './screens.ts'
import { registerServiceWorker, type UseNewVersion } from './sw/register.ts'
import { Told } from './told.tsx'
import { Button, ButtonLink } from './ui/button.tsx'
import { ErrorNote } from './ui/error-note.tsx'
import { Notice } from './ui/notice.tsx'
import { Page, PageHead, TopBar } from './ui/page.tsx'
import { Waiting } from './ui/waiting.tsx'

export const App = () => {
  const [path] = useLocation()
  return (
    <>
      {/* A screen that came apart comes back whole at another address. */}
      <Unbroken key={path}>
        {/* The Door stands already: nothing is to be pushed before it. */}
        <Suspense fallback={path === '/' ? null : <Waiting />}>
          <Told path={path}>
            <Switch>
              {SCREENS.map(({ path, screen, Screen }) => (
                <Route key={path} path={path}>
                  <Titled screen={screen} />
                  <Screen />
                </Route>
              ))}
              <Route>
                <NothingHere />
              </Route>
            </Switch>
          </Told>
        </Suspense>
      </Unbroken>
      <NoticesWhere path={path} />
      <NewVersion />
    </>
  )
}

// What is told while another screen is looked at costs nothing at the Door.
const Notices = lazy(async () => ({ default: (await import('./screens/room/notices.tsx')).Notices }))

/** One place for all screens, so that it goes on being there when they change. */
const NoticesWhere = ({ path }: { path: string }) =>
  isShownToAll(path) ? null : (
    <Suspense fallback={null}>
      <Notices />
    </Suspense>
  )

/** The window says which screen it shows: to who listens, and in the list of open windows. */
const Titled = ({ screen }: { screen: ScreenName }) => {
  const title = useMessages(pieces).titles[screen]
  useEffect(() => {
    document.title = title === '' ? 'Kith' : `Kith: ${title}`
  }, [title])
  return null
}

const NothingHere = () => {
  const say = useMessages(pieces)
  return (
    <Page top={<TopBar bare />}>
      <PageHead head={say.nothingHere} lead={say.nothingHereWords} />
      <ButtonLink href="/">{say.toTheFirstPage}</ButtonLink>
    </Page>
  )
}

class Unbroken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    const say = inLanguage(pieces)
    return (
      <Page top={<TopBar bare />}>
        <ErrorNote
          whole
          what={say.brokenHead}
          kept={say.brokenKept}
          action={<Button onPress={() => location.reload()}>{say.tryAgain}</Button>}
        />
      </Page>
    )
  }
}

const NewVersion = () => {
  const say = useMessages(pieces)
  const [use, setUse] = useState<UseNewVersion>()
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void registerServiceWorker((useIt) => setUse(() => useIt))
  }, [])
  return use === undefined ? null : (
    <Notice
      action={
        <Button kind="text" onPress={use}>
          {say.useNewVersion}
        </Button>
      }
    >
      {say.newVersion}
    </Notice>
  )
}
