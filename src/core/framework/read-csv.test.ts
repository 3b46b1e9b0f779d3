// Comma-separated text: quotes, line numbers, and going on after a fault.
import { expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'

test('cells are trimmed and empty rows left out, and lines still count', () => {
  expect(readCsv('a, b ,c\n\n 1,,3\n').rows).toEqual([
    { line: 1, cells: ['a', 'b', 'c'] },
    { line: 3, cells: ['1', '', '3'] },
  ])
})

test('a quoted cell may hold commas, quotes and line ends', () => {
  const { rows, faults } = readCsv('"a,b","say ""hi""","two\nlines"\nnext\n')
  expect(faults).toEqual([])
  expect(rows).toEqual([
    { line: 1, cells: ['a,b', 'say "hi"', 'two\nlines'] },
    { line: 3, cells: ['next'] },
  ])
})

test('a quote that is never closed spoils its own cell only', () => {
  const { rows, faults } = readCsv('a,"b,c\nd,e,f')
  expect(faults.map((fault) => fault.line)).toEqual([1])
  expect(rows).toEqual([
    { line: 1, cells: ['a', 'b', 'c'] },
    { line: 2, cells: ['d', 'e', 'f'] },
  ])
})

test('text behind a closing quote is a fault', () => {
  expect(readCsv('"a"b,c').faults.map((fault) => fault.line)).toEqual([1])
})

test('a file without a line end at its end is read whole', () => {
  expect(readCsv('a,b').rows).toEqual([{ line: 1, cells: ['a', 'b'] }])
  expect(readCsv('').rows).toEqual([])
})
