// A what-if: levels that are tried and never saved, told to whoever shows a number that rests on them.
import { type Levels, levelOf, withLevel } from '../../../core/planning/levels.ts'

export interface WhatIf {
  subscribe: (changed: () => void) => () => void
  levels: () => Levels
  /** The levels that would be there without any trying. */
  base: Levels
  /** How many skills differ from the base. */
  changed: () => readonly string[]
  /** `joined`: goes on with the change before it, so that one drag is undone as one. */
  set: (skill: string, level: number, joined?: boolean) => void
  undo: () => void
  reset: () => void
}

const NOTHING: readonly string[] = []

export function createWhatIf(base: Levels): WhatIf {
  let history: Levels[] = [base]
  let changed = NOTHING
  const listeners = new Set<() => void>()
  const now = () => history.at(-1) ?? base
  const tell = () => {
    const differing = Object.keys(now()).filter(
      (skill) => levelOf(now(), skill).level !== levelOf(base, skill).level,
    )
    changed = differing.join() === changed.join() ? changed : differing
    for (const listener of listeners) listener()
  }
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    levels: now,
    base,
    changed: () => changed,
    set: (skill, level, joined = false) => {
      if (levelOf(now(), skill).level === level) return
      const back = levelOf(base, skill)
      const next = back.level === level ? { ...now(), [skill]: back } : withLevel(now(), skill, level)
      history = joined && history.length > 1 ? [...history.slice(0, -1), next] : [...history, next]
      tell()
    },
    undo: () => {
      if (history.length < 2) return
      history = history.slice(0, -1)
      tell()
    },
    reset: () => {
      if (history.length < 2) return
      history = [base]
      tell()
    },
  }
}

/**
 * The same levels some frames later. A column follows the finger at once; what is computed from all columns
 * follows one thing a frame, so that no frame has to do everything. Changes in between are left out.
 */
export function settled(whatIf: WhatIf, frames: number): Pick<WhatIf, 'subscribe' | 'levels'> {
  let shown = whatIf.levels()
  let left = 0
  const listeners = new Set<() => void>()
  const step = () => {
    left -= 1
    if (left > 0) return void requestAnimationFrame(step)
    if (shown === whatIf.levels()) return
    shown = whatIf.levels()
    for (const listener of listeners) listener()
  }
  const follow = () => {
    if (left > 0) return
    left = frames
    requestAnimationFrame(step)
  }
  let stop: (() => void) | null = null
  return {
    subscribe: (listener) => {
      if (listeners.size === 0) {
        shown = whatIf.levels()
        stop = whatIf.subscribe(follow)
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop?.()
      }
    },
    levels: () => shown,
  }
}
