// Every address of the program, and what may stand in it.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type SearchSchemaInput,
} from '@tanstack/react-router'
import type { AheadSearch } from './data/ahead-state.ts'
import { StartPage } from './pages/start-page.tsx'
import { Shell, Waiting } from './parts/shell.tsx'
import { Missing, Trouble } from './parts/trouble.tsx'

type Loose = Record<string, unknown>

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Keeps only what was given, so that the address bar stays short. */
function given<Value extends Record<string, string | undefined>>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value
}

const root = createRootRoute({ component: Shell, notFoundComponent: () => <Missing /> })

interface StartSearch {
  role?: string | undefined
  /** A role id, `stay` or `not-sure`. */
  next?: string | undefined
}

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Loose & SearchSchemaInput): StartSearch =>
    given({ role: text(search.role), next: text(search.next) }),
  component: StartPage,
})

const told = createRoute({
  getParentRoute: () => root,
  path: '/told',
  validateSearch: (search: Loose & SearchSchemaInput): { role?: string | undefined } =>
    given({ role: text(search.role) }),
  component: lazyRouteComponent(() => import('./pages/told-page.tsx'), 'ToldPage'),
})

const say = createRoute({
  getParentRoute: () => root,
  path: '/say',
  component: lazyRouteComponent(() => import('./pages/say-page.tsx'), 'SayPage'),
})

const capture = createRoute({
  getParentRoute: () => root,
  path: '/capture',
  component: lazyRouteComponent(() => import('./pages/capture-page.tsx'), 'CapturePage'),
})

const share = createRoute({
  getParentRoute: () => root,
  path: '/share',
  component: lazyRouteComponent(() => import('./pages/share-page.tsx'), 'SharePage'),
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
  validateSearch: (search: Loose & SearchSchemaInput): AssessSearch =>
    given({ skill: text(search.skill), round: text(search.round) }),
  component: lazyRouteComponent(() => import('./pages/assess-page.tsx'), 'AssessPage'),
})

/** The map keeps its own state in the address bar and checks it itself. */
const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  validateSearch: (search: Loose & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('./pages/map-page.tsx'), 'MapPage'),
})

const move = createRoute({
  getParentRoute: () => root,
  path: '/move/$from/$to',
  component: lazyRouteComponent(() => import('./pages/move-page.tsx'), 'MovePage'),
})

const roles = createRoute({
  getParentRoute: () => root,
  path: '/roles',
  component: lazyRouteComponent(() => import('./pages/roles-page.tsx'), 'RolesPage'),
})

const role = createRoute({
  getParentRoute: () => root,
  path: '/role/$role',
  component: lazyRouteComponent(() => import('./pages/role-page.tsx'), 'RolePage'),
})

const skills = createRoute({
  getParentRoute: () => root,
  path: '/skills',
  validateSearch: (search: Loose & SearchSchemaInput): { find?: string | undefined } =>
    given({ find: text(search.find) }),
  component: lazyRouteComponent(() => import('./pages/skills-page.tsx'), 'SkillsPage'),
})

const skill = createRoute({
  getParentRoute: () => root,
  path: '/skill/$skill',
  component: lazyRouteComponent(() => import('./pages/skill-page.tsx'), 'SkillPage'),
})

const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare/$a/$b',
  component: lazyRouteComponent(() => import('./pages/compare-page.tsx'), 'ComparePage'),
})

interface FocusSearch {
  /** Destinations, parted by commas; the saved ones where it is missing. */
  to?: string | undefined
  sort?: string | undefined
}

const focus = createRoute({
  getParentRoute: () => root,
  path: '/focus',
  validateSearch: (search: Loose & SearchSchemaInput): FocusSearch =>
    given({ to: text(search.to), sort: text(search.sort) }),
  component: lazyRouteComponent(() => import('./pages/focus-page.tsx'), 'FocusPage'),
})

const levels = createRoute({
  getParentRoute: () => root,
  path: '/levels',
  validateSearch: (search: Loose & SearchSchemaInput): { by?: string | undefined } =>
    given({ by: text(search.by) }),
  component: lazyRouteComponent(() => import('./pages/levels-page.tsx'), 'LevelsPage'),
})

/** The road ahead keeps its own state in the address bar and checks it itself. */
const ahead = createRoute({
  getParentRoute: () => root,
  path: '/ahead',
  validateSearch: (search: Loose & SearchSchemaInput): AheadSearch =>
    given({ from: text(search.from), via: text(search.via), start: text(String(search.start ?? '')) }),
  component: lazyRouteComponent(() => import('./pages/ahead-page.tsx'), 'AheadPage'),
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
  validateSearch: (search: Loose & SearchSchemaInput): PlanSearch =>
    given({ to: text(search.to), pin: text(search.pin) }),
  component: lazyRouteComponent(() => import('./pages/plan-page.tsx'), 'PlanPage'),
})

