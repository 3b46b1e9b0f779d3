// Puts the company that does not exist into an empty database, day by day, as its people would have done it.
import { randomUUID } from 'node:crypto'
import { ADMIN_SCOPES, ordinaryViewer, type Viewer, visitor } from '../../core/access/viewer.ts'
import { type DemoCompany, type DemoPerson, demoCompany } from '../../core/demo/demo-company.ts'
import { topLevel } from '../../core/framework/look-up.ts'
import { saveAssessment, saveAssessmentClosed } from '../../store/assessment/assessments.ts'
import { saveRatingBatch } from '../../store/assessment/rating-batch.ts'
import { saveAdminGrant } from '../../store/organisation/admin-grants.ts'
import { saveManagement } from '../../store/organisation/management.ts'
import { saveMember } from '../../store/organisation/members.ts'
import { saveOrgName } from '../../store/organisation/team-org.ts'
import { saveTeam, saveTeamMembership } from '../../store/organisation/teams.ts'
import { saveViewSwitchedOn } from '../../store/organisation/view-switches.ts'
import { saveHeldRole } from '../../store/person/held-roles.ts'
import { saveTarget } from '../../store/plan/targets.ts'
import { saveHandover } from '../../store/share/handovers.ts'
import type { CurrentFramework, Services } from '../app-env.ts'
import { loadShareRecords, shareContentOf } from '../share/shares.ts'
import { seedCalibration, seedWork } from './seed-plans.ts'
import {
  seedAgreements,
  seedAsks,
  seedConfidential,
  seedLastYear,
  seedRelease,
  seedRunning,
  seedViews,
  type Together,
  togetherOf,
} from './seed-together.ts'

export interface DemoSeed {
  company: DemoCompany
  idOf: (key: string) => string
}

export interface DemoNeeds {
  services: Services
  /** The clock that the services see, which is moved through the years. */
  setNow(now: Date): void
  /** Told as it goes: how many of how many steps are done. */
  progress(done: number, of: number): void
}

const DAY_LONG = 10
/** Days before today on which the company begins to keep its list here. */
const BEGAN = 731

/** In the order of the days on which it happened, as far as one thing needs another. */
const TOGETHER: ((together: Together) => Promise<void>)[] = [
  seedViews,
  seedLastYear,
  seedAgreements,
  seedConfidential,
  (together) => seedRelease(together, 175),
  seedCalibration,
  seedAsks,
  seedWork,
  seedRunning,
  (together) => seedRelease(together, 2),
]

/** Two years of one company in some seconds; the clock ends at `today`. */
export async function seedDemo(needs: DemoNeeds, today: Date): Promise<DemoSeed> {
  const { services } = needs
  const day = today.toISOString().slice(0, DAY_LONG)
  const { current } = services
  const company = demoCompany(current.framework, day)
  const ids = new Map(company.people.map(({ key }) => [key, randomUUID() as string]))
  const idOf = (key: string) => {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`Nobody in the demo is called ${key}.`)
    return id
  }
  needs.setNow(new Date(today.getTime() - BEGAN * 24 * 3600 * 1000))
  await seedChart(needs, company, idOf)
  let done = 0
  const step = () => needs.progress(++done, company.people.length + TOGETHER.length)
  for (const person of company.people) {
    await seedSaid(needs, person, { personId: idOf(person.key), current })
    step()
  }
  const together = togetherOf(needs, today, { company, idOf })
  for (const seed of TOGETHER) {
    await seed(together)
    step()
  }
  needs.setNow(today)
  await seedHandovers(services, company, idOf)
  return { company, idOf }
}

async function seedChart(
  { services }: DemoNeeds,
  company: DemoCompany,
  idOf: (key: string) => string,
): Promise<void> {
  const orgId = orgOf(services)
  const keeper: Viewer = { ...visitor(orgId), adminOf: ['people', 'views'] }
  await services.store.withViewer(keeper, async (tx) => {
    await saveOrgName(tx, company.name)
    const teamIds = new Map(company.teams.map(({ key }) => [key, randomUUID() as string]))
    for (const { key, name } of company.teams)
      await saveTeam(tx, { id: teamIds.get(key) ?? '', name, parentId: null, endedOn: null })
    for (const { key, name, leftOn } of company.people)
      await saveMember(tx, { id: idOf(key), displayName: name, leftOn })
    for (const person of company.people) await seedLines(tx, person, { idOf, teamIds, services })
    const admin = company.people[2]
    if (admin === undefined) throw new Error('The demo has nobody to administer it.')
    for (const scope of ADMIN_SCOPES)
      await saveAdminGrant(tx, { id: randomUUID(), personId: idOf(admin.key), scope })
    await saveViewSwitchedOn(tx, {
      id: randomUUID(),
      view: 'conversation-prep',
      purpose: 'So that nobody comes unprepared to a talk about somebody’s growth.',
    })
    await saveViewSwitchedOn(tx, {
      id: randomUUID(),
      view: 'team-map',
      purpose: 'To see where a team needs help, and who could show whom.',
    })
  })
}

