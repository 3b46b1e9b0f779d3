// The policy against an oracle that was written from the prose alone, and the mistakes that this comparison must find.
import { describe, expect, test } from 'vitest'
import { accessRules } from '../../src/server/route-access.ts'
import { recordProof } from '../proofs/record-proof.ts'
import { volumeOf } from '../proofs/volume.ts'
import { compare, rulesOfToday, thePolicy } from './compare.ts'
import { mutants } from './mutants.ts'
import { sentences } from './oracle.ts'

const seed =
  process.env.SKILLMAP_SEED === 'random'
    ? Date.now() % 2 ** 31
    : Number(process.env.SKILLMAP_SEED ?? 20_261_126)
const decisions = volumeOf({ full: 1_000_000, small: 100_000 })
/** A mutant has as long as the policy itself has been tried every day; most are found within a few hundred questions. */
const DECISIONS_PER_MUTANT = 100_000

const actionsOf = (nouns: Record<string, object>) =>
  Object.entries(nouns).flatMap(([noun, actions]) =>
    Object.keys(actions).map((action) => `${noun} ${action}`),
  )

describe('The policy', () => {
  test(`decides as the prose says, ${decisions} times in random organisations`, () => {
    const { differences, allowed, decisions: made } = compare(thePolicy, { volume: decisions, seed })
    recordProof({
      name: 'Policy against the oracle of the prose',
      volume: made,
      found: `${differences.length} differences`,
      target: '0 differences',
      notes: `${allowed} of them allowed; ${Object.keys(mutants).length} planted mistakes, each of which has to be found; seed ${seed}`,
    })
    expect(differences).toEqual([])
    // Were nearly everything refused, agreeing would say little.
    expect(allowed).toBeGreaterThan(decisions / 20)
  })

  test('has a sentence of the oracle for each noun and action, and no other', () => {
    expect(actionsOf(sentences).sort()).toEqual(actionsOf({ ...accessRules, ...rulesOfToday }).sort())
  })
})

describe('A planted mistake is found:', () => {
  test('there are at least thirty', () => {
    expect(Object.keys(mutants).length).toBeGreaterThanOrEqual(30)
  })

  test.each(Object.entries(mutants))('%s', (_, spoil) => {
    const { differences } = compare(spoil(thePolicy), { volume: DECISIONS_PER_MUTANT, seed })
    expect(differences).toHaveLength(1)
  })
})
