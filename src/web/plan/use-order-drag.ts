// Hands on the order of a plan: a handle that is dragged with the pointer, or moved with the arrow keys.
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

export interface Moving {
  skill: string
  /** Counted from 0, among the skills that can be moved. */
  place: number
  /** All of them, as they stood before. */
  from: readonly string[]
}

export interface HandleProps {
  onPointerDown: (event: PointerEvent) => void
  onKeyDown: (event: KeyboardEvent) => void
}

interface Needs {
  /** Rows carry `data-order` with their skill id. */
  list: RefObject<HTMLElement | null>
  /** Skill ids as they stand on the screen. */
  shown: RefObject<readonly string[]>
  onDrop: (moving: Moving) => void
}

/** Nearer than this to the edge of the window the page goes along, in CSS pixels. */
const EDGE = 72
const SCROLL = 14

export function useOrderDrag({ list, shown, onDrop }: Needs) {
  const [moving, setMoving] = useState<Moving | null>(null)
  const drop = useRef(onDrop)
  const held = useRef<string | null>(null)
  useEffect(() => {
    drop.current = onDrop
  })

  const [skill, from] = [moving?.skill ?? null, moving?.from]
  useEffect(() => {
    if (skill === null || from === undefined) return
    let last: Moving | null = null
    const move = (event: globalThis.PointerEvent) => {
      scrollAlong(event.clientY)
      const place = placeAt(list.current, skill, event.clientY)
      last = { skill, place, from }
      setMoving((now) => (now === null || now.place === place ? now : { skill, place, from }))
    }
    const end = (event: Event) => {
      setMoving(null)
      if (event.type === 'pointerup' && last !== null && from[last.place] !== skill) drop.current(last)
    }
    const leave = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape') setMoving(null)
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
  }, [skill, from, list])

  // Rows change places in the document, also when the better plan arrives, and a row that was moved loses the focus.
  useEffect(() => {
    if (held.current === null) return
    const own = list.current?.querySelector<HTMLElement>(`[data-order="${CSS.escape(held.current)}"] button`)
    if (document.activeElement === document.body) own?.focus()
    else if (document.activeElement !== own) held.current = null
  })

  const handle = (of: string): HandleProps => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      event.preventDefault()
      const from = shown.current
      setMoving({ skill: of, place: from.indexOf(of), from })
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      const from = shown.current
      const place = from.indexOf(of) + step
      if (place < 0 || place >= from.length) return
      held.current = of
      drop.current({ skill: of, place, from })
    },
  })
  return { moving, handle }
}

/** How many of the other rows lie above. */
function placeAt(list: HTMLElement | null, skill: string, y: number): number {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-order]') ?? [])]
  return rows.filter((row) => {
    if (row.dataset.order === skill) return false
    const { top, height } = row.getBoundingClientRect()
    return top + height / 2 < y
  }).length
}

function scrollAlong(y: number): void {
  if (y < EDGE) scrollBy(0, -SCROLL)
  else if (y > innerHeight - EDGE) scrollBy(0, SCROLL)
}
