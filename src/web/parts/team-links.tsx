// Every page that somebody of an organisation has, under the word of the first level that it stands below.
import type { Session } from '../organisation/api-organisation.ts'
import { keepsPeople } from '../organisation/keeps-people.ts'
import { accountWords } from '../words/account.ts'
import { asSeenByWords } from '../words/as-seen-by.ts'
import { organisationWords } from '../words/organisation.ts'
import { eraseWords, recordPageWords } from '../words/record.ts'
import { shellWords } from '../words/shell.ts'
import { teamWords } from '../words/team.ts'

/** The first level, in this order; one without pages for whoever reads is left out. */
const TEAM_PARTS = ['yourself', 'others', 'team', 'framework', 'organisation'] as const
export type TeamPart = (typeof TEAM_PARTS)[number]

interface TeamLink {
  /** A path of routes.tsx. */
  to: string
  name: string
  /** The first level it stands below; where it is not said, the organisation. */
  part?: TeamPart
  /** Whether the page has something for whoever reads; where it is not said, it has. */
  when?: (session: Session) => boolean
}

const isOn = (session: Session, view: string) => session.views.some((one) => one.view === view)

/** In the order in which they are shown; a page of an organisation takes a line here. */
const links: TeamLink[] = [
  { part: 'yourself', to: '/map', name: shellWords.map },
  { part: 'yourself', to: '/focus', name: shellWords.focus },
  { part: 'yourself', to: '/plan', name: shellWords.plan },
  { part: 'yourself', to: '/assess', name: shellWords.assess },
  { part: 'yourself', to: '/levels', name: teamWords.levels },
  { part: 'yourself', to: '/journal', name: shellWords.journal },
  { part: 'yourself', to: '/week', name: shellWords.week },
  { part: 'yourself', to: '/told', name: shellWords.told },
  { part: 'yourself', to: '/others', name: shellWords.others },
  { part: 'yourself', to: '/packet', name: shellWords.packet },
  { part: 'yourself', to: '/about-me', name: teamWords.heldAboutYou, when: ({ heldBy }) => heldBy > 0 },
  {
    part: 'yourself',
    to: '/opportunities/mine',
    name: teamWords.ownWork,
    when: (me) => isOn(me, 'opportunities'),
  },

  { part: 'others', to: '/asked', name: teamWords.asked },
  { part: 'others', to: '/ask', name: teamWords.ask },
  { part: 'others', to: '/rounds', name: teamWords.rounds },
  { part: 'others', to: '/talks', name: shellWords.talks },
  { part: 'others', to: '/say', name: shellWords.say },
  { part: 'others', to: '/share', name: shellWords.share },
  { part: 'others', to: '/colleagues', name: teamWords.colleagues },
  { part: 'others', to: '/people', name: teamWords.withoutAccount },

  {
    part: 'team',
    to: '/team-map',
    name: teamWords.teamMap,
    when: (me) => me.manages && isOn(me, 'team-map'),
  },
  {
    part: 'team',
    to: '/prepare',
    name: teamWords.prepare,
    when: (me) => me.manages && isOn(me, 'conversation-prep'),
  },
  {
    part: 'team',
    to: '/opportunities',
    name: teamWords.opportunities,
    when: (me) => me.manages && isOn(me, 'opportunities'),
  },

  { part: 'framework', to: '/roles', name: shellWords.roles },
  { part: 'framework', to: '/skills', name: shellWords.skills },
  { part: 'framework', to: '/frameworks', name: shellWords.frameworks },
  { part: 'framework', to: '/about-skills', name: shellWords.aboutSkills },
  { part: 'framework', to: '/glossary', name: shellWords.glossary },
  {
    part: 'framework',
    to: '/calibration',
    name: teamWords.calibration,
    when: (me) => isOn(me, 'calibration') && (me.manages || me.adminOf.includes('frameworks')),
  },

  { to: '/organisation/overview', name: teamWords.overview, when: (me) => isOn(me, 'organisation') },
  { to: '/organisation/sheet', name: organisationWords.sheet },
  { to: '/organisation/views', name: organisationWords.views },
  { to: '/organisation/me', name: organisationWords.mine },
  { to: '/as-seen-by', name: asSeenByWords.title },
  { to: '/organisation/people', name: teamWords.listOfPeople, when: keepsPeople },
  { to: '/organisation/teams', name: organisationWords.teams, when: keepsPeople },
  { to: '/organisation/file', name: organisationWords.file, when: keepsPeople },
  { to: '/organisation/access', name: organisationWords.access, when: keepsPeople },
  { to: '/organisation/erased', name: eraseWords.erased, when: keepsPeople },
  { to: '/organisation/audit', name: recordPageWords.title, when: (me) => me.adminOf.includes('audit') },
  // In a demonstration nobody signs in.
  { to: '/account', name: accountWords.title, when: ({ isDemo }) => !isDemo },
  { to: '/settings', name: shellWords.settings },
]

/** What there is for whoever reads, by the word of the first level. */
export function linksFor(session: Session): { part: TeamPart; links: readonly TeamLink[] }[] {
  return TEAM_PARTS.map((part) => ({
    part,
    links: links.filter((link) => (link.part ?? 'organisation') === part && (link.when?.(session) ?? true)),
  })).filter((one) => one.links.length > 0)
}

/** Pages that are no line themselves, by the part they are reached from. */
const BELOW: [prefix: string, part: TeamPart][] = [
  ['/move/', 'yourself'],
  ['/ahead', 'yourself'],
  ['/forecasts', 'yourself'],
  ['/capture', 'yourself'],
  ['/openings/', 'others'],
  ['/given/', 'team'],
  ['/role/', 'framework'],
  ['/skill/', 'framework'],
  ['/compare/', 'framework'],
  ['/path/', 'framework'],
  ['/matrix', 'framework'],
  ['/about-numbers', 'framework'],
  ['/organisation', 'organisation'],
]

/** Under which word a page stands: that of the longest line which its address begins with; null for the first page. */
export function partOf(path: string): TeamPart | null {
  const lines: [string, TeamPart][] = links.map(({ to, part }) => [to, part ?? 'organisation'])
  const fits = [...lines, ...BELOW].filter(
    ([to]) => path === to || path.startsWith(to.endsWith('/') ? to : `${to}/`),
  )
  return fits.toSorted(([a], [b]) => b.length - a.length)[0]?.[1] ?? null
}
