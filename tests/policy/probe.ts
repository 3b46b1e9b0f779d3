// Asks a team's servers for what is not one's own, in every way that a route allows, and looks for what leaks.
import { randomUUID } from 'node:crypto'
import type { DeclaredRoute } from '../../src/server/define-route.ts'
import type { TeamServer } from '../contracts/team-server.ts'
import type { Answered, Call } from '../contracts/test-server.ts'
import type { PersonName } from '../organisation.ts'
import { isAllowed, type Thing } from './oracle.ts'
import { EVERYBODY, type MadeThing, type ProbeWorld, type Template } from './probe-world.ts'
import type { Chance } from './random-world.ts'

/** What the id in an address is the id of, by the beginning of the address. A route whose id is not here fails a test. */
export const ID_IN_ADDRESS: Record<string, string> = {
  '/api/agreements/{id}': 'agreement',
  '/api/asked/{id}': 'ask',
  '/api/disputes/{id}': 'dispute',
  '/api/given/{id}': 'assessment',
  '/api/openings/{id}': 'opening',
  '/api/opportunities/mine/agreed/{id}': 'agreedGrowth',
  '/api/opportunities/mine/parts/{id}': 'workPart',
  '/api/opportunities/parts/{id}': 'workPart',
  '/api/opportunities/{id}': 'opportunity',
  '/api/account/identities/{id}': 'account',
  '/api/account/passkeys/{id}': 'passkey',
  '/api/account/sessions/{id}': 'session',
  '/api/rounds/{id}': 'round',
  '/api/assessments/{id}': 'assessment',
  '/api/brought-ratings/{id}': 'broughtRatings',
  '/api/carry-overs/{id}': 'carryOver',
  '/api/comments/{id}': 'comment',
  '/api/conversations/{id}': 'conversation',
  '/api/evidence/{id}': 'evidence',
  '/api/feedback-drafts/{id}': 'feedbackDraft',
  '/api/feedback/{id}': 'feedback',
  '/api/handovers/{id}': 'handover',
  '/api/held/{id}': 'joining',
  '/api/held-answers/{id}': 'heldItem',
  '/api/packets/{id}': 'packet',
  '/api/people/{id}': 'keptPerson',
  '/api/plan/revisions/{revisionId}': 'plan',
  '/api/received-shares/{id}': 'receivedShare',
  '/api/shares/{id}': 'share',
  '/api/who-sees/agreements/{id}': 'agreement',
  '/api/who-sees/asked/{id}': 'ask',
  '/api/who-sees/assessments/{id}': 'assessment',
  '/api/who-sees/handovers/{id}': 'handover',
  '/api/who-sees/joinings/{id}': 'joining',
  '/api/who-sees/openings/{id}': 'opening',
}
/** Addresses that hold no id of something private, each with why. */
export const NO_PRIVATE_ID: Record<string, string> = {
  '/api/calibration/cases/{id}': 'a case, which everyone of the organisation sees',
  '/api/calibration/rounds/{id}': 'a round of cases, which everyone of the organisation sees',
  '/api/opportunities/agreed/{id}': 'a person of the list, for whoever manages them today',
  '/api/opportunities/earlier/{id}': 'a person of the list, for whoever manages them today',
  '/api/organisation/changes/{id}': 'a change of the list, for administrators of people alone',
  '/api/organisation/directory-tokens/{id}': 'for administrators of people alone',
  '/api/organisation/erasures/{id}': 'an erasure, for administrators of people alone',
  '/api/organisation/grants/{id}': 'for administrators of people alone',
  '/api/organisation/people/{id}': 'a person of the list; who reads their record has a test of its own',
  '/api/organisation/releases/{day}': 'a day, for administrators of views alone',
  '/api/organisation/teams/{id}': 'a team, which everyone of the organisation sees',
  '/api/backups/{name}': 'the name of a file, for administrators of backups alone',
  '/api/check-ins/{week}': 'a week of one’s own',
  '/api/frameworks/{digest}': 'a framework version, for everyone of the organisation',
  '/api/imports/{token}': 'a random name, kept for an hour for whoever sent the file',
  '/api/members/{id}': 'a person of the list, for everyone of the organisation',
  '/api/own-frameworks/{id}': 'the name of a framework; drafts are found by name and by who asks',
  '/api/progress/{week}': 'a week of one’s own',
  '/api/preparations/{id}': 'a person of the list; who prepares a talk with them has a test of its own',
  '/api/views/{view}': 'one of a few views',
  '/api/who-sees/raters/{id}': 'a person of the list; whose raters one may read has a test of its own',
  '/api/who-sees/{item}': 'the name of a kind of thing',
  '/api/as-seen-by/{who}': 'a person of the list, or a grant; what it answers has a test of its own',
}
const SENT_FOR_NAMES: Record<string, string> = { skill: 'mentoring', level: '3', week: '2026-11-23' }
/** Names of parts: their ids are unlike those of the whole. */
const PARTS = new Set(['version'])
/** Whether somebody may who sees it hangs on more than the rule of the route; the tests of the noun have it. */
const DECIDED_INSIDE = new Set([
  'agreement/sign',
  'ask/answer',
  'ask/decline',
  'opening/open',
  'opportunity/change',
  'ownWork/change',
  'rating/contest',
  'round/close',
  'round/takePart',
])
/** What the server says of an id that the writer chose, and that something of somebody else has. */
const TAKEN =
  /"This (revision )?id (belongs to something else\. Make a new one|is in use for something else)\."/
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const CANARY = /canary[0-9a-f]{12}/g
/** What nobody may set in a body: whose it is, who reads it, when it was released. */
const SMUGGLED: Record<string, unknown> = {
  ownerId: randomUUID(),
  owner_id: randomUUID(),
  orgId: randomUUID(),
  org_id: randomUUID(),
  subjectId: randomUUID(),
  keeperId: randomUUID(),
  audience: 'organisation',
  releasedAt: '2026-01-01T00:00:00.000Z',
  withdrawnAt: null,
  adminOf: ['people'],
  isAdmin: true,
  createdAt: '2020-01-01T00:00:00.000Z',
}

