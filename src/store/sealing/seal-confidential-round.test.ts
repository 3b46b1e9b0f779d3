// Closing a confidential round on the real database: what is left, what is gone, and that there is nothing in between.

import { type KyselyPlugin, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type PlantedRound, plantConfidentialRound, WHO_RATES } from '../../../tests/confidential-round.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { type Organisation, type PersonName, settleOrganisation } from '../../../tests/organisation.ts'
import { openTestStore, type TestStore } from '../../../tests/test-store.ts'
import { ordinaryViewer, type Viewer } from '../../core/access/viewer.ts'
import type { Purpose } from '../../core/round/round.ts'
import { asKeeper } from '../as-keeper.ts'
import { dumpDatabase } from '../dump.ts'
import { findOrMakeTeamOrg } from '../organisation/team-org.ts'
import { findAsk, listAsks, saveAskChanged } from '../round/asks.ts'
import { closeRound } from '../round/close-round.ts'
import { findOwnStrictness, listStrictnessOf, scopeOf } from '../round/strictness.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { listSealedContributions } from './sealed-contributions.ts'

const framework = loadFramework(BUILT_IN)

describe('Closing a confidential round', () => {
  let store: TestStore
  let organisation: Organisation
  let planted: PlantedRound
  beforeEach(async () => {
    store = await openTestStore({ now: () => new Date('2026-11-23T10:41:07.123Z') })
    organisation = await settleOrganisation(store, await findOrMakeTeamOrg(store, {}))
    planted = await plantConfidentialRound(store, organisation, framework)
  })
  afterEach(() => store.dispose())

  const close = () => store.withViewer(planted.organiser, (tx) => closeRound(tx, planted.round.id))
  const dump = async () => {
    const lines: string[] = []
    await store.database.alone((session) => dumpDatabase(session, 'now', (line) => void lines.push(line)))
    return lines
  }
  const rowsOf = (lines: readonly string[], table: string) =>
    lines.map((line) => JSON.parse(line)).filter((line) => line.table === table || line.t === table)
  const seenBy = (name: keyof Organisation['idOf'], about = name) =>
    store.withViewer(ordinaryViewer(organisation.orgId, organisation.idOf[name]), (tx) =>
      listSealedContributions(tx, organisation.idOf[about]),
    )

  test('leaves numbers about whoever was answered by three, and says so where it were fewer', async () => {
    expect(await seenBy('Bea')).toEqual([])
    await close()
    const [bea] = await seenBy('Bea')
    expect(bea?.contribution?.values.map(({ skill }) => skill).sort()).toEqual(planted.skills.toSorted())
    expect(bea).toMatchObject({ closedOn: '2026-11-23', contribution: { raters: 3 } })
    expect(await seenBy('Fay')).toMatchObject([{ contribution: null }])
  })

  test('is seen by nobody else: not by raters, colleagues, the manager or an administrator', async () => {
    await close()
    for (const name of ['Cem', 'Dia', 'Nia', 'Max', 'Ada'] as const)
      expect(await seenBy(name, 'Bea')).toEqual([])
  })

  test('removes all that leads from a rater to whom they rated', async () => {
    const before = (await dump()).join('\n')
    for (const link of planted.links) expect(before).toContain(link)
    await close()
    // The audit chain names its own objects: ids of what is gone lead nowhere.
    const after = (await dump()).filter(
      (line) => !line.includes('"previous_hash"') && !line.includes('prev_hash'),
    )
    const { idOf } = organisation
    const raters = WHO_RATES.flatMap(([, names]) => names).map((name) => idOf[name])
    const subjects = WHO_RATES.map(([name]) => idOf[name])
    for (const line of after.filter((text) => !/"(team_member|management|held_role|person)"/.test(text))) {
      for (const rater of raters)
        for (const subject of subjects)
          expect(line.includes(rater) && line.includes(subject) ? line : '').toBe('')
    }
  })

  test('keeps one entry for each who was asked, of one length, which opens with the key file alone', async () => {
    await close()
    const rows = await store.database.alone(
      async (session) =>
        (await session.query('SELECT owner_id, sealed, closed_on FROM rater_strictness')).rows,
    )
    expect(rows).toHaveLength(7)
    expect(new Set(rows.map((row) => String(row.sealed).length)).size).toBe(1)
    const cem = ordinaryViewer(organisation.orgId, organisation.idOf.Cem)
    expect(await store.withViewer(cem, findOwnStrictness)).toBeNull()
  })

  test('happens whole or not at all, wherever it is cut off', async () => {
    const before = await dump()
    let steps = 0
    for (let at = 1; ; at += 1) {
      const cut = await store
        .withViewer(planted.organiser, (tx) => closeRound(cutOffAt(tx, at), planted.round.id))
        .then(
          () => false,
          (error) => {
            if (!String(error).includes('cut off')) throw error
            return true
          },
        )
      if (!cut) break
      steps = at
      expect(await dump()).toEqual(before)
    }
    expect(steps).toBeGreaterThan(12)
    expect(await seenBy('Bea')).toHaveLength(1)
    expect(rowsOf(await dump(), 'ask')).toEqual([])
  })

  test('closes once: a second time nothing changes', async () => {
    await close()
    const before = await dump()
    expect(await close()).toBeNull()
    expect(await dump()).toEqual(before)
  })
})

