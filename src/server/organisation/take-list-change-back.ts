// Takes a change of the list back, for everybody it changed, or says why it cannot be.

import { problemsOfPeople } from '../../core/organisation/check-people.ts'
import { addDays } from '../../core/organisation/days.ts'
import { problemOfLeaving } from '../../core/organisation/end-grant.ts'
import {
  applyEffects,
  isTakenBack,
  type Leave,
  type MemberEffects,
  type PeopleList,
  takeBack,
} from '../../core/organisation/people-list.ts'
import { sayProblem } from '../../core/organisation/say-change.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { listAdminGrants } from '../../store/organisation/admin-grants.ts'
import { saveListChangeUndone } from '../../store/organisation/list-changes.ts'
import { type ListChange, listEffectsOf, listListChanges } from '../../store/organisation/past-changes.ts'
import { loadPeopleAround, loadPeopleList } from '../../store/organisation/people-list.ts'
import { removeUnusedPeople } from '../../store/organisation/remove-unused-people.ts'
import { saveTeam } from '../../store/organisation/teams.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import { type Refusal, refuse } from '../errors.ts'
import { clashOfKeys } from './clash-of-keys.ts'
import { keepListChange } from './keep-list-change.ts'

export interface TakenBack {
  people: number
  /** Whom it had added and who are gone again. */
  removed: number
  /** Names of those whom it had added and of whom something is here: they have left. */
  left: string[]
}

const SINCE =
  'Something of it was changed since, so that taking it back would undo more than it did. Put it right on the pages of these people.'

export async function takeListChangeBack(
  tx: ViewerTransaction,
  services: Services,
  id: string,
): Promise<Result<TakenBack, Refusal>> {
  const [change] = await listListChanges(tx, { ids: [id] })
  if (change === undefined) return fail(refuse('not-found', 'There is no such change.'))
  if (change.undoneAt !== null) return fail(refuse('conflict', 'It was taken back already.'))
  if (change.source === 'undo')
    return fail(refuse('conflict', 'This took something back; make the change again instead.'))
  const effects = await listEffectsOf(tx, id)
  const list = await loadPeopleAround(
    tx,
    effects.map(({ personId }) => personId),
  )
  const back = takeBack(list, effects)
  const added = effects
    .filter((one) => one.effects.some(({ kind }) => kind === 'added'))
    .map((one) => one.personId)
  if (back === null || isReferredTo(list, added, effects)) return fail(refuse('conflict', SINCE))
  const isAdded = new Set(added)
  const problem = await problemAfter(tx, list, back, isAdded)
  if (problem !== null) return fail(refuse('conflict', `It cannot be taken back now. ${problem}`))
  const { removed, kept } = await carryBack(tx, services, { change, list, back, isAdded })
  return succeed({ people: effects.length, removed, left: kept })
}

async function carryBack(
  tx: ViewerTransaction,
  services: Services,
  {
    change,
    list,
    back,
    isAdded,
  }: { change: ListChange; list: PeopleList; back: MemberEffects[]; isAdded: Set<string> },
): Promise<{ removed: number; kept: string[] }> {
  const ofOthers = back.filter(({ personId, effects }) => !isAdded.has(personId) && effects.length > 0)
  const save = (on: PeopleList, changes: MemberEffects[]) =>
    keepListChange(tx, services, on, {
      id: services.newId(),
      source: 'undo',
      label: change.label,
      addedTeams: [],
      changes,
    })
  if (ofOthers.length > 0) await save(list, ofOthers)
  const begun = await removeUnusedPeople(tx, reportsFirst(list, [...isAdded]))
  const leavers = back
    .filter(({ personId }) => begun.includes(personId))
    .map((one) => withLeave(one, list, tx.now))
  if (leavers.length > 0) await save(list, leavers)
  await saveListChangeUndone(tx, change.id)
  await endTeams(tx, change)
  const kept = begun.map((personId) => list.people.get(personId)?.displayName ?? '').sort()
  return { removed: isAdded.size - begun.length, kept }
}

