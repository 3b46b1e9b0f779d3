// What is said when something does not work: to whoever runs the program themselves, and to the people of a team.
import { describe, expect, test } from 'vitest'
import { explainLostPart, explainProblem } from './trouble.ts'

const silent = { status: 0, title: 'Skillmap does not answer' }
const full = { status: 507, title: 'The disk is nearly full' }
const TERMINAL = /npm|terminal|skillmap open|Free some space/

describe('A server that does not answer', () => {
  test('is to be started again by whoever has it on their own computer', () => {
    expect(explainProblem({ ...silent, here: 'personal' })).toContain('start it again with “npm start”')
    expect(explainLostPart('personal')).toContain('npm start')
  })

  test('is nothing that somebody of a team mends: they try again, and tell whoever runs it', () => {
    for (const text of [
      explainProblem({ ...silent, here: 'team' }),
      explainProblem({ ...full, here: 'team' }),
      explainLostPart('team'),
    ]) {
      expect(text).not.toMatch(TERMINAL)
      expect(text.toLowerCase()).toContain('tell whoever runs')
    }
  })

  test('before it is known which of the two it is, both are said', () => {
    for (const text of [explainProblem(silent), explainLostPart(null)]) {
      expect(text).toContain('on your own computer')
      expect(text).toContain('in a team tell whoever runs it')
    }
  })
})
