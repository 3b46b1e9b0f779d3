// The foot of every page: what the numbers are, where what one writes stays, and for one person the pages that have no room above.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, useId } from 'react'
import { meQuery } from '../data/queries.ts'
import { useKind } from '../data/use-session.ts'
import { shellWords } from '../words/shell.ts'
import { Later } from './later.tsx'

/** Loaded after the page: only an organisation has it. */
const TeamFoot = lazy(async () => ({ default: (await import('./team-foot.tsx')).TeamFoot }))

/** What one keeps about one's own work. */
const forYourself = [
  { to: '/journal', name: shellWords.journal },
  { to: '/told', name: shellWords.told },
  { to: '/week', name: shellWords.week },
  { to: '/packet', name: shellWords.packet },
  { to: '/others', name: shellWords.others },
] as const

/** What one does with somebody, whether one leads them or not. */
const withOthers = [
  { to: '/people', name: shellWords.people },
  { to: '/say', name: shellWords.say },
  { to: '/talks', name: shellWords.talks },
  { to: '/share', name: shellWords.share },
] as const

const about = [
  { to: '/about-skills', name: shellWords.aboutSkills },
  { to: '/glossary', name: shellWords.glossary },
  { to: '/frameworks', name: shellWords.frameworks },
] as const

export function ShellFoot({ wide }: { wide: true | undefined }) {
  const kind = useKind()
  return (
    <footer className="shell-foot">
      <div className="shell-inner" data-wide={wide}>
        {kind === 'personal' ? (
          <nav className="shell-further" aria-label={shellWords.further}>
            <Group name={shellWords.forYourself} links={forYourself} />
            <Group name={shellWords.withOthers} links={withOthers} />
            <Group name={shellWords.about} links={about} />
          </nav>
        ) : null}
        <p>
          <Link to="/about-numbers">{shellWords.judgement}</Link>{' '}
          {kind === 'personal' ? <span className="no-print">{shellWords.staysHere}</span> : null}
          <PrintedFrom />
        </p>
        {kind === 'team' ? (
          <Later>
            <TeamFoot />
          </Later>
        ) : null}
      </div>
    </footer>
  )
}

type FootLink = (typeof forYourself | typeof withOthers | typeof about)[number]

/** Whom the pages are for, and the pages on a line beside it, or below it on a phone. */
function Group({ name, links }: { name: string; links: readonly FootLink[] }) {
  const id = useId()
  return (
    <>
      <p id={id}>{name}</p>
      <ul aria-labelledby={id}>
        {links.map((link) => (
          <li key={link.to}>
            <Link to={link.to}>{link.name}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** On paper: which framework, and which version of it, the page was made from. */
function PrintedFrom() {
  const framework = useQuery(meQuery).data?.framework
  return framework ? (
    <span className="print-only"> {shellWords.printedFrom(framework.name, framework.version)}</span>
  ) : null
}
