// Hands on the profile: dragging and arrow keys try a level, pointing and focusing show what it means.
import { type FocusEvent, type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react'
import { levelOf } from '../../../core/planning/levels.ts'
import { levelAt, type ProfileGeometry } from './geometry.ts'
import type { WhatIf } from './what-if.ts'

/** So far a finger may stray before a touch becomes a drag, in CSS pixels. */
const STRAY = 4

interface Drag {
  skill: string
  startY: number
  moved: boolean
  /** Picture units per CSS pixel, and the picture's top edge on the screen. */
  scale: number
  top: number
}

interface Hands {
  geometry: ProfileGeometry
  whatIf: WhatIf
  /** `held`: by focus or a press, and therefore kept when the pointer leaves. */
  onShow: (skill: string | null, held: boolean) => void
}

function skillAt(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest('[data-skill]')?.getAttribute('data-skill') ?? null)
    : null
}

function columnOf(svg: SVGSVGElement, skill: string): SVGElement | null {
  return svg.querySelector<SVGElement>(`[data-skill="${CSS.escape(skill)}"]`)
}

export function useColumnHands({ geometry, whatIf, onShow }: Hands) {
  const ref = useRef<SVGSVGElement>(null)
  const drag = useRef<Drag | null>(null)
  return useMemo(
    () => ({
      ref,
      ...pointerHands(ref, drag, geometry, whatIf, onShow),
      onFocus: (event: FocusEvent) => onShow(skillAt(event.target), true),
      onKeyDown: (event: KeyboardEvent) => {
        const skill = skillAt(event.target)
        if (skill && pressKey(event, skill, geometry, whatIf, ref.current)) event.preventDefault()
      },
    }),
    [geometry, whatIf, onShow],
  )
}

function pointerHands(
  ref: { current: SVGSVGElement | null },
  drag: { current: Drag | null },
  geometry: ProfileGeometry,
  whatIf: WhatIf,
  onShow: Hands['onShow'],
) {
  /** At once: browsers tell a pointer's moves once a frame, and only a new level costs anything. */
  const follow = (held: Drag, y: number) => {
    const level = levelAt((y - held.top) * held.scale, geometry)
    if (level === levelOf(whatIf.levels(), held.skill).level) return
    whatIf.set(held.skill, level, held.moved)
    held.moved = true
  }
  const stop = () => {
    drag.current = null
  }
  return {
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && !drag.current) onShow(skillAt(event.target), false)
    },
    onPointerLeave: () => onShow(null, false),
    onPointerDown: (event: PointerEvent) => {
      const skill = skillAt(event.target)
      const svg = ref.current
      if (!skill || !svg || event.button !== 0) return
      const box = svg.getBoundingClientRect()
      const scale = svg.viewBox.baseVal.width / box.width
      drag.current = {
        skill,
        startY: event.clientY,
        moved: false,
        scale,
        top: box.top,
      }
      svg.setPointerCapture(event.pointerId)
      // Spares every move a mouse event beside the pointer's; the focus that a press gives comes by hand instead.
      event.preventDefault()
      columnOf(svg, skill)?.focus({ preventScroll: true })
      onShow(skill, true)
    },
    onPointerMove: (event: PointerEvent) => {
      const held = drag.current
      if (!held || (!held.moved && Math.abs(event.clientY - held.startY) < STRAY)) return
      follow(held, event.clientY)
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  }
}

/** True where the key meant something. */
function pressKey(
  event: KeyboardEvent,
  skill: string,
  geometry: ProfileGeometry,
  whatIf: WhatIf,
  svg: SVGSVGElement | null,
): boolean {
  if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
    whatIf.undo()
    return true
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return false
  const level = levelOf(whatIf.levels(), skill).level
  const columns = geometry.columns.filter((column) => column.width > 0)
  const place = columns.findIndex((column) => column.skill === skill)
  const focusOn = (index: number) => {
    const next = columns[Math.max(0, Math.min(columns.length - 1, index))]
    if (next && svg) columnOf(svg, next.skill)?.focus()
  }
  const actions: Record<string, () => void> = {
    ArrowUp: () => whatIf.set(skill, Math.min(geometry.top, level + 1)),
    ArrowDown: () => whatIf.set(skill, Math.max(0, level - 1)),
    ArrowLeft: () => focusOn(place - 1),
    ArrowRight: () => focusOn(place + 1),
    Home: () => focusOn(0),
    End: () => focusOn(columns.length - 1),
    Escape: () => whatIf.set(skill, levelOf(whatIf.base, skill).level),
  }
  const action = actions[event.key]
  action?.()
  return action !== undefined
}
