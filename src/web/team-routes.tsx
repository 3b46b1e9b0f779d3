// The addresses that only an organisation has something behind.
import { createRoute, lazyRouteComponent, type SearchSchemaInput } from '@tanstack/react-router'
import { READABLE_KINDS, type ReadableKind } from '../core/audit/readable.ts'
import { root } from './root-route.tsx'
import { day, type Loose, text } from './search-of.ts'

const colleagues = createRoute({
  getParentRoute: () => root,
  path: '/colleagues',
  component: lazyRouteComponent(() => import('./organisation/colleagues-page.tsx'), 'ColleaguesPage'),
})

const teamMap = createRoute({
  getParentRoute: () => root,
  path: '/team-map',
  component: lazyRouteComponent(() => import('./team-map/team-map-page.tsx'), 'TeamMapPage'),
})

const preparations = createRoute({
  getParentRoute: () => root,
  path: '/prepare',
  component: lazyRouteComponent(() => import('./preparation/preparations-page.tsx'), 'PreparationsPage'),
})

const preparation = createRoute({
  getParentRoute: () => root,
  path: '/prepare/$id',
  component: lazyRouteComponent(() => import('./preparation/preparation-page.tsx'), 'PreparationPage'),
})

const given = createRoute({
  getParentRoute: () => root,
  path: '/given/$id',
  component: lazyRouteComponent(() => import('./round/given-page.tsx'), 'GivenPage'),
})

const asSeenBy = createRoute({
  getParentRoute: () => root,
  path: '/as-seen-by',
  validateSearch: (search: Loose & SearchSchemaInput): { who?: string | undefined } => ({
    who: text(search.who),
  }),
  component: lazyRouteComponent(() => import('./who-sees/as-seen-by-page.tsx'), 'AsSeenByPage'),
})

const asked = createRoute({
  getParentRoute: () => root,
  path: '/asked',
  component: lazyRouteComponent(() => import('./round/asked-page.tsx'), 'AskedPage'),
})

const askedOne = createRoute({
  getParentRoute: () => root,
  path: '/asked/$id',
  component: lazyRouteComponent(() => import('./round/asked-one-page.tsx'), 'AskedOnePage'),
})

const ask = createRoute({
  getParentRoute: () => root,
  path: '/ask',
  component: lazyRouteComponent(() => import('./round/ask-page.tsx'), 'AskPage'),
})

const aboutMe = createRoute({
  getParentRoute: () => root,
  path: '/about-me',
  component: lazyRouteComponent(() => import('./person/about-me-page.tsx'), 'AboutMePage'),
})

const rounds = createRoute({
  getParentRoute: () => root,
  path: '/rounds',
  component: lazyRouteComponent(() => import('./round/rounds-page.tsx'), 'RoundsPage'),
})

const round = createRoute({
  getParentRoute: () => root,
  path: '/rounds/$id',
  component: lazyRouteComponent(() => import('./round/round-page.tsx'), 'RoundPage'),
})

const opening = createRoute({
  getParentRoute: () => root,
  path: '/openings/$id',
  component: lazyRouteComponent(() => import('./round/opening-page.tsx'), 'OpeningPage'),
})

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisation',
  component: lazyRouteComponent(() => import('./organisation/organisation-page.tsx'), 'OrganisationPage'),
})

const organisationPeople = createRoute({
  getParentRoute: () => root,
  path: '/organisation/people',
  component: lazyRouteComponent(
    () => import('./organisation/organisation-people-page.tsx'),
    'OrganisationPeoplePage',
  ),
})

const organisationPerson = createRoute({
  getParentRoute: () => root,
  path: '/organisation/person/$id',
  component: lazyRouteComponent(
    () => import('./organisation/organisation-person-page.tsx'),
    'OrganisationPersonPage',
  ),
})

const organisationMe = createRoute({
  getParentRoute: () => root,
  path: '/organisation/me',
  component: lazyRouteComponent(
    () => import('./organisation/organisation-person-page.tsx'),
    'OrganisationMePage',
  ),
})

