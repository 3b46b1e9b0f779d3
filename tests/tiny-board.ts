// Problems of who does which work that are small enough to try every board.
import fc from 'fast-check'
import type { BoardProblem } from '../src/core/opportunity/board-problem.ts'

export const QUARTERS = ['2027-Q1', '2027-Q2']
const SKILLS = ['mentoring', 'writing', 'planning']
const skill = fc.constantFrom(...SKILLS)

/** At most three people and four pieces of work, so that every board can be tried. */
export const tinyBoard: fc.Arbitrary<BoardProblem> = fc
  .record({ people: fc.integer({ min: 1, max: 3 }), works: fc.integer({ min: 1, max: 4 }) })
  .chain(({ people, works }) =>
    fc.record({
      people: fc.array(
        fc.record({
          id: fc.uuid(),
          weeks: fc.constantFrom(0, 2, 4.5, 6, 10),
          areas: fc.uniqueArray(fc.record({ skill, level: fc.integer({ min: 0, max: 3 }) }), {
            maxLength: 2,
            selector: (area) => area.skill,
          }),
          promised: fc.constantFrom<Record<string, number>[]>({}, {}, { '2027-Q1': 2 }, { '2027-Q2': 1.1 }),
          stretchBefore: fc.integer({ min: 0, max: 3 }),
          glueBefore: fc.integer({ min: 0, max: 3 }),
        }),
        { minLength: people, maxLength: people },
      ),
      works: fc.array(
        fc.record({
          id: fc.uuid(),
          kind: fc.constantFrom('stretch' as const, 'glue' as const, 'steady' as const),
          quarter: fc.constantFrom(...QUARTERS),
          seats: fc.integer({ min: 1, max: 2 }),
          weeks: fc.constantFrom(0.1, 1.5, 2, 3.3, 5),
          skills: fc.array(fc.record({ skill, level: fc.integer({ min: 1, max: 4 }) }), { maxLength: 2 }),
        }),
        { minLength: works, maxLength: works },
      ),
      wished: matrix(works, people, fc.boolean()),
      set: matrix(works, people, fc.constantFrom('with' as const, 'without' as const, null, null, null)),
    }),
  )

function matrix<Value>(rows: number, columns: number, value: fc.Arbitrary<Value>): fc.Arbitrary<Value[][]> {
  const row = fc.array(value, { minLength: columns, maxLength: columns })
  return fc.array(row, { minLength: rows, maxLength: rows })
}
