// The whole server as one function: request id, guards, session, routes, pages, and one place for errors.
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { apiPage } from './api-page.ts'
import type { AppDeps, AppEnv } from './app-env.ts'
import { addAssessmentRoutes } from './assessments.ts'
import { addBackupRoutes } from './backups.ts'
import { addCaptureRoutes } from './captures.ts'
import { addCarryOverRoutes } from './carry-overs.ts'
import { addCheckInRoutes } from './check-ins.ts'
import { addCommentRoutes } from './comments.ts'
import { addConversationRoutes } from './conversations.ts'
import { type DeclaredRoute, Routes } from './define-route.ts'
import { documentOf } from './describe-api.ts'
import { addDraftFormRoutes } from './draft-forms.ts'
import { addDraftRoutes } from './drafts.ts'
import { addEraseRoutes } from './erase.ts'
import { answerFault, answerProblem, refuse } from './errors.ts'
import { addEvidenceRoutes } from './evidence.ts'
import { addExportRoutes } from './export.ts'
import { addFeedbackRoutes } from './feedback.ts'
import { addFeedbackDraftRoutes } from './feedback-drafts.ts'
import { addForecastRecordRoute } from './forecast-record.ts'
import { addForecastRoutes } from './forecasts.ts'
import { addFrameworkInUseRoutes } from './framework-in-use.ts'
import { addFrameworkListRoute } from './framework-list.ts'
import { addFrameworkRoutes } from './frameworks.ts'
import { addHealthRoute } from './health.ts'
import { addBroughtRatingsRoutes } from './importing/brought-ratings.ts'
import { addImportRoutes } from './importing/import-routes.ts'
import { addLevelRoutes } from './levels.ts'
import { addLighterPlanRoutes } from './lighter-plan.ts'
import { addLongViewRoutes } from './long-view.ts'
import { loopbackGuards } from './loopback-guards.ts'
import { addMeRoutes } from './me.ts'
import { addOwnFrameworkRoutes } from './own-frameworks.ts'
import { addPacketRoutes } from './packets.ts'
import { addPeopleRoutes } from './people.ts'
import { addPeopleComparisonRoute } from './people-comparison.ts'
import { addPeopleGridRoute } from './people-grid.ts'
import { howToGetInPage, notFoundPage } from './plain-page.ts'
import { addPlanRoutes } from './plan.ts'
import { addPlateauRoutes } from './plateau.ts'
import { addPrivateKeyRoutes } from './private-key.ts'
import { addProgressRoutes } from './progress.ts'
import { addPublishDraftRoute } from './publish-draft.ts'
import { addRatingRoutes } from './ratings.ts'
import { addRatingAboutRoutes } from './ratings-about.ts'
import { addReceivedShareRoutes } from './received-shares.ts'
import { addReminderRoutes } from './reminders.ts'
import { APP_POLICY, SCRIPT_POLICY, securityHeaders } from './security-headers.ts'
import { addLaunchRoutes, launch, signIn } from './session.ts'
import { addShareRoutes } from './shares.ts'
import { sendFile, webFilesIn } from './static-files.ts'
import { addTargetRoutes } from './target.ts'

export interface SkillmapApp {
  /** Answers one request; also how tests and the command line talk to the server without a socket. */
  fetch(request: Request): Promise<Response>
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
    await next()
    c.res.headers.set('x-request-id', requestId)
  })
  app.use(loopbackGuards(deps.hosts))
  app.get('/launch', (c) => launch(c, deps))
  app.use('/api/*', signIn(deps))
  const declared = addRoutes(app, deps)
  app.get('/openapi.json', (c) => c.json(documentOf(app, deps.version)))
  app.get('/api-docs', () => apiPage(documentOf(app, deps.version)))
  app.notFound((c) => answerElsewhere(c, declared))
  addPages(app, deps)
  app.onError((error, c) => answerFault(c, error, deps.log))
  return { fetch: async (request) => app.fetch(request), declared }
}

function addRoutes(app: OpenAPIHono<AppEnv>, deps: AppDeps): readonly DeclaredRoute[] {
  const routes = new Routes(app, deps.checkAnswers === true)
  addHealthRoute(routes, deps.version)
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
  addOwnFrameworkRoutes(routes)
  addImportRoutes(routes)
  addCaptureRoutes(routes)
  addBroughtRatingsRoutes(routes)
  addExportRoutes(routes)
  addBackupRoutes(routes, deps)
  addEraseRoutes(routes, deps)
  addLaunchRoutes(routes, deps)
  return routes.declared
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
    await signIn(deps)(c, async () => undefined)
    if (c.get('signedIn') === null) return howToGetInPage()
    const start = await files?.find('/index.html')
    if (start === undefined || start === null) return notFoundPage()
    return sendFile(start, c.req.raw, { 'content-security-policy': APP_POLICY })
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
