// What may be shown to others of what somebody wrote down: nothing that is about a private skill.

import type { Evidence } from '../evidence/evidence.ts'
import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import type { HeardWords, PacketRecords } from './arrange-packet.ts'

/** Whether all of these skills are there and none is private. */
export function areOpen(framework: Framework, skills: readonly string[]): boolean {
  return skills.every((id) => findSkill(framework, id)?.private === false)
}

/** Entries and sentences that are about no private skill, neither where they were written nor in the version at hand. */
export function openRecords(
  framework: Framework,
  { evidence, heard, closed }: Pick<PacketRecords, 'evidence' | 'heard' | 'closed'>,
): { evidence: Evidence[]; heard: HeardWords[] } {
  const mayShow = (id: string, skills: readonly string[]) => !closed.has(id) && areOpen(framework, skills)
  return {
    evidence: evidence.filter(({ id, skills }) =>
      mayShow(
        id,
        skills.map(({ skill }) => skill),
      ),
    ),
    heard: heard.filter(({ id, skills }) => mayShow(id, skills)),
  }
}
