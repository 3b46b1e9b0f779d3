// The attacker who wants to know who said what in a closed confidential round, and has everything but the key file.

import { expect, test } from 'vitest'
import { dumpDatabase } from '../../src/store/dump.ts'
import { closeRound } from '../../src/store/round/close-round.ts'
import { plantConfidentialRound } from '../confidential-round.ts'
import { openTeamServer, type TeamServer } from '../contracts/team-server.ts'
import type { PersonName } from '../organisation.ts'
import { recordProof } from './record-proof.ts'
import { volumeOf } from './volume.ts'

/** As `openTeamServer` sets it. */
const SERVER_CLOCK = '2026-11-23T10:00:00'
const HOUR = 60 * 60 * 1000
const RATERS: PersonName[] = ['Cem', 'Dia', 'Eli', 'Max']
/** What four people say of Bea in four skills; which of them says which is the secret. */
const SAID = [
  [1, 4, 2, 5],
  [3, 3, 1, 2],
  [5, 2, 4, 3],
  [2, 1, 3, 4],
]
const PAIRS = RATERS.flatMap((a, at) => RATERS.slice(at + 1).map((b): [PersonName, PersonName] => [a, b]))

/**
 * Two worlds that differ in nothing but which of two raters said which. Whatever can be had afterwards (a dump of the
 * whole database, the log, the export of every person, every answer of every address to every person) is laid side by
 * side. Where it is the same in both worlds, no attacker does better than chance, however clever.
 */
async function everythingThereIs(
  swapped: [PersonName, PersonName] | null,
  closed: boolean,
): Promise<string[]> {
  const server = await openTeamServer()
  try {
    const { store, organisation, current } = server
    const asked = (rater: PersonName) =>
      swapped === null || !swapped.includes(rater) ? rater : swapped[0] === rater ? swapped[1] : swapped[0]
    const planted = await plantConfidentialRound(store, organisation, current.framework, {
      whoRates: [['Bea', RATERS]],
      levelOf: (_, rater, skill) => SAID[RATERS.indexOf(asked(rater))]?.[skill] ?? 3,
    })
    if (closed) await store.withViewer(planted.organiser, (tx) => closeRound(tx, planted.round.id))
    const lines: string[] = []
    await store.database.alone((session) => dumpDatabase(session, 'now', (line) => void lines.push(line)))
    // What is there while it is open is only to show that the comparison finds it, and it lies in the database.
    if (closed) lines.push(...(await answersOfAll(server)), ...server.logged)
    return lines.map((line) => withoutChance(line, server)).sort()
  } finally {
    await server.dispose()
  }
}

async function answersOfAll(server: TeamServer): Promise<string[]> {
  const answers: string[] = []
  const paths = server.app.declared
    .filter(({ method, path }) => method === 'get' && !path.includes('{'))
    .map(({ path }) => path)
  expect(paths).toContain('/api/sealed-rounds')
  for (const who of Object.keys(server.organisation.idOf) as PersonName[]) {
    if (who === 'Lea') continue
    for (const path of paths) answers.push(`${who} ${path} ${(await server.as(who, 'GET', path)).text}`)
  }
  return answers
}

/** Ids and hashes that are drawn anew in each world become marks; people and teams their names. */
function withoutChance(line: string, server: TeamServer): string {
  const { organisation } = server
  let told = line
  for (const [name, id] of Object.entries({ ...organisation.idOf, ...organisation.teamOf }))
    told = told.replaceAll(id, `<${name}>`)
  return (
    told
      .replaceAll(/"sealed":"[^"]*"/g, (text) => `"sealed":${text.length}`)
      .replaceAll(/1\.[0-9a-f]{16}\.[A-Za-z0-9_-]+/g, (text) => `<sealed ${text.length}>`)
      .replaceAll(server.store.places.root, '<folder>')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
      .replaceAll(/(?<![.\d])[0-9a-f]{16,}/g, '<hash>')
      // The database's own clock, where the server's is not asked.
      .replaceAll(/"created_at": ?"[^"]*"/g, (text) => (text.includes(SERVER_CLOCK) ? text : '<made>'))
      .replaceAll(/\d+ ms|"(ms|uptime|seconds)":[\d.]+/g, '<time>')
  )
}

const differing = (a: readonly string[], b: readonly string[]) => {
  const known = new Set(b)
  return a.filter((line) => !known.has(line))
}

/** The place at which a line leaves the one most like it, for whoever has to mend what is told. */
function whereItDiffers(line: string, others: readonly string[]): string {
  const alike = (other: string) => {
    let at = 0
    while (at < line.length && line[at] === other[at]) at += 1
    return at
  }
  const at = others.reduce((most, other) => Math.max(most, alike(other)), 0)
  return `${line.slice(0, 60)} … ${line.slice(Math.max(0, at - 80), at + 120)}`
}

test('After a confidential round has closed, nothing that can be had depends on who said what', {
  timeout: HOUR,
}, async () => {
  const pairs = PAIRS.slice(0, volumeOf({ full: PAIRS.length, small: 1 }))
  const usual = await everythingThereIs(null, true)
  let told = 0
  for (const pair of pairs) {
    const found = differing(await everythingThereIs(pair, true), usual)
    if (found.length > 0) told += 1
    expect(found.map((line) => whereItDiffers(line, usual))).toEqual([])
  }
  recordProof({
    name: 'Linkage attack on a closed confidential round',
    volume: pairs.length,
    found: `${told} pairs of raters told apart`,
    target: '0 pairs of raters told apart: chance',
    notes: `worlds that differ in who said what alone; ${usual.length} rows, log lines and answers compared in each`,
  })
})

test('While the round is open the database holds who said what, and the same comparison finds it', {
  timeout: HOUR,
}, async () => {
  const [pair] = PAIRS
  const usual = await everythingThereIs(null, false)
  const swapped = await everythingThereIs(pair ?? null, false)
  expect(differing(swapped, usual).length).toBeGreaterThan(0)
})
