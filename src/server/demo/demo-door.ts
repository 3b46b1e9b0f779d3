// The demo's door: a team's, and a page on which one chooses as whom to look. Only ever on this computer, with invented people.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { DemoPerson } from '../../core/demo/demo-company.ts'
import type { AppEnv, Services } from '../app-env.ts'
import type { Door } from '../door.ts'
import { escapeHtml, notFoundPage, plainPage } from '../serving/plain-page.ts'
import { beginTeamSession } from '../sign-in/team-sessions.ts'
import { teamDoor } from '../team-door.ts'
import type { DemoSeed } from './seed-demo.ts'

export interface DemoDoorNeeds {
  services: Promise<Services>
  seed: Promise<DemoSeed>
  origin: string
  secret: string
}

export const DEMO_PATH = '/demo'

export function demoDoor(needs: DemoDoorNeeds): Door {
  const door = teamDoor(needs)
  return {
    ...door,
    isDemo: true,
    asksForProof: false,
    strangersPage: null,
    isForStrangers: () => false,
    addPages(app: OpenAPIHono<AppEnv>) {
      door.addPages(app)
      app.get(DEMO_PATH, async () => choicePage(await needs.seed))
      app.get(`${DEMO_PATH}/as/:key`, (c) => becomePerson(c, needs))
    },
    notInPage: () => new Response(null, { status: 303, headers: { location: DEMO_PATH } }),
  }
}

async function becomePerson(c: Context<AppEnv>, needs: DemoDoorNeeds): Promise<Response> {
  const { company, idOf } = await needs.seed
  const person = company.people.find((one) => one.key === c.req.param('key') && one.leftOn === null)
  if (person === undefined) return notFoundPage()
  const personId = idOf(person.key)
  const browser = c.req.header('user-agent')
  const cookie = await beginTeamSession(await needs.services, needs.origin, { personId, browser })
  return new Response(null, {
    status: 303,
    headers: { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' },
  })
}

/** People by team, with a word on who is worth looking as. */
function choicePage({ company }: DemoSeed): Response {
  const there = company.people.filter(({ leftOn }) => leftOn === null)
  const groups = [
    { name: 'Across teams', people: there.filter(({ team }) => team === null) },
    ...company.teams.map(({ key, name }) => ({
      name,
      people: there.filter(({ team }) => team === key),
    })),
  ]
  const line = (person: DemoPerson) =>
    `<li><a href="${DEMO_PATH}/as/${person.key}">${escapeHtml(person.name)}</a> <span class="soft">${escapeHtml(aboutOf(person, there))}</span></li>`
  const body = groups
    .map(({ name, people }) => `<h2>${escapeHtml(name)}</h2><ul>${people.map(line).join('')}</ul>`)
    .join('')
  return plainPage(
    'Skillmap: the demo',
    `<h1>Look around as somebody</h1>
<p>${escapeHtml(company.name)} does not exist, and neither does anybody in it. Everything here is thrown away when you
stop the demo. Choose as whom you look; a link at the foot of every page brings you back here.</p>${body}`,
  )
}

function aboutOf(person: DemoPerson, all: readonly DemoPerson[]): string {
  const reports = all.filter(({ manager }) => manager === person.key).length
  const role = person.roles.at(-1)?.role.replaceAll('-', ' ') ?? ''
  return reports === 0 ? role : `${role}, ${reports === 1 ? 'one report' : `${reports} reports`}`
}