export function beginningOf(path: string, known: Record<string, string>): string | null {
  return Object.keys(known).find((one) => path === one || path.startsWith(`${one}/`)) ?? null
}

/** One request of one person to one of the organisations. */
interface Sent {
  org: 0 | 1
  who: PersonName
  method: string
  path: string
  call: Call
}

export interface Leak {
  what: string
  sent: Sent
  answer: string
}

export class Prober {
  readonly world: ProbeWorld
  readonly chance: Chance
  readonly leaks: Leak[] = []
  requests = 0
  readonly byKind: Record<string, number> = {}
  /** How often an id that a writer chose was refused because something unseen has it. */
  taken = 0
  /** Ids that probing itself made something of, by organisation: there they are taken from then on. */
  private readonly usedIn = new Set<string>()
  private readonly byCanary: Map<string, MadeThing[]>
  private readonly byId = new Map<string, MadeThing[]>()
  /** Things that somebody made themselves under an id that they tried: from then on it is theirs. */
  private readonly ownNow = new Set<string>()

  constructor(world: ProbeWorld, chance: Chance) {
    this.world = world
    this.chance = chance
    this.byCanary = new Map(world.things.map((one) => [one.canary, [one]]))
    for (const thing of world.things)
      for (const id of [thing.id, thing.revisionId, thing.partId])
        if (id !== null) this.byId.set(id, [...(this.byId.get(id) ?? []), thing])
  }

  /** Whether the page lets them. */
  may(org: 0 | 1, who: PersonName, thing: MadeThing, action: string, noun = thing.noun): boolean {
    const { orgId, idOf } = this.server(org).organisation
    if (noun === 'round' && action === 'see' && this.may(org, who, thing, 'see', 'roundSubject')) return true
    const facts: Thing = {
      orgId: this.server(thing.org as 0 | 1).organisation.orgId,
      ownerId: idOf[thing.owner],
      subjectId: idOf[thing.about ?? thing.owner],
      givenToId: thing.givenTo === null ? null : idOf[thing.givenTo],
      isWithdrawn: thing.isWithdrawn,
      isGiven: thing.isGiven,
      isShownToManager: false,
    }
    return isAllowed(this.world.facts[org], { orgId, personId: idOf[who] }, noun, action, facts)
  }

  server(org: 0 | 1): TeamServer {
    return this.world.servers[org]
  }

