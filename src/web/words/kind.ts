// How hard and soft are named and counted.
import type { Framework, SkillKind } from '../../core/framework/framework.ts'
import { wholePercent } from '../../core/planning/plain-words.ts'

export function kindName(framework: Framework, kind: SkillKind): string {
  return kind === 'unknown' ? 'Kind not given' : framework.kinds[kind].name
}

export function percent(share: number): string {
  return `${wholePercent(share)}%`
}

export const kindWords = {
  hard: 'hard',
  soft: 'soft',
  label: (soft: number) => `${percent(1 - soft)} hard, ${percent(soft)} soft`,
} as const
