// A what-if: levels that are tried and never saved, told to whoever shows a number that rests on them.
import { type Levels, levelOf, withLevel } from '../../../core/planning/levels.ts'

export interface WhatIf {
  subscribe: (changed: () => void) => () => void
  levels: () => Levels
  /** The levels that would be there without any trying. */
  base: Levels
  /** `joined`: goes on with the change before it, so that one drag is undone as one. */
  set: (skill: string, level: number, joined?: boolean) => void
  undo: () => void
  reset: () => void
}

/** The skills whose level is another than it would be without any trying. */
export function changedSkills(base: Levels, levels: Levels): string[] {
  return Object.keys(levels).filter((skill) => levelOf(levels, skill).level !== levelOf(base, skill).level)
}

export function createWhatIf(base: Levels): WhatIf {
  let history: Levels[] = [base]
  const listeners = new Set<() => void>()
  const now = () => history.at(-1) ?? base
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    levels: now,
    base,
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

export type LevelSource = Pick<WhatIf, 'subscribe' | 'levels'>

/** Runs something once the next frame is out, in the pause after it; soon after that where there is no pause. */
function afterFrame(run: () => void): void {
  requestAnimationFrame(() => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 20 })
    else setTimeout(run, 0)
  })
}

/**
 * The same levels a few frames later, for `count` followers in turn. A column follows the finger at once; what
 * is computed from all columns follows one thing a frame, in the pauses between frames, so that no frame has to
 * do everything. Changes in between are left out.
 */
export function inTurn(whatIf: WhatIf, count: number): LevelSource[] {
  const followers = Array.from({ length: count }, () => ({
    shown: whatIf.levels(),
    listeners: new Set<() => void>(),
  }))
  let isWaiting = false
  let next = 0
  let stop: (() => void) | null = null
  const isLate = (one: (typeof followers)[number]) => one.listeners.size > 0 && one.shown !== whatIf.levels()
  const step = () => {
    isWaiting = false
    for (let tried = 0; tried < count; tried++) {
      const follower = followers[next % count]
      next += 1
      if (!follower || !isLate(follower)) continue
      follower.shown = whatIf.levels()
      for (const listener of follower.listeners) listener()
      break
    }
    if (followers.some(isLate)) follow()
  }
  const follow = () => {
    if (isWaiting) return
    isWaiting = true
    afterFrame(step)
  }
  const nobodyListens = () => followers.every((one) => one.listeners.size === 0)
  return followers.map((follower) => ({
    subscribe: (listener) => {
      if (nobodyListens()) stop = whatIf.subscribe(follow)
      if (follower.listeners.size === 0) follower.shown = whatIf.levels()
      follower.listeners.add(listener)
      return () => {
        follower.listeners.delete(listener)
        if (nobodyListens()) stop?.()
      }
    },
    levels: () => (follower.listeners.size === 0 ? whatIf.levels() : follower.shown),
  }))
}
