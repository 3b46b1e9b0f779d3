// One person of the world that is probed: what they send is kept as a template, and what they made is noted.
import { randomUUID } from 'node:crypto'
import type { TeamServer } from '../contracts/team-server.ts'
import type { Answered, Call } from '../contracts/test-server.ts'
import type { PersonName } from '../organisation.ts'
import type { Grant } from './oracle.ts'
import type { MadeThing, ProbeWorld } from './probe-world.ts'
import type { Chance } from './random-world.ts'

/** Makes the things of one person and notes each. */
export class Maker {
  readonly world: ProbeWorld
  readonly org: 0 | 1
  readonly owner: PersonName
  readonly chance: Chance

  constructor(world: ProbeWorld, org: 0 | 1, owner: PersonName, chance: Chance) {
    this.world = world
    this.org = org
    this.owner = owner
    this.chance = chance
  }

  get server(): TeamServer {
    return this.world.servers[this.org]
  }

  word(): string {
    return `canary${randomUUID().replaceAll('-', '').slice(0, 12)}`
  }

  async send(
    method: string,
    route: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answered<Record<string, unknown>>> {
    const key = method === 'POST' ? randomUUID() : null
    const call: Call = {
      ...(body === undefined ? {} : { body }),
      headers: { ...(key === null ? {} : { 'idempotency-key': key }), ...headers },
    }
    const answer = await this.server.as(this.owner, method, path, call)
    if (answer.status >= 300) throw new Error(`${this.owner}: ${method} ${path}: ${answer.text}`)
    if (body !== undefined)
      this.world.templates.push({
        org: this.org,
        owner: this.owner,
        method,
        route,
        path,
        body: body as Record<string, unknown>,
        key,
      })
    return answer
  }

  /** Notes a thing; its tag is read from the answer that made it. */
  note(
    noun: string,
    answer: Answered<Record<string, unknown>>,
    canary: string,
    more: Partial<MadeThing> = {},
  ) {
    const revision = /"([^"]+)"/.exec(answer.headers.get('etag') ?? '')?.[1] ?? answer.body?.revisionId
    const thing: MadeThing = {
      org: this.org,
      noun,
      id: String(answer.body?.id ?? ''),
      revisionId: typeof revision === 'string' ? revision : null,
      owner: this.owner,
      about: null,
      givenTo: null,
      isWithdrawn: false,
      isGiven: false,
      canary,
      partId: null,
      ...more,
    }
    this.world.things.push(thing)
    return thing
  }

  create(noun: string, canary: string, segment: string, body: object) {
    const id = randomUUID()
    const full = { revisionId: randomUUID(), frameworkDigest: this.server.current.digest, ...body }
    const route = `/api/${segment}/{id}`
    const path = `/api/${segment}/${id}`
    return this.send('PUT', route, path, full, { 'if-none-match': '*' }).then((answer) =>
      this.note(noun, answer, canary, { id }),
    )
  }

  administers(grant: Grant): boolean {
    const personId = this.server.organisation.idOf[this.owner]
    return this.world.facts[this.org].grants.some((one) => one.personId === personId && one.grant === grant)
  }
}
