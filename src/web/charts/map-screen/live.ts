// Numbers that follow a what-if while it is tried: figures in the rings, and levels for whoever reads them.
import { startTransition, useEffect, useMemo, useState } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import type { Levels } from '../../../core/planning/levels.ts'
import { inTurn, type LevelSource, type WhatIf } from '../profile/what-if.ts'
import type { FigureSource } from '../trail-map/figure-source.ts'
import { pillWords } from '../trail-map/read-moves.ts'
import { figureOf, type MapSituation } from '../trail-map/read-stations.ts'

/** Who follows a what-if, in this order, each in a frame of its own. */
export interface LiveSources {
  figures: LevelSource
  words: LevelSource
  names: LevelSource
  panel: LevelSource
}

export function liveSources(whatIf: WhatIf): LiveSources {
  const [figures, words, names, panel] = inTurn(whatIf, 4) as [
    LevelSource,
    LevelSource,
    LevelSource,
    LevelSource,
  ]
  return { figures, words, names, panel }
}

/** Drawn in small pieces between frames, so that a finger never waits for words about it. */
export function useLevelsOf(source: LevelSource): Levels {
  const [told, setTold] = useState({ source, levels: source.levels() })
  useEffect(() => {
    const follow = () => {
      const levels = source.levels()
      const keep = (old: typeof told) =>
        old.source === source && old.levels === levels ? old : { source, levels }
      startTransition(() => setTold(keep))
    }
    follow()
    return source.subscribe(follow)
  }, [source])
  return told.source === source ? told.levels : source.levels()
}

/** Each figure is computed once for the same levels, however many stations ask. */
export function useLiveFigures(framework: Framework, source: LevelSource, now: MapSituation): FigureSource {
  return useMemo(() => {
    let of: Levels | null = null
    let known = new Map<string, string>()
    return {
      subscribe: source.subscribe,
      figure: (role) => {
        if (of !== source.levels()) {
          of = source.levels()
          known = new Map()
        }
        const figure = known.get(role) ?? figureOf(framework, source.levels(), now, role)
        known.set(role, figure)
        return figure
      },
    }
  }, [framework, source, now])
}

/** The chosen move's climb, as its pill tells it. */
export function useLivePill(framework: Framework, source: LevelSource, to: string | undefined): FigureSource {
  return useMemo(
    () => ({
      subscribe: source.subscribe,
      figure: (words) => (to ? pillWords(framework, source.levels(), { to }) : words),
    }),
    [framework, source, to],
  )
}