const organisationTeams = createRoute({
  getParentRoute: () => root,
  path: '/organisation/teams',
  component: lazyRouteComponent(
    () => import('./organisation/organisation-teams-page.tsx'),
    'OrganisationTeamsPage',
  ),
})

const organisationFile = createRoute({
  getParentRoute: () => root,
  path: '/organisation/file',
  component: lazyRouteComponent(
    () => import('./organisation/organisation-file-page.tsx'),
    'OrganisationFilePage',
  ),
})

const organisationAccess = createRoute({
  getParentRoute: () => root,
  path: '/organisation/access',
  component: lazyRouteComponent(
    () => import('./organisation/organisation-access-page.tsx'),
    'OrganisationAccessPage',
  ),
})

const organisationViews = createRoute({
  getParentRoute: () => root,
  path: '/organisation/views',
  component: lazyRouteComponent(
    () => import('./organisation/organisation-views-page.tsx'),
    'OrganisationViewsPage',
  ),
})

const organisationAudit = createRoute({
  getParentRoute: () => root,
  path: '/organisation/audit',
  validateSearch: (
    search: Loose & SearchSchemaInput,
  ): {
    by?: string | undefined
    kind?: ReadableKind | undefined
    from?: string | undefined
    until?: string | undefined
  } => ({
    by: text(search.by),
    kind: READABLE_KINDS.find((kind) => kind === search.kind),
    from: day(search.from),
    until: day(search.until),
  }),
  component: lazyRouteComponent(() => import('./audit/organisation-audit-page.tsx'), 'OrganisationAuditPage'),
})

const organisationErase = createRoute({
  getParentRoute: () => root,
  path: '/organisation/erase/$id',
  component: lazyRouteComponent(() => import('./audit/organisation-erase-page.tsx'), 'OrganisationErasePage'),
})

const organisationErased = createRoute({
  getParentRoute: () => root,
  path: '/organisation/erased',
  component: lazyRouteComponent(
    () => import('./audit/organisation-erased-page.tsx'),
    'OrganisationErasedPage',
  ),
})

const organisationSheet = createRoute({
  getParentRoute: () => root,
  path: '/organisation/sheet',
  component: lazyRouteComponent(
    () => import('./organisation/organisation-sheet-page.tsx'),
    'OrganisationSheetPage',
  ),
})

const overview = createRoute({
  getParentRoute: () => root,
  path: '/organisation/overview',
  validateSearch: (
    search: Loose & SearchSchemaInput,
  ): {
    release?: string | undefined
    team?: string | undefined
    by?: 'team' | 'path' | 'role' | undefined
  } => ({
    release: text(search.release),
    team: text(search.team),
    by: search.by === 'path' || search.by === 'role' ? search.by : undefined,
  }),
  component: lazyRouteComponent(() => import('./overview/overview-page.tsx'), 'OverviewPage'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
})

const opportunities = createRoute({
  getParentRoute: () => root,
  path: '/opportunities',
  component: lazyRouteComponent(() => import('./opportunity/opportunities-page.tsx'), 'OpportunitiesPage'),
})

const ownWork = createRoute({
  getParentRoute: () => root,
  path: '/opportunities/mine',
  component: lazyRouteComponent(() => import('./opportunity/own-work-page.tsx'), 'OwnWorkPage'),
})

const calibration = createRoute({
  getParentRoute: () => root,
  path: '/calibration',
  component: lazyRouteComponent(() => import('./calibration/calibration-page.tsx'), 'CalibrationPage'),
})

export const teamRoutes = [
  colleagues,
  teamMap,
  preparations,
  preparation,
  given,
  asSeenBy,
  asked,
  askedOne,
  ask,
  aboutMe,
  rounds,
  round,
  opening,
  organisation,
  organisationPeople,
  organisationPerson,
  organisationMe,
  organisationTeams,
  organisationFile,
  organisationAccess,
  organisationViews,
  organisationAudit,
  organisationErase,
  organisationErased,
  organisationSheet,
  overview,
  account,
  opportunities,
  ownWork,
  calibration,
] as const
