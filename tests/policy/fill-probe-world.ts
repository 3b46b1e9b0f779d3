// Fills the world that is probed: everything that its people have, and what lies between them.
import { Maker } from './probe-maker.ts'
import { makeOwnThings } from './probe-own-things.ts'
import { makeAsk, makeJoining, makeRoundAndAgreement } from './probe-shared-things.ts'
import { OWNERS, type ProbeWorld } from './probe-world.ts'
import type { Chance } from './random-world.ts'

/** Everything of these owners, in both organisations. */
export async function fill(
  world: ProbeWorld,
  chance: Chance,
  owners: readonly (typeof OWNERS)[number][] = OWNERS,
): Promise<void> {
  for (const org of [0, 1] as const) {
    const makers = owners.map((owner) => new Maker(world, org, owner, chance))
    for (const maker of makers) await makeOwnThings(maker)
    for (const [place, maker] of makers.entries())
      await makeAsk(maker, makers[(place + 1) % makers.length] as Maker, place % 2 === 0)
    const max = makers.find(({ owner }) => owner === 'Max')
    if (max !== undefined) {
      await makeRoundAndAgreement(max, 'Bea')
      await makeJoining(max, 'Bea')
    }
  }
}
