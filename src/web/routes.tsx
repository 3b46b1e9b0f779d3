// Every address of the program, and what may stand in it.
import { createRoute, createRouter, lazyRouteComponent, type SearchSchemaInput } from '@tanstack/react-router'
import type { AheadSearch } from './ahead/ahead-state.ts'
import { Waiting } from './parts/shell.tsx'
import { Missing, Trouble } from './parts/trouble.tsx'
import { root } from './root-route.tsx'
import { type Loose, text } from './search-of.ts'
import { StartPage } from './start/start-page.tsx'
import { teamRoutes } from './team-routes.tsx'

interface StartSearch {
  role?: string | undefined
  /** A role id, `stay` or `not-sure`. */
  next?: string | undefined
}

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Loose & SearchSchemaInput): StartSearch => ({
    role: text(search.role),
    next: text(search.next),
  }),
  component: StartPage,
})

const told = createRoute({
  getParentRoute: () => root,
  path: '/told',
  validateSearch: (search: Loose & SearchSchemaInput): { role?: string | undefined } => ({
    role: text(search.role),
  }),
  component: lazyRouteComponent(() => import('./told/told-page.tsx'), 'ToldPage'),
})

const say = createRoute({
  getParentRoute: () => root,
  path: '/say',
  component: lazyRouteComponent(() => import('./say/say-page.tsx'), 'SayPage'),
})

const capture = createRoute({
  getParentRoute: () => root,
  path: '/capture',
  component: lazyRouteComponent(() => import('./capture/capture-page.tsx'), 'CapturePage'),
})

const share = createRoute({
  getParentRoute: () => root,
  path: '/share',
  component: lazyRouteComponent(() => import('./share/share-page.tsx'), 'SharePage'),
})

interface AssessSearch {
  /** Rate just this one skill. */
  skill?: string | undefined
  /** `rest`: everything that has no rating yet. */
  round?: string | undefined
}

const assess = createRoute({
  getParentRoute: () => root,
  path: '/assess',
  validateSearch: (search: Loose & SearchSchemaInput): AssessSearch => ({
    skill: text(search.skill),
    round: text(search.round),
  }),
  component: lazyRouteComponent(() => import('./assess/assess-page.tsx'), 'AssessPage'),
})

/** The map keeps its own state in the address bar and checks it itself. */
const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  validateSearch: (search: Loose & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('./charts/map-screen/map-page.tsx'), 'MapPage'),
})

const move = createRoute({
  getParentRoute: () => root,
  path: '/move/$from/$to',
  component: lazyRouteComponent(() => import('./move/move-page.tsx'), 'MovePage'),
})

const roles = createRoute({
  getParentRoute: () => root,
  path: '/roles',
  component: lazyRouteComponent(() => import('./role/roles-page.tsx'), 'RolesPage'),
})

const role = createRoute({
  getParentRoute: () => root,
  path: '/role/$role',
  component: lazyRouteComponent(() => import('./role/role-page.tsx'), 'RolePage'),
})

const skills = createRoute({
  getParentRoute: () => root,
  path: '/skills',
  validateSearch: (search: Loose & SearchSchemaInput): { find?: string | undefined } => ({
    find: text(search.find),
  }),
  component: lazyRouteComponent(() => import('./skill/skills-page.tsx'), 'SkillsPage'),
})

const skill = createRoute({
  getParentRoute: () => root,
  path: '/skill/$skill',
  component: lazyRouteComponent(() => import('./skill/skill-page.tsx'), 'SkillPage'),
})

const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare/$a/$b',
  component: lazyRouteComponent(() => import('./compare/compare-page.tsx'), 'ComparePage'),
})

interface FocusSearch {
  /** Destinations, parted by commas; the saved ones where it is missing. */
  to?: string | undefined
  sort?: string | undefined
}

const focus = createRoute({
  getParentRoute: () => root,
  path: '/focus',
  validateSearch: (search: Loose & SearchSchemaInput): FocusSearch => ({
    // Empty is an answer: no destination is ticked.
    to: search.to === '' ? '' : text(search.to),
    sort: text(search.sort),
  }),
  component: lazyRouteComponent(() => import('./focus/focus-page.tsx'), 'FocusPage'),
})

const levels = createRoute({
  getParentRoute: () => root,
  path: '/levels',
  validateSearch: (search: Loose & SearchSchemaInput): { by?: string | undefined } => ({
    by: text(search.by),
  }),
  component: lazyRouteComponent(() => import('./levels/levels-page.tsx'), 'LevelsPage'),
})

/** The road ahead keeps its own state in the address bar and checks it itself. */
const ahead = createRoute({
  getParentRoute: () => root,
  path: '/ahead',
  validateSearch: (search: Loose & SearchSchemaInput): AheadSearch => ({
    from: text(search.from),
    via: text(search.via),
    start: text(String(search.start ?? '')),
  }),
  component: lazyRouteComponent(() => import('./ahead/ahead-page.tsx'), 'AheadPage'),
})

interface PlanSearch {
  /** Destinations, parted by commas; those of the kept plan where it is missing. */
  to?: string | undefined
  /** A skill that is to be tried as a growth area. */
  pin?: string | undefined
}

const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  validateSearch: (search: Loose & SearchSchemaInput): PlanSearch => ({
    to: text(search.to),
    pin: text(search.pin),
  }),
  component: lazyRouteComponent(() => import('./plan/plan-page.tsx'), 'PlanPage'),
})

