// Writes expectations.csv.
import type { Framework } from '../framework/framework.ts'
import { countLeftOutWeights } from './left-out.ts'
import { expectationLines } from './skill-order.ts'

const ASSUMED_WEIGHT = 2

/** Ids and numbers only, so nothing needs quotes. The column of weights is left out where all were assumed. */
export function writeExpectations(framework: Framework): string {
  const lines = expectationLines(framework)
  let left = countLeftOutWeights(framework)
  const columns = left > 0 && left >= lines.length ? 'role,skill,level' : 'role,skill,level,weight'
  const rows = lines.map(({ role, skill, level, weight }) => {
    if (weight !== ASSUMED_WEIGHT || level === 0 || left === 0) return `${role},${skill},${level},${weight}`
    left--
    return columns.endsWith('weight') ? `${role},${skill},${level},` : `${role},${skill},${level}`
  })
  return `${[columns, ...rows].join('\n')}\n`
}
