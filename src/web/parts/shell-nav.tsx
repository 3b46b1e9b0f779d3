// The ways around at the top of every page: one person's pages on one line, or an organisation's under a few words.
import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import { useKind } from '../data/use-session.ts'
import { shellWords } from '../words/shell.ts'
import { Later } from './later.tsx'

/** Loaded only where there is an organisation. */
const TeamNav = lazy(async () => ({ default: (await import('./team-nav.tsx')).TeamNav }))

/** Its place is kept free until it is known whose pages these are. */
export function ShellNav() {
  const kind = useKind()
  return (
    <nav className="shell-nav" aria-label={shellWords.navigation}>
      {kind === 'personal' ? <OwnLinks /> : null}
      {kind === 'team' ? (
        <Later>
          <TeamNav />
        </Later>
      ) : null}
    </nav>
  )
}

function OwnLinks() {
  return (
    <>
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
    </>
  )
}