describe('An answer that is taken back while the round closes', () => {
  test('does not count: two are left, and nothing is shown', async () => {
    const store = await openTestStore({ now: () => new Date('2026-11-23T10:41:07.123Z') })
    try {
      const organisation = await settleOrganisation(store, await findOrMakeTeamOrg(store, {}))
      const planted = await plantConfidentialRound(store, organisation, framework, {
        whoRates: [['Bea', ['Cem', 'Dia', 'Eli']]],
      })
      const viewerOf = (name: PersonName) => ordinaryViewer(organisation.orgId, organisation.idOf[name])
      let hold = () => {}
      const held = new Promise<void>((resolve) => {
        hold = resolve
      })
      const takingBack = store.withViewer(viewerOf('Cem'), async (tx) => {
        const [ask] = await listAsks(tx)
        await findAsk(tx, ask?.id ?? '', true)
        hold()
        // The embedded database lets one in after the other anyway.
        if (store.kind !== 'embedded') await untilSomebodyWaits(tx)
        await saveAskChanged(tx, ask?.id ?? '', { answeredAt: null })
      })
      await held
      await store.withViewer(planted.organiser, (tx) => closeRound(tx, planted.round.id))
      await takingBack
      const seen = await store.withViewer(viewerOf('Bea'), (tx) =>
        listSealedContributions(tx, organisation.idOf.Bea),
      )
      expect(seen).toMatchObject([{ contribution: null }])
    } finally {
      await store.dispose()
    }
  })

  /** Until closing has come to the row that is held. */
  async function untilSomebodyWaits(tx: ViewerTransaction): Promise<void> {
    const waiting = sql<{ n: number }>`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`
    await expect.poll(async () => (await waiting.execute(tx.db)).rows[0]?.n, { timeout: 30_000 }).not.toBe(0)
  }
})

describe('A rater of three people and more', () => {
  const RATERS = ['Cem', 'Dia', 'Eli'] as const
  const ABOUT: [PersonName, PersonName[]][] = (['Bea', 'Fay', 'Gus'] as const).map((name) => [
    name,
    [...RATERS],
  ])
  let store: TestStore
  let organisation: Organisation
  beforeEach(async () => {
    store = await openTestStore({ now: () => new Date('2026-11-23T10:41:07.123Z') })
    organisation = await settleOrganisation(store, await findOrMakeTeamOrg(store, {}))
  })
  afterEach(() => store.dispose())

  /** Cem says two levels more than the others. */
  const round = async () => {
    const planted = await plantConfidentialRound(store, organisation, framework, {
      whoRates: ABOUT,
      levelOf: (_, rater) => (rater === 'Cem' ? 4 : 2),
    })
    await store.withViewer(planted.organiser, (tx) => closeRound(tx, planted.round.id))
    return planted.organiser
  }
  const knownOf = (viewer: Viewer, name: PersonName, purpose: Purpose = 'development') =>
    store.withViewer(viewer, async (tx) => {
      const id = organisation.idOf[name]
      const found = await asKeeper(tx, () => listStrictnessOf(tx, [id], scopeOf(framework, purpose)))
      return found.get(id) ?? []
    })

  test('leaves two numbers each time, which the next round of the same purpose begins from', async () => {
    const organiser = await round()
    const [first] = await knownOf(organiser, 'Cem')
    expect(Object.keys(first ?? {}).sort()).toEqual(['mean', 'variance'])
    expect(await knownOf(organiser, 'Cem', 'evaluation')).toEqual([])
    expect(await knownOf(organiser, 'Nia')).toEqual([])
    await round()
    expect(await knownOf(organiser, 'Cem')).toHaveLength(2)
  })

  test('is told how they rate, and nobody else is', async () => {
    await round()
    const seenBy = (name: PersonName) =>
      store.withViewer(ordinaryViewer(organisation.orgId, organisation.idOf[name]), findOwnStrictness)
    expect(await seenBy('Cem')).toMatchObject({ closedOn: '2026-11-23', top: 5, evidence: [{}] })
    for (const name of ['Bea', 'Max', 'Ada', 'Nia'] as const) expect(await seenBy(name)).toBeNull()
  })
})

/** The same transaction, in which the statement of this number fails. */
function cutOffAt(tx: ViewerTransaction, at: number): ViewerTransaction {
  let count = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1
      if (count >= at) throw new Error('cut off')
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { ...tx, db: tx.db.withPlugin(plugin) } as ViewerTransaction
}
