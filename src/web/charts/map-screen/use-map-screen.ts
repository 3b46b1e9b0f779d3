// Everything the map's page knows at one moment, from the address, the person and the framework.
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import { type Levels, levelsAtExpectation } from '../../../core/planning/levels.ts'
import type { Route } from '../../../core/planning/routes.ts'
import type { Target } from '../../../core/target/target.ts'
import { useFramework } from '../../data/use-framework.ts'
import { useMe } from '../../data/use-me.ts'
import { useLevels } from '../../levels/use-levels.ts'
import { createWhatIf, type WhatIf } from '../profile/what-if.ts'
import type { MapSituation } from '../trail-map/read-stations.ts'
import { type LiveSources, liveSources } from './live.ts'
import { alsoInMind, type MapState, readMapState } from './map-state.ts'
import { detourTo, profileRole, situationOf } from './situation.ts'

export interface MapScreen {
  framework: Framework
  target: Target | null
  state: MapState
  levels: Levels
  whatIf: WhatIf
  sources: LiveSources
  now: MapSituation
  /** The way over other roles, where no direct move leads to the destination. */
  detour: Route | null
  /** Whose expectations the profile shows. */
  toRole: string
}

export function useMapScreen(): MapScreen {
  const framework = useFramework()
  const { target } = useMe()
  const search = useSearch({ strict: false })
  const state = useMemo(() => readMapState(framework, search, target), [framework, search, target])
  const levels = useLevels(state.role)
  const whatIf = useMemo(() => createWhatIf(levels), [levels])
  const sources = useMemo(() => liveSources(whatIf), [whatIf])
  const way = useMemo(() => {
    const detour = detourTo(framework, levelsAtExpectation(framework, state.role), state)
    return { detour, now: situationOf(state, levels, detour, alsoInMind(framework, state, target)) }
  }, [framework, levels, state, target])
  return { framework, target, state, levels, whatIf, sources, ...way, toRole: profileRole(state) }
}
