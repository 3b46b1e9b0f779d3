// Where the person stands in every skill, for the role given or the one they chose.
import { useMemo } from 'react'
import { type Levels, levelsFor } from '../../core/planning/levels.ts'
import { presetRole } from './preset-role.ts'
import { useFramework } from './use-framework.ts'
import { useMe } from './use-me.ts'

export function useLevels(roleId?: string): Levels {
  const me = useMe()
  const framework = useFramework()
  const role = roleId ?? me.target?.role ?? presetRole(framework)
  return useMemo(
    () => levelsFor(framework, role, me.levels, me.heard),
    [framework, role, me.levels, me.heard],
  )
}
