// A way in words: "Senior engineer → tech lead → engineering manager".
import type { Framework } from '../../core/framework/framework.ts'
import type { Way } from '../../core/plan/long-view.ts'
import { STAY } from '../../core/target/target.ts'
import { aheadWords } from './ahead.ts'
import { roleInSentence, roleName } from './names.ts'

export function wayInWords(framework: Framework, from: string, way: Way): string {
  const steps = way.map(({ role }) =>
    role === STAY ? aheadWords.stayShort : roleInSentence(framework, role),
  )
  return [roleName(framework, from), ...steps].join(' → ')
}
