/** The screens that there are, each a chunk of its own, loaded when its address is asked for. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { ROUTES, type ScreenName } from './routes.ts'

type Screen = ComponentType
type Loader = () => Promise<{ default: Screen }>

// Found in the folders, so that a screen is there as soon as its file is.
const loaders = import.meta.glob<{ default: Screen }>('./screens/*/screen.tsx')

const loaderOf = (name: string): Loader | undefined => loaders[`./screens/${name}/screen.tsx`]

const made = new Map<string, LazyExoticComponent<Screen>>()

const screenOf = (name: string): LazyExoticComponent<Screen> | undefined => {
  const load = loaderOf(name)
  if (load === undefined) return undefined
  const screen = made.get(name) ?? lazy(load)
  made.set(name, screen)
  return screen
}

export const SCREENS: readonly { path: string; screen: ScreenName; Screen: LazyExoticComponent<Screen> }[] =
  ROUTES.flatMap(({ path, screen }) => {
    const Screen = screenOf(screen)
    return Screen === undefined ? [] : [{ path, screen, Screen }]
  })

/** Fetches a screen's chunk before it is asked for: the next likely one. */
export const preload = (name: string): void => {
  void loaderOf(name)?.()
}
