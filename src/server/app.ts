// The whole server as one function: request id, guards, session, routes, pages, and one place for errors.
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { AppDeps, AppEnv } from './app-env.ts'
import { addAssessmentRoutes } from './assessment/assessments.ts'
import { addLevelRoutes } from './assessment/levels.ts'
import { addRatingRoutes } from './assessment/ratings.ts'
import { addRatingAboutRoutes } from './assessment/ratings-about.ts'
import { addCheckInRoutes } from './check-in/check-ins.ts'
import { addReminderRoutes } from './check-in/reminders.ts'
import { addConversationRoutes } from './conversation/conversations.ts'
import { type DeclaredRoute, Routes } from './define-route.ts'
import { documentOf } from './describe-api.ts'
import type { Door } from './door.ts'
import { answerFault, answerProblem, refuse } from './errors.ts'
import { addCaptureRoutes } from './evidence/captures.ts'
import { addEvidenceRoutes } from './evidence/evidence.ts'
import { addFeedbackRoutes } from './feedback/feedback.ts'
import { addFeedbackDraftRoutes } from './feedback/feedback-drafts.ts'
import { addForecastRecordRoute } from './forecast/forecast-record.ts'
import { addForecastRoutes } from './forecast/forecasts.ts'
import { addCarryOverRoutes } from './framework/carry-overs.ts'
import { addCommentRoutes } from './framework/comments.ts'
import { addDraftFormRoutes } from './framework/draft-forms.ts'
import { addDraftRoutes } from './framework/drafts.ts'
import { addFrameworkInUseRoutes } from './framework/framework-in-use.ts'
import { addFrameworkListRoute } from './framework/framework-list.ts'
import { addFrameworkRoutes } from './framework/frameworks.ts'
import { addOwnFrameworkRoutes } from './framework/own-frameworks.ts'
import { addPublishDraftRoute } from './framework/publish-draft.ts'
import { addSkillLinkRoutes } from './framework/skill-links.ts'
import { addBroughtRatingsRoutes } from './importing/brought-ratings.ts'
import { addImportRoutes } from './importing/import-routes.ts'
import { addBackupRoutes } from './own-data/backups.ts'
import { addEraseRoutes } from './own-data/erase.ts'
import { addExportRoutes } from './own-data/export.ts'
import { addPrivateKeyRoutes } from './own-data/private-key.ts'
import { addPacketRoutes } from './packet/packets.ts'
import { addPeopleRoutes } from './person/people.ts'
import { addPeopleComparisonRoute } from './person/people-comparison.ts'
import { addPeopleGridRoute } from './person/people-grid.ts'
import { addLighterPlanRoutes } from './plan/lighter-plan.ts'
import { addLongViewRoutes } from './plan/long-view.ts'
import { addMeRoutes } from './plan/me.ts'
import { addPlanRoutes } from './plan/plan.ts'
import { addPlateauRoutes } from './plan/plateau.ts'
import { addProgressRoutes } from './plan/progress.ts'
import { addTargetRoutes } from './plan/target.ts'
import { addScimRoutes } from './scim/scim-routes.ts'
import { apiPage } from './serving/api-page.ts'
import { addHealthRoute } from './serving/health.ts'
import { notFoundPage } from './serving/plain-page.ts'
import { addReadyRoute } from './serving/ready.ts'
import { APP_POLICY, SCRIPT_POLICY, securityHeaders } from './serving/security-headers.ts'
import { sendFile, type WebFiles, webFilesIn } from './serving/static-files.ts'
import { faultLine, watchRequests } from './serving/watch-requests.ts'
import { addReceivedShareRoutes } from './share/received-shares.ts'
import { addShareRoutes } from './share/shares.ts'
import { addSessionRoute } from './sign-in/session.ts'
import { addTeamRoutes } from './team-routes.ts'

export interface SkillmapApp {
  /** Answers one request; also how tests and the command line talk to the server without a socket. */
  fetch(request: Request, from?: AppEnv['Bindings']): Promise<Response>
  /** Every route of the API, with what it does to whose data. */
  declared: readonly DeclaredRoute[]
}

export function createApp(deps: AppDeps): SkillmapApp {
  const app = new OpenAPIHono<AppEnv>()
  app.use(securityHeaders)
  app.use(async (c, next) => {
    const requestId = crypto.randomUUID()
    c.set('requestId', requestId)
    c.set('services', deps.services)
    c.set('signedIn', null)
    c.set('operator', false)
    c.set('routePath', null)
    c.set('session', null)
    c.set('asksForProof', deps.door.asksForProof)
    await next()
    c.res.headers.set('x-request-id', requestId)
  })
  if (deps.watched !== undefined) app.use(watchRequests({ ...deps.watched, now: deps.now, log: deps.log }))
  app.use(deps.door.guards)
  deps.door.addPages(app)
  app.use('/api/*', signIn(deps.door))
  const declared = addRoutes(app, deps)
  if (deps.door.kind === 'team') addScimRoutes(app, { services: deps.services, origin: deps.address })
  app.get('/openapi.json', (c) => c.json(documentOf(app, deps.version)))
  app.get('/api-docs', () => apiPage(documentOf(app, deps.version)))
  app.notFound((c) => answerElsewhere(c, declared))
  addPages(app, deps)
  app.onError((error, c) => answerFault(c, error, (fault) => logFault(fault, c, deps)))
  return { fetch: async (request, from = { address: 'unknown' }) => app.fetch(request, from), declared }
}