  async send(sent: Sent): Promise<Answered<unknown>> {
    this.requests += 1
    const answer = await this.server(sent.org).as<unknown>(sent.who, sent.method, sent.path, sent.call)
    if (answer.status >= 500) this.report(`a fault (${answer.status})`, sent, answer)
    this.lookForWords(sent, answer)
    this.lookForFolders(sent, answer)
    return answer
  }

  report(what: string, sent: Sent, answer: Answered<unknown>): void {
    this.leaks.push({ what, sent, answer: `${answer.status} ${answer.text.slice(0, 600)}` })
  }

  /** Nor a folder of the server, which is its operator's business. */
  private lookForFolders(sent: Sent, answer: Answered<unknown>): void {
    const { root } = this.server(sent.org).store.places
    if (answer.text.includes(root)) this.report(`names the folder ${root}`, sent, answer)
  }

  /** A word or an id of something that the page does not let this person see must be nowhere in an answer. */
  private lookForWords(sent: Sent, answer: Answered<unknown>): void {
    const whole = `${answer.text}\n${JSON.stringify([...answer.headers])}`
    const theirOwn = JSON.stringify(sent)
    for (const [pattern, things] of [
      [CANARY, this.byCanary],
      [UUID, this.byId],
    ] as const) {
      for (const [found] of whole.matchAll(pattern)) {
        const candidates = things.get(found)
        if (candidates === undefined || theirOwn.includes(found)) continue
        if (this.isOwnNow(sent, found)) continue
        if (!candidates.some((one) => this.may(sent.org, sent.who, one, 'see') || this.wasGiven(sent, one)))
          this.report(`${found} of ${candidates[0]?.owner} (${candidates[0]?.noun})`, sent, answer)
      }
    }
  }

  /**
   * The note beside one's own level goes with the level, in a copy that was handed over. Whoever asked is told the id of
   * what they asked, and what is under it stays the other's.
   */
  private wasGiven({ org, who }: Sent, thing: MadeThing): boolean {
    if (thing.noun === 'ask') return thing.org === org && thing.about === who
    if (thing.noun !== 'rating') return false
    return this.world.things.some(
      (one) =>
        one.noun === 'handover' &&
        one.org === thing.org &&
        one.owner === thing.owner &&
        this.may(org, who, one, 'see'),
    )
  }

  private isOwnNow({ org, who }: Sent, id: string): boolean {
    return this.ownNow.has(`${org} ${who} ${id}`)
  }

  /** One probe of a random kind. */
  async probe(): Promise<void> {
    const kind = this.chance.oneOf(['id', 'id', 'id', 'id', 'list', 'search', 'smuggle'] as const)
    this.byKind[kind] = (this.byKind[kind] ?? 0) + 1
    if (kind === 'id') return this.probeId()
    if (kind === 'list') return this.probeList()
    if (kind === 'search') return this.probeSearch()
    return this.smuggle()
  }

  private anybody(): Pick<Sent, 'org' | 'who'> {
    return { org: this.chance.oneOf([0, 1] as const), who: this.chance.oneOf(EVERYBODY) }
  }

  private async probeId(): Promise<void> {
    const { org, who } = this.anybody()
    const routes = this.server(org).app.declared.filter(
      (one) => beginningOf(one.path, ID_IN_ADDRESS) !== null,
    )
    const nounOf = (one: DeclaredRoute) => ID_IN_ADDRESS[beginningOf(one.path, ID_IN_ADDRESS) ?? '']
    const tried = this.world.things.filter((one) => routes.some((route) => nounOf(route) === one.noun))
    const thing = this.chance.oneOf(tried)
    const route = this.chance.oneOf(routes.filter((one) => nounOf(one) === thing.noun))
    const part = this.chance.onceIn(2) ? thing.partId : this.chance.oneOf(tried).partId
    const sent = this.requestTo(route, thing, { org, who, part: part ?? randomUUID() })
    if (this.isOwnNow(sent, thing.id)) return
    const sees = this.may(org, who, thing, 'see')
    if (!sees) return this.compareWithNothing(sent, thing)
    const { access } = route
    const mayDo = typeof access !== 'string' && this.may(org, who, thing, String(access.action), access.noun)
    if (typeof access !== 'string' && DECIDED_INSIDE.has(`${access.noun}/${access.action}`)) {
      // Reading changes nothing, and its answer is looked through all the same.
      if (route.method === 'get') await this.send(sent)
      return
    }
    // What somebody may do with their own would change it for the probes that follow.
    if (mayDo && route.method !== 'get') return
    const answer = await this.send(sent)
    const isOfAnother = route.path.includes('{version}') && part !== thing.partId
    const expected = isOfAnother ? 404 : mayDo ? 200 : 403
    // What is missing from the request itself may be said first.
    const isIncomplete = route.method !== 'get' && [400, 415, 422, 428].includes(answer.status)
    // What was given is read under what was given; among the assessments that one may rate in there is none of its id.
    const isRead = thing.noun === 'assessment' && !mayDo && answer.status === 404
    if (answer.status !== expected && !isIncomplete && !isRead)
      this.report(`not ${expected}, of something that may be seen`, sent, answer)
  }

