// What would change the order of the five: told in sentences.
import type { Framework } from '../../core/framework/framework.ts'
import type { Levels } from '../../core/planning/levels.ts'
import { focusWords } from '../words/focus.ts'

export function Reorder(_props: { framework: Framework; levels: Levels; from: string; to: string }) {
  return <p className="quiet">{focusWords.reorderNone}</p>
}
