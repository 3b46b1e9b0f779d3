// What a packet is arranged from: evidence, words of others and levels, in terms of one framework version.
import type { Evidence } from '../../core/evidence/evidence.ts'
import { listedFeedback } from '../../core/feedback/skills-here.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { HeardWords, PacketRecords } from '../../core/packet/arrange-packet.ts'
import { areOpen } from '../../core/packet/open-records.ts'
import { pairParts } from '../../core/revision/pair-parts.ts'
import { listRatingsAbout } from '../../store/assessment/ratings-about.ts'
import { listEvidence } from '../../store/evidence/evidence.ts'
import { listFeedback } from '../../store/feedback/feedback.ts'
import { listKeptPeople } from '../../store/person/kept-people.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { GrowthBasis } from '../plan/growth-basis.ts'

/** What was written on an earlier version of the same framework counts too, as far as its skills are still there. */
export async function loadPacketRecords(
  tx: ViewerTransaction,
  services: Services,
  { measured, digest, framework }: GrowthBasis,
): Promise<PacketRecords> {
  const personId = tx.viewer.personId ?? ''
  const ownFramework = async (of: string): Promise<Framework | null> => {
    const own = of === digest ? framework : await services.frameworks.findIn(tx, of)
    return own?.id === framework.id ? own : null
  }
  const evidence: Evidence[] = []
  const closed = new Set<string>()
  for (const entry of (await listEvidence(tx, personId)).entries) {
    const own = await ownFramework(entry.frameworkDigest)
    if (own === null) continue
    if (!areOpen(own, skillsOfEntry(entry))) closed.add(entry.id)
    evidence.push(own === framework ? entry : carried(entry, own, framework))
  }
  const names = new Map((await listKeptPeople(tx)).map(({ id, displayName }) => [id, displayName]))
  const heard: HeardWords[] = []
  for (const record of (await listFeedback(tx, personId)).records) {
    const own = await ownFramework(record.frameworkDigest)
    if (own === null || record.judgement === 'dismissed') continue
    const { id, text, polarity, saidOn: on, saidBy } = record
    if (!areOpen(own, record.skills)) closed.add(id)
    const who = saidBy === null ? null : (names.get(saidBy) ?? null)
    const skills = own === framework ? record.skills : record.skills.filter((skill) => areOpen(own, [skill]))
    heard.push({
      id,
      text,
      polarity,
      on,
      who,
      skills: listedFeedback({ ...record, skills }, own, framework).here,
    })
  }
  const ratings = await listRatingsAbout(tx, personId, digest)
  return { evidence, heard, closed, ratings, levels: [...measured.levels.values()] }
}

/** One's own entries that credit somebody, without those about a private skill of any version or framework. */
export async function openEvidenceAbout(
  tx: ViewerTransaction,
  services: Services,
  { framework, personId }: { framework: Framework; personId: string },
): Promise<Evidence[]> {
  const open: Evidence[] = []
  for (const entry of (await listEvidence(tx, tx.viewer.personId ?? '')).entries) {
    if (!entry.credit.some((one) => one.personId === personId)) continue
    const own = await services.frameworks.findIn(tx, entry.frameworkDigest)
    if (own === null || !areOpen(own, skillsOfEntry(entry))) continue
    const here = own.id === framework.id ? carried(entry, own, framework) : { ...entry, skills: [] }
    if (areOpen(framework, skillsOfEntry(here))) open.push(here)
  }
  return open
}

/** Whether a skill is open where it was written and, as far as it is there, in the version at hand. */
export function isOpenInBoth(own: Framework, here: Framework, skill: string): boolean {
  if (!areOpen(own, [skill])) return false
  const found = own.id === here.id ? pairParts(own.skills, here.skills).after.get(skill) : undefined
  return found === undefined || areOpen(here, [found])
}

function skillsOfEntry({ skills }: Evidence): string[] {
  return skills.map(({ skill }) => skill)
}

/** With the skills as the version at hand has them. What was private where it was written stays out. */
function carried(entry: Evidence, own: Framework, here: Framework): Evidence {
  const { after } = pairParts(own.skills, here.skills)
  const skills = entry.skills.flatMap((one) => {
    const skill = areOpen(own, [one.skill]) ? after.get(one.skill) : undefined
    return skill === undefined ? [] : [{ ...one, skill }]
  })
  return { ...entry, skills }
}