/** Whoever has more managers above them comes first. */
function reportsFirst(list: PeopleList, ids: readonly string[]): string[] {
  const depths = new Map<string, number>()
  const depthOf = (id: string): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    // Until it is known, so that a circle over several times ends.
    depths.set(id, 0)
    const above = (list.people.get(id)?.lines ?? []).filter(({ kind }) => kind === 'manager')
    const depth = above.reduce((most, { value }) => Math.max(most, depthOf(value) + 1), 0)
    depths.set(id, depth)
    return depth
  }
  return ids.toSorted((a, b) => depthOf(b) - depthOf(a))
}

function withLeave({ personId, effects }: MemberEffects, list: PeopleList, now: string): MemberEffects {
  const person = list.people.get(personId)
  const before = { leftOn: person?.leftOn ?? null, closedAt: person?.closedAt ?? null }
  const after = { leftOn: addDays(now.slice(0, 10), -1), closedAt: now }
  return {
    personId,
    effects: [...effects.filter(({ kind }) => kind !== 'left'), { kind: 'left', before, after }],
  }
}

/** Whether somebody whom the change did not touch reports to somebody whom it added. */
function isReferredTo(
  list: PeopleList,
  added: readonly string[],
  effects: readonly MemberEffects[],
): boolean {
  const gone = new Set(added)
  const made = new Set(
    effects.flatMap((one) => one.effects.map((effect) => (effect.kind === 'line' ? effect.line.id : ''))),
  )
  return [...list.people.values()].some(({ lines }) =>
    lines.some(
      (line) => line.kind === 'manager' && gone.has(line.value) && !made.has(line.id) && !isTakenBack(line),
    ),
  )
}

/**
 * What would stand in the way of the list as it would then be: others were changed since, and what held before may not
 * hold beside that.
 */
async function problemAfter(
  tx: ViewerTransaction,
  list: PeopleList,
  back: readonly MemberEffects[],
  isAdded: ReadonlySet<string>,
): Promise<string | null> {
  const after = applyEffects(list, back)
  const [found] = problemsOfPeople(after, peopleAround(after, back))
  if (found !== undefined) return sayProblem(found, after)
  const clash = await clashOfKeys(
    tx,
    back.filter(({ personId }) => !isAdded.has(personId)),
  )
  return clash?.message ?? problemOfAdmins(tx, after, back, isAdded)
}

/** Whoever is changed, and whoever reports to them. */
function peopleAround({ people }: PeopleList, back: readonly MemberEffects[]): string[] {
  const changed = new Set(back.map(({ personId }) => personId))
  return [...people.values()]
    .filter(({ id, lines }) => changed.has(id) || lines.some(({ value }) => changed.has(value)))
    .map(({ id }) => id)
}

/** Nobody goes with it who is the last to keep the list. */
async function problemOfAdmins(
  tx: ViewerTransaction,
  after: PeopleList,
  back: readonly MemberEffects[],
  isAdded: ReadonlySet<string>,
): Promise<string | null> {
  const grants = await listAdminGrants(tx)
  const { people } = await loadPeopleList(tx, [...new Set(grants.map(({ personId }) => personId))])
  const leaves = new Map<string, Leave>([...people, ...after.people])
  for (const id of isAdded) leaves.set(id, { leftOn: tx.now.slice(0, 10), closedAt: tx.now })
  const leaving = back
    .map(({ personId }) => personId)
    .filter((id) => people.get(id)?.leftOn === null && leaves.get(id)?.leftOn !== null)
  return leaving.map((id) => problemOfLeaving(id, grants, leaves)).find((one) => one !== null) ?? null
}

/** Teams that it added end again, where nobody belongs to them any more. */
async function endTeams(tx: ViewerTransaction, change: ListChange): Promise<void> {
  if (change.addedTeams.length === 0) return
  const { people, teams } = await loadPeopleList(tx)
  const today = tx.now.slice(0, 10)
  for (const id of change.addedTeams) {
    const team = teams.get(id)
    const isUsed = [...people.values()].some(({ lines }) =>
      lines.some(
        (line) => line.value === id && !isTakenBack(line) && (line.until === null || line.until >= today),
      ),
    )
    if (team !== undefined && team.endedOn === null && !isUsed)
      await saveTeam(tx, { ...team, endedOn: addDays(today, -1) })
  }
}
