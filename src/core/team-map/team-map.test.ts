// A team side by side: what is said of skills and never of people, from nothing but what was shown.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Framework } from '../framework/framework.ts'
import {
  type KnownLevel,
  newestKnown,
  standingOf,
  type TeamPerson,
  teamProfile,
  teamSkills,
} from './team-map.ts'
import { writeTeamTable } from './write-team-table.ts'

const skill = (id: string, isPrivate = false) => ({ id, name: `Skill ${id}`, group: 'g', private: isPrivate })
const framework = {
  scale: [0, 1, 2, 3, 4, 5].map((level) => ({ level })),
  skills: [skill('writing'), skill('mentoring'), skill('pace', true), skill('unasked')],
  groups: [{ id: 'g', name: 'Group' }],
  roles: [{ id: 'senior', name: 'Senior' }],
  expectations: { senior: { writing: { level: 3, weight: 2 }, mentoring: { level: 2, weight: 1 } } },
} as unknown as Framework

const known = (skillId: string, low: number, high: number, more: Partial<KnownLevel> = {}): KnownLevel => ({
  skill: skillId,
  level: (low + high) / 2,
  low,
  high,
  from: 'handed-over',
  on: '2026-11-01',
  ...more,
})
const person = (name: string, levels: KnownLevel[], areas: TeamPerson['areas'] = []): TeamPerson => ({
  id: name.toLowerCase(),
  name,
  role: 'senior',
  known: levels,
  areas,
  destinations: [],
})

describe('A team side by side', () => {
  test('shows a range as below, at or above, or across what the role asks for', () => {
    expect(standingOf({ low: 1, high: 2.9 }, 3)).toBe('below')
    expect(standingOf({ low: 3, high: 3.5 }, 3)).toBe('met')
    expect(standingOf({ low: 2.5, high: 3.5 }, 3)).toBe('across')
    expect(standingOf({ low: 2.5, high: 3.5 }, 0)).toBe('not-asked')
  })

  test('never holds a private skill, and leaves out what nobody showed and no role asks for', () => {
    const team = [person('Cem', [known('pace', 1, 2), known('writing', 2, 3)])]
    expect(teamSkills(framework, team).map((one) => one.skill.id)).toEqual(['writing', 'mentoring'])
  })

  test('names the skill that rests on one person, and who could show whom', () => {
    const team = [
      person('Dia', [known('writing', 3.4, 4.4)]),
      person('Bea', [known('writing', 1.2, 2.2)]),
      person('Eli', []),
    ]
    const [writing] = teamSkills(framework, team)
    expect(writing).toMatchObject({
      carriedBy: ['dia'],
      restsOnOne: true,
      unknown: 1,
      pairs: [{ teacher: 'dia', learner: 'bea' }],
    })
  })

  test('says nothing of a skill where the range leaves it open, and names it where not even its upper end is enough', () => {
    const open = [person('Dia', [known('writing', 2, 3.4)]), person('Bea', [known('writing', 1, 2)])]
    const skills = teamSkills(framework, open)
    expect(skills[0]).toMatchObject({ carriedBy: [], restsOnOne: false, nobodyCarries: false, pairs: [] })
    expect(teamProfile(framework, open, skills).nobodyCarries).toEqual([])
    const none = [person('Dia', [known('writing', 1, 2.8)]), person('Bea', [])]
    const profile = teamProfile(framework, none, teamSkills(framework, none))
    expect(profile.nobodyCarries.map((one) => one.skill.id)).toEqual(['writing'])
  })

  test('says who wants to grow into what is missing', () => {
    const area = { skill: 'writing', level: 4, quarter: 'January to March 2027' }
    const team = [person('Dia', [known('writing', 3.4, 4)]), person('Bea', [], [area])]
    const skills = teamSkills(framework, team)
    expect(teamProfile(framework, team, skills).volunteers).toEqual([{ skill: 'writing', people: ['bea'] }])
  })

  test('takes the newest word, and on one day what both agreed on', () => {
    const agreed = known('writing', 2, 3, { from: 'agreed' })
    const later = known('writing', 3, 4, { on: '2026-11-02', from: 'own-word' })
    expect(newestKnown([known('writing', 1, 2), agreed])).toEqual([agreed])
    expect(newestKnown([agreed, later])).toEqual([later])
  })

  test('does not depend on the order in which people come, whatever they showed', () => {
    const anyKnown = fc
      .record({
        skill: fc.constantFrom('writing', 'mentoring'),
        low: fc.double({ min: 0, max: 4, noNaN: true }),
        width: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ skill: id, low, width }) => known(id, low, low + width))
    const anyTeam = fc
      .uniqueArray(fc.constantFrom('Ada', 'Bea', 'Cem', 'Dia', 'Eli'), { minLength: 1 })
      .chain((names) =>
        fc.tuple(
          ...names.map((name) =>
            fc.array(anyKnown, { maxLength: 4 }).map((list) => person(name, newestKnown(list))),
          ),
        ),
      )
    fc.assert(
      fc.property(anyTeam, (team) => {
        const plain = (people: TeamPerson[]) =>
          teamSkills(framework, people).map(({ cells, ...rest }) => ({ ...rest, cells: [...cells].sort() }))
        expect(plain([...team].reverse())).toEqual(plain(team))
      }),
    )
  })

  test('is taken out with ranges, purpose and date in every row, and no column about a person as a whole', () => {
    const team = [person('Dia', [known('writing', 3.42, 4.4)]), person('Bea', [])]
    const skills = teamSkills(framework, team)
    const rows = writeTeamTable(framework, team, skills, {
      purpose: 'For the talk',
      exportedOn: '2026-11-23',
    })
    expect(rows).toHaveLength(2)
    expect(rows[1]).toEqual([
      'Dia',
      'Senior',
      'Skill writing',
      '3',
      '3.4',
      '4.4',
      'measured, handed over by the person',
      '2026-11-01',
      'For the talk',
      '2026-11-23',
    ])
    expect(rows[0]?.join(' ')).not.toMatch(/total|average|score|rank/i)
  })
})
