// Hands on the map: which station is pointed at or focused, and where the arrow keys lead.
import { type FocusEvent, type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import { STAY } from '../../../core/target/target.ts'
import { type Direction, walk } from '../trail-map/walk.ts'

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

function roleAt(target: EventTarget): string | null {
  const role = target instanceof Element ? target.closest('[data-role]')?.getAttribute('data-role') : null
  return role === STAY ? null : (role ?? null)
}

/** `pointed`: the station whose moves are shown. `dismiss` hides them until another station is met. */
export function useStationKeys(framework: Framework, ownRole: string) {
  const ref = useRef<SVGSVGElement>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const dismissed = useRef<string | null>(null)
  const hands = useMemo(() => {
    const point = (role: string | null) => {
      if (role !== dismissed.current) dismissed.current = null
      if (role === null || role !== dismissed.current) setPointed(role)
    }
    const listeners = {
      ref,
      onFocus: (event: FocusEvent) => {
        if (event.target.matches(':focus-visible')) point(roleAt(event.target))
      },
      onBlur: () => point(null),
      onPointerOver: (event: PointerEvent) => {
        if (event.pointerType === 'mouse') point(roleAt(event.target))
      },
      onPointerLeave: () => point(null),
      onKeyDown: (event: KeyboardEvent) => {
        const direction = KEYS[event.key]
        if (event.key === 'Escape') setPointed(null)
        if (!direction || event.altKey || event.ctrlKey || event.metaKey) return
        const here = roleAt(event.target) ?? ownRole
        const next = walk(framework, here, direction)
        event.preventDefault()
        if (next) ref.current?.querySelector<SVGElement>(`[data-role="${CSS.escape(next)}"]`)?.focus()
      },
    }
    const dismiss = (role: string) => {
      dismissed.current = role
      setPointed(null)
    }
    return { listeners, dismiss }
  }, [framework, ownRole])
  return { ...hands, pointed }
}