  private requestTo(
    route: DeclaredRoute,
    thing: MadeThing,
    { org, who, part }: Pick<Sent, 'org' | 'who'> & { part: string },
  ): Sent {
    const person = this.server(org).organisation.idOf[this.chance.oneOf(EVERYBODY)]
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      PARTS.has(name) ? part : name === 'person' ? person : (SENT_FOR_NAMES[name] ?? thing.id),
    )
    const method = route.method.toUpperCase()
    if (method === 'GET') return { org, who, method, path, call: {} }
    const template = this.world.templates.filter((one) => one.route === route.path && one.method === method)
    const chosen = template.length === 0 ? null : this.chance.oneOf(template)
    return {
      org,
      who,
      method,
      path,
      call: { ...this.bodyFrom(chosen, thing), headers: this.headersFor(chosen, thing, { org, who }) },
    }
  }

  /** As its owner sent it, without the words; mostly with a revision of its own, sometimes with that of the thing. */
  private bodyFrom(template: Template | null, thing: MadeThing): Call {
    if (template === null) return {}
    const body = JSON.parse(JSON.stringify(template.body).replaceAll(CANARY, 'some words')) as Record<
      string,
      unknown
    >
    if ('revisionId' in body)
      body.revisionId = this.chance.onceIn(3) && thing.revisionId !== null ? thing.revisionId : randomUUID()
    return { body }
  }

  /** Sometimes with the key of a request of its owner, whose answer must not be repeated to somebody else. */
  private headersFor(
    template: Template | null,
    thing: MadeThing,
    { org, who }: Pick<Sent, 'org' | 'who'>,
  ): Record<string, string> {
    const isOwn = template?.org === org && template.owner === who
    const key = this.chance.onceIn(2) && !isOwn ? (template?.key ?? randomUUID()) : randomUUID()
    const precondition = this.chance.oneOf<Record<string, string>>([
      {},
      { 'if-none-match': '*' },
      { 'if-match': `"${thing.revisionId ?? randomUUID()}"` },
    ])
    return { 'idempotency-key': key, ...precondition }
  }

  /** The same request with ids of nothing must get the very same answer. */
  private async compareWithNothing(sent: Sent, thing: MadeThing): Promise<void> {
    const instead = new Map<string, string>()
    const text = JSON.stringify(sent).replaceAll(UUID, (id) => {
      const things = this.byId.get(id)
      const isForeign = things?.every((one) => !this.may(sent.org, sent.who, one, 'see'))
      if (!isForeign || this.isOwnNow(sent, id)) return id
      if (!instead.has(id)) instead.set(id, randomUUID())
      return instead.get(id) ?? id
    })
    const twin = JSON.parse(text) as Sent
    if (sent.method === 'POST') twin.call.headers = { ...twin.call.headers, 'idempotency-key': randomUUID() }
    const revision = (twin.call.body as { revisionId?: string } | undefined)?.revisionId
    if (revision !== undefined && ![...instead.values()].includes(revision)) {
      instead.set(revision, randomUUID())
      twin.call.body = { ...(twin.call.body as object), revisionId: instead.get(revision) }
    }
    const answer = await this.send(sent)
    const other = await this.send(twin)
    const usedBefore = [...instead.keys()].some((id) => this.usedIn.has(`${sent.org} ${id}`))
    for (const id of instead.keys())
      if (answer.status < 300) {
        this.ownNow.add(`${sent.org} ${sent.who} ${id}`)
        this.usedIn.add(`${sent.org} ${id}`)
      }
    if (sent.method === 'GET' && answer.status !== 404 && answer.status !== 403)
      this.report(`neither 404 nor 403 for ${thing.noun} of ${thing.owner}`, sent, answer)
    const [one, two] = [plain(answer, instead), plain(other, instead)]
    if (one === two) return
    // Ids of 122 random bits that nobody else is ever shown; decision 58 says why this is let be.
    const isUsed = sent.org === thing.org || usedBefore
    if (answer.status === 422 && TAKEN.test(answer.text) && isUsed) this.taken += 1
    else this.report(`another answer than for nothing: ${firstDifference(one, two)}`, sent, answer)
  }

  private async probeList(): Promise<void> {
    const lists = this.server(0).app.declared.filter(
      (one) => one.method === 'get' && !one.path.includes('{') && one.access !== 'operator',
    )
    const others = ['/openapi.json', '/api-docs', '/api/nothing', '/metrics', '/']
    const path = this.chance.onceIn(12)
      ? this.chance.oneOf(others)
      : withQuery(this.chance.oneOf(lists).path, this.chance)
    await this.send({ ...this.anybody(), method: 'GET', path, call: {} })
  }

  /** Looking for a word that stands in somebody else's text finds as much as looking for one that stands nowhere. */
  private async probeSearch(): Promise<void> {
    const { org, who } = this.anybody()
    const thing = this.chance.oneOf(this.world.things)
    if (this.may(org, who, thing, 'see')) return
    const nowhere = `canary${randomUUID().replaceAll('-', '').slice(0, 12)}`
    const route = this.chance.oneOf([
      '/api/evidence?text=',
      '/api/members?find=',
      '/api/evidence?person=',
      '/api/received-shares?person=',
    ])
    const [wanted, twin] = route.includes('person') ? [thing.id, randomUUID()] : [thing.canary, nowhere]
    const sent: Sent = { org, who, method: 'GET', path: `${route}${wanted}`, call: {} }
    const answer = await this.send(sent)
    const other = await this.send({ ...sent, path: `${route}${twin}` })
    const instead = new Map([[wanted, twin]])
    if (plain(answer, instead) !== plain(other, instead))
      this.report(`finds more than nothing: ${other.text.slice(0, 300)}`, sent, answer)
  }

  /** A field that no body has is refused by name, whoever sends it. */
  private async smuggle(): Promise<void> {
    const { org, who } = this.anybody()
    const template = this.chance.oneOf(this.world.templates)
    const [name, value] = this.chance.oneOf(Object.entries(SMUGGLED))
    if (name in template.body) return
    const body = {
      ...template.body,
      [name]: value,
      ...('revisionId' in template.body ? { revisionId: randomUUID() } : {}),
    }
    const path = template.path.replaceAll(UUID, () => randomUUID())
    const headers = { 'idempotency-key': randomUUID(), 'if-none-match': '*' }
    const sent: Sent = { org, who, method: template.method, path, call: { body, headers } }
    const answer = await this.send(sent)
    const isRefused = answer.status === 403 || (answer.status === 422 && answer.text.includes(`#/${name}`))
    if (!isRefused) this.report(`the field ${name} was not refused`, sent, answer)
  }
}