function addRoutes(app: OpenAPIHono<AppEnv>, deps: AppDeps): readonly DeclaredRoute[] {
  const routes = new Routes(app, deps.checkAnswers === true)
  addHealthRoute(routes, deps.version)
  if (deps.watched !== undefined) addReadyRoute(routes, deps.watched.readiness)
  addMeRoutes(routes)
  addTargetRoutes(routes)
  addLongViewRoutes(routes)
  addPlateauRoutes(routes)
  addAssessmentRoutes(routes)
  addRatingRoutes(routes)
  addPeopleRoutes(routes)
  addRatingAboutRoutes(routes)
  addPeopleGridRoute(routes)
  addLevelRoutes(routes)
  addPeopleComparisonRoute(routes)
  addPlanRoutes(routes)
  addProgressRoutes(routes)
  addForecastRoutes(routes)
  addCheckInRoutes(routes)
  addLighterPlanRoutes(routes)
  addReminderRoutes(routes, deps)
  addFeedbackRoutes(routes)
  addEvidenceRoutes(routes)
  addForecastRecordRoute(routes)
  addPrivateKeyRoutes(routes)
  addFeedbackDraftRoutes(routes)
  addConversationRoutes(routes)
  addShareRoutes(routes)
  addReceivedShareRoutes(routes)
  addPacketRoutes(routes)
  addFrameworkListRoute(routes)
  addFrameworkRoutes(routes)
  addCarryOverRoutes(routes)
  addDraftRoutes(routes)
  addDraftFormRoutes(routes)
  addCommentRoutes(routes)
  addPublishDraftRoute(routes)
  addFrameworkInUseRoutes(routes)
  addSkillLinkRoutes(routes)
  addOwnFrameworkRoutes(routes)
  addImportRoutes(routes)
  addCaptureRoutes(routes)
  addBroughtRatingsRoutes(routes)
  addExportRoutes(routes)
  addBackupRoutes(routes, deps)
  addEraseRoutes(routes, deps)
  addSessionRoute(routes, deps.door)
  if (deps.door.kind === 'team') addTeamRoutes(routes)
  deps.door.addRoutes(routes)
  return routes.declared
}

/** Whole on a person's own computer; on a team's server without the message, which may repeat what somebody wrote. */
function logFault(fault: unknown, c: Context<AppEnv>, deps: AppDeps): void {
  const requestId = c.get('requestId')
  if (deps.watched === undefined) {
    const text = fault instanceof Error ? fault.stack : fault
    deps.log(`request ${requestId} failed: ${c.req.method} ${c.req.path}\n${text}`)
    return
  }
  deps.watched.metrics.fault()
  deps.log(faultLine(fault, { time: deps.now().toISOString(), requestId }))
}

/** Finds out who asks, for every request. */
function signIn(door: Door): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const visitor = await door.whoAsks(c)
    c.set('signedIn', visitor?.kind === 'person' ? visitor.signedIn : null)
    c.set('operator', visitor?.kind === 'operator')
    c.set('session', visitor?.kind === 'person' ? (visitor.session ?? null) : null)
    await next()
  }
}

/** The web app: files to everybody, because they hold nothing personal; its start page to a session. */
function addPages(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  const files = deps.webRoot === null ? null : webFilesIn(deps.webRoot)
  app.get('*', async (c, next) => {
    const { path } = c.req
    if (path.startsWith('/api/') || path === '/api') return next()
    const isPage = path === '/' || !/\.[a-z0-9]+$/i.test(path)
    const file = isPage ? null : await files?.find(path)
    if (file !== undefined && file !== null) return sendFile(file, c.req.raw, pageHeaders(path))
    if (!isPage) return notFoundPage()
    await signIn(deps.door)(c, async () => undefined)
    const isIn = c.get('signedIn') !== null
    if (!isIn || deps.door.isForStrangers(path)) return strangersPage(c, deps.door, files)
    const start = await files?.find('/index.html')
    if (start === undefined || start === null) return notFoundPage()
    return sendFile(start, c.req.raw, { 'content-security-policy': APP_POLICY })
  })
}

/** How to get in: at its own addresses, and in place of any page for whoever is not in, who then comes back to that one. */
async function strangersPage(c: Context<AppEnv>, door: Door, files: WebFiles | null): Promise<Response> {
  const page = door.strangersPage === null ? null : await files?.find(door.strangersPage)
  if (page === undefined || page === null) return door.notInPage(c)
  return new Response(await page.encode('identity'), {
    status: door.isForStrangers(c.req.path) ? 200 : 401,
    headers: { 'content-type': page.type, 'content-security-policy': APP_POLICY },
  })
}

function pageHeaders(path: string): Record<string, string> {
  if (path.endsWith('.html')) return { 'content-security-policy': APP_POLICY }
  return path.endsWith('.js') ? { 'content-security-policy': SCRIPT_POLICY } : {}
}

/** 404, or 405 where the address exists and the method does not. */
function answerElsewhere(c: Context<AppEnv>, declared: readonly DeclaredRoute[]): Response {
  if (!c.req.path.startsWith('/api')) return notFoundPage()
  const methods = declared
    .filter((route) => new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(c.req.path))
    .map((route) => route.method.toUpperCase())
  if (methods.length === 0) return answerProblem(c, refuse('not-found', 'The API has no such address.'))
  c.header('allow', methods.join(', '))
  return answerProblem(c, refuse('no-such-method', `This address takes ${methods.join(' and ')}.`))
}
