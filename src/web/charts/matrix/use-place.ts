// The cell one is at, and the address that says so: it follows each key, as often as a browser lets it.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { GridPlace } from './grid-steps.ts'
import type { MatrixState } from './matrix-state.ts'
import type { Matrix } from './read-matrix.ts'

/** Browsers stop writing addresses after 100 in 30 seconds or 200 in 10; a key that is held repeats 30 times a second. */
const MOST_WRITES = 25
const WINDOW_MS = 10_000
/** How long the moving rests before what was held back is written. */
const REST_MS = 300

interface Place {
  here: GridPlace
  move: (to: GridPlace) => void
  /** Writes what was held back, before one leaves. */
  keep: () => Promise<void>
}

export function usePlace(
  matrix: Matrix,
  state: MatrixState,
  set: (change: Partial<MatrixState>) => Promise<void>,
): Place {
  const [here, setHere] = useState(() => placeIn(matrix, state))
  const writes = useRef<number[]>([])
  const heldBack = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const write = useCallback(
    (place: GridPlace) => {
      clearTimeout(heldBack.current)
      heldBack.current = undefined
      return set(namedBy(matrix, place))
    },
    [matrix, set],
  )
  useEffect(() => () => clearTimeout(heldBack.current), [])
  const move = (to: GridPlace) => {
    setHere(to)
    const now = performance.now()
    writes.current = writes.current.filter((at) => now - at < WINDOW_MS)
    clearTimeout(heldBack.current)
    if (writes.current.length < MOST_WRITES) {
      writes.current.push(now)
      void write(to)
    } else heldBack.current = setTimeout(() => void write(to), REST_MS)
  }
  const keep = async () => {
    if (heldBack.current !== undefined) await write(here)
  }
  return { here, move, keep }
}

function placeIn(matrix: Matrix, { skill, role }: MatrixState): GridPlace {
  const row = matrix.rows.findIndex((one) => one.skill.id === skill)
  const column = matrix.roles.findIndex((one) => one.id === role)
  return row < 0 && column < 0 ? { row: 0, column: 0 } : { row, column }
}

function namedBy(matrix: Matrix, place: GridPlace): Pick<MatrixState, 'skill' | 'role'> {
  return {
    skill: matrix.rows[place.row]?.skill.id ?? null,
    role: matrix.roles[place.column]?.id ?? null,
  }
}