const journal = createRoute({
  getParentRoute: () => root,
  path: '/journal',
  validateSearch: (search: Loose & SearchSchemaInput): { skill?: string | undefined } => ({
    skill: text(search.skill),
  }),
  component: lazyRouteComponent(() => import('./journal/journal-page.tsx'), 'JournalPage'),
})

const week = createRoute({
  getParentRoute: () => root,
  path: '/week',
  component: lazyRouteComponent(() => import('./week/week-page.tsx'), 'WeekPage'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

const aboutSkills = createRoute({
  getParentRoute: () => root,
  path: '/about-skills',
  component: lazyRouteComponent(() => import('./about/about-skills-page.tsx'), 'AboutSkillsPage'),
})

const aboutNumbers = createRoute({
  getParentRoute: () => root,
  path: '/about-numbers',
  validateSearch: (
    search: Loose & SearchSchemaInput,
  ): { from?: string | undefined; to?: string | undefined } => ({
    from: text(search.from),
    to: text(search.to),
  }),
  component: lazyRouteComponent(() => import('./about/about-numbers-page.tsx'), 'AboutNumbersPage'),
})

const glossary = createRoute({
  getParentRoute: () => root,
  path: '/glossary',
  component: lazyRouteComponent(() => import('./about/glossary-page.tsx'), 'GlossaryPage'),
})

/** The matrix keeps its own state in the address bar and checks it itself. */
const matrix = createRoute({
  getParentRoute: () => root,
  path: '/matrix',
  validateSearch: (search: Loose & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('./charts/matrix/matrix-page.tsx'), 'MatrixPage'),
})

const path = createRoute({
  getParentRoute: () => root,
  path: '/path/$path',
  component: lazyRouteComponent(() => import('./role/path-page.tsx'), 'PathPage'),
})

const diff = createRoute({
  getParentRoute: () => root,
  path: '/frameworks/diff/$a/$b',
  component: lazyRouteComponent(() => import('./framework/diff-page.tsx'), 'DiffPage'),
})

const editFramework = createRoute({
  getParentRoute: () => root,
  path: '/frameworks/$id/edit',
  validateSearch: (search: Loose & SearchSchemaInput): { file?: string | undefined } => ({
    file: text(search.file),
  }),
  component: lazyRouteComponent(() => import('./editor/edit-framework-page.tsx'), 'EditFrameworkPage'),
})

const carryOver = createRoute({
  getParentRoute: () => root,
  path: '/frameworks/move/$to',
  component: lazyRouteComponent(() => import('./framework/carry-over-page.tsx'), 'CarryOverPage'),
})

const links = createRoute({
  getParentRoute: () => root,
  path: '/frameworks/reading',
  component: lazyRouteComponent(() => import('./framework/links-page.tsx'), 'LinksPage'),
})

const frameworks = createRoute({
  getParentRoute: () => root,
  path: '/frameworks',
  component: lazyRouteComponent(() => import('./framework/frameworks-page.tsx'), 'FrameworksPage'),
})

const bring = createRoute({
  getParentRoute: () => root,
  path: '/frameworks/import',
  component: lazyRouteComponent(() => import('./bring/bring-page.tsx'), 'BringPage'),
})

const others = createRoute({
  getParentRoute: () => root,
  path: '/others',
  component: lazyRouteComponent(() => import('./person/others-page.tsx'), 'OthersPage'),
})

const forecastRecord = createRoute({
  getParentRoute: () => root,
  path: '/forecasts',
  component: lazyRouteComponent(() => import('./ahead/forecast-record-page.tsx'), 'ForecastRecordPage'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('./person/people-page.tsx'), 'PeoplePage'),
})

const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('./person/person-page.tsx'), 'PersonPage'),
})

const packets = createRoute({
  getParentRoute: () => root,
  path: '/packet',
  component: lazyRouteComponent(() => import('./packet/packets-page.tsx'), 'PacketsPage'),
})

/** Which view is open, and for whom it is read: the page checks both itself. */
const packet = createRoute({
  getParentRoute: () => root,
  path: '/packet/$id',
  validateSearch: (search: Loose & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('./packet/packet-page.tsx'), 'PacketPage'),
})

const talks = createRoute({
  getParentRoute: () => root,
  path: '/talks',
  validateSearch: (search: Loose & SearchSchemaInput): { with?: string | undefined } => ({
    with: text(search.with),
  }),
  component: lazyRouteComponent(() => import('./talk/talks-page.tsx'), 'TalksPage'),
})

const talk = createRoute({
  getParentRoute: () => root,
  path: '/talks/$id',
  validateSearch: (search: Loose & SearchSchemaInput): { view?: string | undefined } => ({
    view: text(search.view),
  }),
  component: lazyRouteComponent(() => import('./talk/talk-page.tsx'), 'TalkPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    told,
    say,
    share,
    capture,
    assess,
    map,
    move,
    roles,
    role,
    skills,
    skill,
    compare,
    diff,
    carryOver,
    frameworks,
    links,
    bring,
    editFramework,
    focus,
    levels,
    ahead,
    plan,
    journal,
    week,
    settings,
    aboutSkills,
    aboutNumbers,
    glossary,
    matrix,
    path,
    others,
    forecastRecord,
    people,
    person,
    packets,
    packet,
    talks,
    talk,
    ...teamRoutes,
  ]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Trouble,
  defaultNotFoundComponent: () => <Missing />,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
