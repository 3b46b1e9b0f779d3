// The foot of every page: what the numbers are, and every page that the line at the top has no room for, by whom it is for.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { meQuery } from '../data/queries.ts'
import { shellWords } from '../words/shell.ts'

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
  return (
    <footer className="shell-foot">
      <div className="shell-inner" data-wide={wide}>
        <nav className="shell-further" aria-label={shellWords.further}>
          <Group name={shellWords.forYourself} links={forYourself} />
          <Group name={shellWords.withOthers} links={withOthers} />
          <Group name={shellWords.about} links={about} />
        </nav>
        <p>
          <Link to="/about-numbers">{shellWords.judgement}</Link>{' '}
          <span className="no-print">{shellWords.staysHere}</span>
          <PrintedFrom />
        </p>
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
