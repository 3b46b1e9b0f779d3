// The frame around every page.
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { frameworkQuery, meQuery } from '../data/queries.ts'
import { shellWords } from '../words/shell.ts'
import { Mark } from './mark.tsx'
import { ShellFoot } from './shell-foot.tsx'
import { TargetLine } from './target-line.tsx'

/** Loaded after the page; its place is kept free. */
const ShellTools = lazy(async () => ({ default: (await import('./shell-tools.tsx')).ShellTools }))
/** Loaded after the page itself: it is rarely there. */
const VersionLine = lazy(async () => ({ default: (await import('./version-line.tsx')).VersionLine }))

export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const wide = path.startsWith('/map') || path.startsWith('/matrix') || path.endsWith('/edit') || undefined
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
            <nav className="shell-nav" aria-label={shellWords.navigation}>
              <Link to="/map">{shellWords.map}</Link>
              <Link to="/focus">{shellWords.focus}</Link>
              <Link to="/plan">{shellWords.plan}</Link>
              <Link to="/assess">{shellWords.assess}</Link>
              <Link to="/journal" className="shell-wide">
                {shellWords.journal}
              </Link>
              <Link to="/roles">{shellWords.roles}</Link>
              <Link to="/skills">{shellWords.skills}</Link>
              <Link to="/settings">{shellWords.settings}</Link>
            </nav>
            <div className="shell-tools">
              <Suspense>
                <ShellTools />
              </Suspense>
            </div>
          </div>
          {path === '/' ? null : <TargetLine />}
          <Suspense>{path.startsWith('/frameworks/') ? null : <VersionLine />}</Suspense>
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
