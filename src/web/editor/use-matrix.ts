// The cells of expectations.csv, and the hands on them: arrows, digits for the level, Shift and a digit for the weight.
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Expectation, Weight } from '../../core/framework/framework.ts'
import { cellAtLine, editCell, readCells } from '../../core/revision/edit-expectations.ts'

const NOTHING: Expectation = { level: 0, weight: 0 }
/** What a new expectation weighs, as where a framework gives no weight. */
export const FIRST_WEIGHT: Weight = 2

export interface MatrixNeeds {
  text: string
  roles: readonly string[]
  skills: readonly string[]
  /** The top of the scale. */
  top: number
  onChange: (text: string) => void
}

export function useMatrix({ text, roles, skills, top, onChange }: MatrixNeeds) {
  const [at, setAt] = useState({ row: 0, column: 0 })
  const grid = useRef<HTMLTableElement>(null)
  const cells = useMemo(() => readCells(text), [text])
  const valueAt = (role: string, skill: string) => cells.get(role)?.get(skill) ?? NOTHING
  const set = (role: string, skill: string, next: Expectation) => {
    const edited = editCell(text, { role, skill }, next)
    if (edited !== null && edited !== text) onChange(edited)
  }
  const go = (row: number, column: number) => {
    const next = { row: clamp(row, skills.length - 1), column: clamp(column, roles.length - 1) }
    setAt(next)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus()
  }
  /** To the cell that a finding is about. */
  const goToLine = (line: number) => {
    const cell = cellAtLine(text, line)
    const [row, column] = [skills.indexOf(cell?.skill ?? ''), roles.indexOf(cell?.role ?? '')]
    if (row >= 0 && column >= 0) go(row, column)
  }
  const onKeyDown = (event: KeyboardEvent, row: number, column: number) => {
    const [role, skill] = [roles[column] ?? '', skills[row] ?? '']
    const step = STEPS[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (step !== undefined) go(row + step[0], column + step[1])
    else if (event.key === 'Home') go(row, 0)
    else if (event.key === 'End') go(row, roles.length - 1)
    else {
      const next = afterKey(valueAt(role, skill), event, top)
      if (next === null) return
      set(role, skill, next)
    }
    event.preventDefault()
  }
  return {
    at,
    grid,
    valueAt,
    set,
    setAt,
    goToLine,
    onKeyDown,
    canEdit: editCell(text, { role: '', skill: '' }, NOTHING) !== null,
  }
}

const STEPS: Record<string, [number, number] | undefined> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The expectation after a key, or null where the key means nothing here. Digits by their place, whatever Shift makes of them. */
export function afterKey(
  now: Expectation,
  { key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>,
  top: number,
): Expectation | null {
  if (key === 'Delete' || key === 'Backspace') return NOTHING
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? /^\d$/.exec(key)?.[0]
  if (digit === undefined) return null
  const value = Number(digit)
  if (shiftKey) return value >= 1 && value <= 3 && now.level > 0 ? { ...now, weight: value as Weight } : null
  if (value > top) return null
  return value === 0 ? NOTHING : { level: value, weight: now.weight === 0 ? FIRST_WEIGHT : now.weight }
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value))
}
