// The frame around every page.
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { frameworkQuery, meQuery } from '../data/queries.ts'
import { shellWords } from '../words/shell.ts'
import { Later } from './later.tsx'
import { Mark } from './mark.tsx'
import { ShellFoot } from './shell-foot.tsx'
import { ShellNav } from './shell-nav.tsx'
import { TargetLine } from './target-line.tsx'

/** Loaded after the page; its place is kept free. */
const ShellTools = lazy(async () => ({ default: (await import('./shell-tools.tsx')).ShellTools }))
/** Loaded after the page itself, as the next: they are rarely there. */
const InvitedLine = lazy(async () => ({ default: (await import('../account/invited-line.tsx')).InvitedLine }))
const HeldLine = lazy(async () => ({ default: (await import('../person/held-line.tsx')).HeldLine }))
const VersionLine = lazy(async () => ({
  default: (await import('../framework/version-line.tsx')).VersionLine,
}))

export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const wide =
    path.startsWith('/map') ||
    path.startsWith('/matrix') ||
    path.startsWith('/team-map') ||
    path.endsWith('/edit') ||
    undefined
  const main = useFocusOnNewPage(path)
  useFrameworkLanguage()
  return (
    <div className="shell">
      <a className="shell-skip" href="#page">
        {shellWords.skip}
      </a>
      <header className="shell-head">
        <div className="shell-inner" data-wide={wide}>
          <div className="shell-bar">
            <Link to="/" className="shell-name" activeOptions={{ exact: true, includeSearch: false }}>
              <Mark />
              {shellWords.name}
            </Link>
            <ShellNav />
            <div className="shell-tools">
              <Later>
                <ShellTools />
              </Later>
            </div>
          </div>
          {isAboutOneself(path) ? <TargetLine /> : null}
          <Later>
            <InvitedLine />
          </Later>
          <Later>{path === '/about-me' ? null : <HeldLine />}</Later>
          <Later>{path.startsWith('/frameworks/') ? null : <VersionLine />}</Later>
        </div>
      </header>
      <main id="page" className="shell-main" tabIndex={-1} ref={main}>
        <div className="shell-inner" data-wide={wide}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </div>
      </main>
      <ShellFoot wide={wide} />
    </div>
  )
}

/** Where somebody is and may go says nothing on a page about others, or about the organisation. */
const NOT_ABOUT_ONESELF =
  /^\/($|account|ask|calibration|colleagues|openings|opportunities$|organisation|people|prepare|rounds|team-map)/

function isAboutOneself(path: string): boolean {
  return !NOT_ABOUT_ONESELF.test(path)
}

export function Waiting() {
  return (
    <p className="waiting" role="status">
      {shellWords.waiting}
    </p>
  )
}

/** After going to another page the keyboard starts at its beginning, as it would after a full load. */
function useFocusOnNewPage(path: string) {
  const main = useRef<HTMLElement>(null)
  const last = useRef(path)
  useEffect(() => {
    if (last.current === path) return
    last.current = path
    main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}

/** The page's language is the framework's. */
function useFrameworkLanguage() {
  const me = useQuery(meQuery).data
  const digest = me?.framework.digest ?? ''
  const framework = useQuery({ ...frameworkQuery(digest), enabled: digest !== '' }).data
  const language = framework?.language
  useEffect(() => {
    if (language) document.documentElement.lang = language
  }, [language])
}
