// Where the person stands in every skill, for the role given or the one they chose.
import { useMemo } from 'react'
import { type Levels, levelsFor } from '../../core/planning/levels.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { presetRole } from '../start/preset-role.ts'

export function useLevels(roleId?: string): Levels {
  const me = useMe()
  const framework = useFramework()
  const role = roleId ?? me.target?.role ?? presetRole(framework)
  return useMemo(
    () => levelsFor(framework, role, me.levels, me.heard),
    [framework, role, me.levels, me.heard],
  )
}
