// The five skills that are worth most on the way from one role to another.
import type { Framework } from '../../core/framework/framework.ts'
import { type FocusItem, focus, topFocus } from '../../core/planning/focus.ts'
import type { Levels } from '../../core/planning/levels.ts'

export function topFocusFor(
  framework: Framework,
  levels: Levels,
  fromRole: string,
  toRole: string,
): FocusItem[] {
  return topFocus(focus(framework, levels, toRole, { fromRole }))
}