type Tx = Parameters<Parameters<Services['store']['withViewer']>[1]>[0]

async function seedLines(
  tx: Tx,
  person: DemoPerson,
  facts: { idOf: (key: string) => string; teamIds: Map<string, string>; services: Services },
): Promise<void> {
  const { idOf, teamIds, services } = facts
  const line = () => ({ id: randomUUID() as string, personId: idOf(person.key) })
  const frameworkId = services.current.framework.id
  for (const { role, from, until } of person.roles)
    await saveHeldRole(tx, { ...line(), frameworkId, role, from, until })
  for (const { team, from, until } of person.teams)
    await saveTeamMembership(tx, { ...line(), teamId: teamIds.get(team) ?? '', from, until })
  for (const { manager, from, until } of person.managers)
    await saveManagement(tx, { ...line(), managerId: idOf(manager), from, until })
}

async function seedSaid(
  { services, setNow }: DemoNeeds,
  person: DemoPerson,
  { personId, current }: { personId: string; current: CurrentFramework },
): Promise<void> {
  const viewer = ordinaryViewer(orgOf(services), personId)
  const { digest, framework } = current
  for (const { on, role, ratings } of person.said) {
    const at = `${on}T10:00:00.000Z`
    setNow(new Date(at))
    await services.store.withViewer(viewer, async (tx) => {
      const id = randomUUID()
      const times = { openedAt: at, lastActivityAt: at, closedAt: null }
      await saveAssessment(tx, {
        id,
        subjectId: personId,
        raterKind: 'self',
        frameworkDigest: digest,
        role,
        ...times,
      })
      await saveRatingBatch(
        tx,
        id,
        ratings.map(({ skill, level, approaching, note }) => ({
          assessmentId: id,
          skill,
          revisionId: randomUUID(),
          ratedAt: at,
          level: Math.min(level, topLevel(framework)),
          reason: null,
          approaching,
          behaviours: [],
          confidence: null,
          observedOn: on,
          note,
        })),
      )
      await saveAssessmentClosed(tx, id, at)
    })
  }
  const role = person.roles.at(-1)?.role
  if (role === undefined || person.leftOn !== null) return
  await services.store.withViewer(viewer, (tx) =>
    saveTarget(
      tx,
      {
        frameworkDigest: digest,
        role,
        destinations: person.destinations,
        revisionId: randomUUID(),
        updatedAt: tx.now,
      },
      null,
    ),
  )
}

/** As the people themselves, through what the page uses, so that ranges are measured and not made up. */
async function seedHandovers(
  services: Services,
  company: DemoCompany,
  idOf: (key: string) => string,
): Promise<void> {
  for (const person of company.people) {
    const { handsOver, manager } = person
    if (handsOver === null || manager === null) continue
    const personId = idOf(person.key)
    const viewer = ordinaryViewer(orgOf(services), personId)
    await services.store.withViewer(viewer, async (tx) => {
      const { basis, records } = await loadShareRecords(tx, services, { viewer, personId })
      const choice = { evidence: [], told: [], areas: [], levels: handsOver.skills }
      const to = company.people.find(({ key }) => key === manager)?.name ?? ''
      const content = shareContentOf(
        tx,
        basis,
        { from: person.name, to, words: '', role: true, choice },
        records,
      )
      if (!content.ok) throw new Error(`The demo cannot hand over ${content.failure.path}.`)
      const names = new Map(services.current.framework.roles.map((role) => [role.id, role.name]))
      const destinations = handsOver.destination
        ? person.destinations.flatMap((id) => {
            const name = names.get(id)
            return name === undefined ? [] : [{ id, name }]
          })
        : []
      await saveHandover(tx, {
        id: randomUUID(),
        recipientId: idOf(manager),
        frameworkDigest: basis.digest,
        content: { ...content.value, destinations },
      })
    })
  }
}

function orgOf({ teamOrgId }: Services): string {
  if (teamOrgId === null) throw new Error('The demo is a team.')
  return teamOrgId
}