const journal = createRoute({
  getParentRoute: () => root,
  path: '/journal',
  validateSearch: (search: Loose & SearchSchemaInput): { skill?: string | undefined } =>
    given({ skill: text(search.skill) }),
  component: lazyRouteComponent(() => import('./pages/journal-page.tsx'), 'JournalPage'),
})

const week = createRoute({
  getParentRoute: () => root,
  path: '/week',
  component: lazyRouteComponent(() => import('./pages/week-page.tsx'), 'WeekPage'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings-page.tsx'), 'SettingsPage'),
})

const aboutSkills = createRoute({
  getParentRoute: () => root,
  path: '/about-skills',
  component: lazyRouteComponent(() => import('./pages/about-skills-page.tsx'), 'AboutSkillsPage'),
})

const aboutNumbers = createRoute({
  getParentRoute: () => root,
  path: '/about-numbers',
  validateSearch: (
    search: Loose & SearchSchemaInput,
  ): { from?: string | undefined; to?: string | undefined } =>
    given({ from: text(search.from), to: text(search.to) }),
  component: lazyRouteComponent(() => import('./pages/about-numbers-page.tsx'), 'AboutNumbersPage'),
})

const glossary = createRoute({
  getParentRoute: () => root,
  path: '/glossary',
  component: lazyRouteComponent(() => import('./pages/glossary-page.tsx'), 'GlossaryPage'),
})

/** The matrix keeps its own state in the address bar and checks it itself. */
const matrix = createRoute({
  getParentRoute: () => root,
  path: '/matrix',
  validateSearch: (search: Loose & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('./pages/matrix-page.tsx'), 'MatrixPage'),
})

const path = createRoute({
  getParentRoute: () => root,
  path: '/path/$path',
  component: lazyRouteComponent(() => import('./pages/path-page.tsx'), 'PathPage'),
})

const diff = createRoute({
  getParentRoute: () => root,
  path: '/frameworks/diff/$a/$b',
  component: lazyRouteComponent(() => import('./pages/diff-page.tsx'), 'DiffPage'),
})

const editFramework = createRoute({
  getParentRoute: () => root,
  path: '/frameworks/$id/edit',
  validateSearch: (search: Loose & SearchSchemaInput): { file?: string | undefined } =>
    given({ file: text(search.file) }),
  component: lazyRouteComponent(() => import('./pages/edit-framework-page.tsx'), 'EditFrameworkPage'),
})

const carryOver = createRoute({
  getParentRoute: () => root,
  path: '/frameworks/move/$to',
  component: lazyRouteComponent(() => import('./pages/carry-over-page.tsx'), 'CarryOverPage'),
})

const frameworks = createRoute({
  getParentRoute: () => root,
  path: '/frameworks',
  component: lazyRouteComponent(() => import('./pages/frameworks-page.tsx'), 'FrameworksPage'),
})

const bring = createRoute({
  getParentRoute: () => root,
  path: '/frameworks/import',
  component: lazyRouteComponent(() => import('./pages/bring-page.tsx'), 'BringPage'),
})

const others = createRoute({
  getParentRoute: () => root,
  path: '/others',
  component: lazyRouteComponent(() => import('./pages/others-page.tsx'), 'OthersPage'),
})

const forecastRecord = createRoute({
  getParentRoute: () => root,
  path: '/forecasts',
  component: lazyRouteComponent(() => import('./pages/forecast-record-page.tsx'), 'ForecastRecordPage'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/people-page.tsx'), 'PeoplePage'),
})

const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('./pages/person-page.tsx'), 'PersonPage'),
})

const packets = createRoute({
  getParentRoute: () => root,
  path: '/packet',
  component: lazyRouteComponent(() => import('./pages/packets-page.tsx'), 'PacketsPage'),
})

/** Which view is open, and for whom it is read: the page checks both itself. */
const packet = createRoute({
  getParentRoute: () => root,
  path: '/packet/$id',
  validateSearch: (search: Loose & SearchSchemaInput): Record<string, unknown> => search,
  component: lazyRouteComponent(() => import('./pages/packet-page.tsx'), 'PacketPage'),
})

const talks = createRoute({
  getParentRoute: () => root,
  path: '/talks',
  validateSearch: (search: Loose & SearchSchemaInput): { with?: string | undefined } =>
    given({ with: text(search.with) }),
  component: lazyRouteComponent(() => import('./pages/talks-page.tsx'), 'TalksPage'),
})

const talk = createRoute({
  getParentRoute: () => root,
  path: '/talks/$id',
  validateSearch: (search: Loose & SearchSchemaInput): { view?: string | undefined } =>
    given({ view: text(search.view) }),
  component: lazyRouteComponent(() => import('./pages/talk-page.tsx'), 'TalkPage'),
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