function withQuery(path: string, chance: Chance): string {
  if (path === '/api/export') return `${path}?format=${chance.oneOf(['json', 'markdown'])}`
  if (path === '/api/people-grid') return `${path}?form=csv&purpose=For+a+talk+about+it`
  if (path === '/api/packet-arranged')
    return `${path}?purpose=promotion&role=staff-engineer&from=2025-11-27&until=2026-11-26`
  return path
}

/** What an answer says, without its own request id and address, and with ids that were tried made alike. */
function plain(answer: Answered<unknown>, instead: ReadonlyMap<string, string>): string {
  const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
  let text = JSON.stringify([answer.status, headers, answer.text])
  for (const [id, other] of instead) text = text.replaceAll(id, '(id)').replaceAll(other, '(id)')
  return text
    .replaceAll(/\\"requestId\\":\\"[^"]*\\"/g, '')
    .replaceAll(/request [0-9a-f-]{36}/g, '')
    .replaceAll(/data-sha256=[\\"]+[0-9a-f]{64}/g, '')
}

/** Where two answers part, with some of what stands there. */
function firstDifference(one: string, two: string): string {
  let at = 0
  while (at < one.length && one[at] === two[at]) at += 1
  return `${one.slice(Math.max(0, at - 80), at + 120)} / ${two.slice(at, at + 120)}`
}
