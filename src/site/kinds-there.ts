// Which of hard and soft a framework speaks of at all.
import type { Framework } from '../core/framework/framework.ts'

export function kindsThere(framework: Framework): ('hard' | 'soft')[] {
  return (['hard', 'soft'] as const).filter((kind) => framework.skills.some((skill) => skill.kind === kind))
}
