// Who is new among the people with whom a manager plans.
import { expect, test } from 'vitest'
import { newcomers } from './newcomers.ts'

const line = (personId: string, from: string, until: string | null = null) => ({
  ...{ id: `${personId} ${from}`, personId, managerId: 'Max' },
  ...{ from, until },
})
const TODAY = '2026-11-23'
const names = (lines: Parameters<typeof newcomers>[0]) => [...newcomers(lines, TODAY)].sort()

test('whoever came within four quarters, after the others, is new', () => {
  expect(names([line('Cem', '2024-01-01'), line('Bea', '2026-02-01')])).toEqual(['Bea'])
  expect(names([line('Cem', '2024-01-01'), line('Bea', '2025-12-31')])).toEqual([])
})

test('a change of manager makes nobody new', () => {
  const moved = [line('Bea', '2024-01-01', '2026-01-31'), line('Bea', '2026-02-01')]
  expect(names([line('Cem', '2024-01-01'), ...moved])).toEqual([])
})

test('a line that was taken back does not count', () => {
  const mistake = line('Bea', '2023-01-01', '2022-12-31')
  expect(names([line('Cem', '2024-01-01'), mistake, line('Bea', '2026-02-01')])).toEqual(['Bea'])
})

test('where the list of people has just begun nobody is new, and whoever comes later is', () => {
  const imported = ['Bea', 'Cem', 'Dia'].map((who) => line(who, '2026-10-05'))
  expect(names(imported)).toEqual([])
  expect(names([...imported, line('Eli', '2026-11-02')])).toEqual(['Eli'])
})
