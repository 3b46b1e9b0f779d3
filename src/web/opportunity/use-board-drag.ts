// Dragging a piece of work from one person to another with the pointer. The arrow keys on its handle do the same.
import { type PointerEvent, useEffect, useRef, useState } from 'react'

export interface Dragged {
  opportunityId: string
  /** Whose it is now; null where it is free. */
  from: string | null
}

export interface Dragging extends Dragged {
  /** Over whom it is; null over nobody. `free`: over the row of free work. */
  over: string | null
}

/** Rows carry `data-person` with an id, or `free`. */
export function useBoardDrag(onDrop: (dragged: Dragged, to: string | null) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null)
  const drop = useRef(onDrop)
  useEffect(() => {
    drop.current = onDrop
  })
  const held = dragging?.opportunityId ?? null
  const from = dragging?.from ?? null
  useEffect(() => {
    if (held === null) return
    let over: string | null = null
    const move = (event: globalThis.PointerEvent) => {
      const element = document.elementFromPoint(event.clientX, event.clientY)
      scrollAlong(event.clientY)
      over = element?.closest<HTMLElement>('[data-person]')?.dataset.person ?? null
      setDragging((now) => (now === null || now.over === over ? now : { ...now, over }))
    }
    const end = (event: Event) => {
      setDragging(null)
      const to = over === 'free' ? null : over
      if (event.type === 'pointerup' && over !== null && to !== from)
        drop.current({ opportunityId: held, from }, to)
    }
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDragging(null)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
    addEventListener('keydown', leave)
    return () => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
      removeEventListener('keydown', leave)
    }
  }, [held, from])
  const take = (dragged: Dragged) => (event: PointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    setDragging({ ...dragged, over: null })
  }
  return { dragging, take }
}

/** Nearer than this to the edge of the window the page goes along, in CSS pixels. */
const EDGE = 72
const SCROLL = 14

function scrollAlong(y: number): void {
  if (y < EDGE) scrollBy(0, -SCROLL)
  else if (y > innerHeight - EDGE) scrollBy(0, SCROLL)
}
