// What became of a framework: every difference is told, once, and nothing else is.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyFramework } from '../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import type { Anchor, Framework, Skill, Weight } from '../framework/framework.ts'
import { diffFrameworks } from './diff-frameworks.ts'
import { summariseDiff } from './diff-summary.ts'
import { sayChange } from './diff-words.ts'
import { type Change, changesOf } from './framework-diff.ts'

const builtIn = loadFramework(BUILT_IN)
const small = loadFramework(SMALL)

/** A copy with something done to it. */
function changed(framework: Framework, change: (copy: Framework) => void): Framework {
  const copy = structuredClone(framework)
  change(copy)
  return copy
}

function put<Part extends object>(part: Part | undefined, fields: Partial<Part>): void {
  if (part !== undefined) Object.assign(part, fields)
}

const skillOf = (framework: Framework, id: string) =>
  framework.skills.find((skill) => skill.id === id) as Skill
const anchorOf = (framework: Framework, id: string, level: number) =>
  skillOf(framework, id).anchors.find((anchor) => anchor.level === level) as Anchor
const kinds = (changes: Change[]) => changes.map((change) => change.kind)

describe('comparing two versions of a framework', () => {
  test('finds nothing between a framework and itself', () => {
    for (const framework of [builtIn, small]) {
      const diff = diffFrameworks(framework, structuredClone(framework))
      expect(diff.changes).toEqual([])
      expect(summariseDiff(diff)).toEqual(['Nothing changed.'])
    }
    fc.assert(
      fc.property(anyFramework(), (framework) => {
        expect(diffFrameworks(framework, structuredClone(framework)).changes).toEqual([])
      }),
    )
  })

  test('tells a raised expectation as exactly one change', () => {
    fc.assert(
      fc.property(
        anyFramework(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom<Weight>(1, 2, 3),
        (framework, r, s, weight) => {
          const role = framework.roles[r % framework.roles.length]?.id ?? ''
          const skill = framework.skills[s % framework.skills.length]?.id ?? ''
          const was = framework.expectations[role]?.[skill] ?? { level: 0, weight: 0 }
          const raised = changed(framework, (copy) => {
            const row = copy.expectations[role] ?? {}
            row[skill] = { level: was.level + 1, weight: was.weight === 0 ? weight : was.weight }
            copy.expectations[role] = row
          })
          const { changes } = diffFrameworks(framework, raised)
          expect(kinds(changes)).toEqual(['expectation-raised'])
          expect(kinds(diffFrameworks(raised, framework).changes)).toEqual(['expectation-lowered'])
        },
      ),
    )
  })

  test('keeps the counts when skills and roles are renamed, whatever refers to them', () => {
    fc.assert(
      fc.property(anyFramework(), fc.nat(), (framework, which) => {
        const index = which % framework.skills.length
        const renamed = changed(framework, (copy) => {
          const skill = copy.skills[index]
          if (skill) skill.name = `Renamed ${skill.name}`
          for (const role of copy.roles) role.name = `Renamed ${role.name}`
        })
        const diff = diffFrameworks(framework, renamed)
        expect(changesOf(diff, 'skill-renamed')).toHaveLength(1)
        expect(changesOf(diff, 'role-renamed')).toHaveLength(framework.roles.length)
        expect(diff.changes).toHaveLength(1 + framework.roles.length)
        expect(diff.skills.after.size).toBe(framework.skills.length)
      }),
    )
  })

  test('follows a skill to another id by its words, and says how sure it is', () => {
    const moved = changed(builtIn, (copy) => {
      const skill = skillOf(copy, 'delegation')
      skill.id = 'handing-over'
      skill.name = 'Handing over'
      for (const row of Object.values(copy.expectations))
        if (row.delegation) {
          row['handing-over'] = row.delegation
          delete row.delegation
        }
      for (const one of copy.skills) {
        one.prerequisites = one.prerequisites.map((id) => (id === 'delegation' ? 'handing-over' : id))
        for (const other of one.confusedWith) if (other.skill === 'delegation') other.skill = 'handing-over'
      }
      for (const role of copy.roles)
        if (role.mustHaves)
          role.mustHaves = role.mustHaves.map((id) => (id === 'delegation' ? 'handing-over' : id))
    })
    const diff = diffFrameworks(builtIn, moved)
    const { changes } = diff
    expect(kinds(changes)).toEqual(['skill-renamed'])
    expect(changes[0]).toMatchObject({
      before: { id: 'delegation' },
      skill: { id: 'handing-over' },
      match: { by: 'text' },
    })
    expect(changes.map(sayChange)[0]).toMatch(
      /^Delegation is called Handing over now: .* judged by its words \(\d\d of 100\)\.$/,
    )
  })

  test('tells a reworded, a new, a gone and a moved behaviour apart', () => {
    const after = changed(builtIn, (copy) => {
      const third = anchorOf(copy, 'delegation', 3)
      const fourth = anchorOf(copy, 'delegation', 4)
      const [first, second] = third.behaviours
      if (first) first.text = 'Says nothing of the kind any more and means another thing entirely.'
      if (second) fourth.behaviours.push(second)
      third.behaviours = third.behaviours.filter((one) => one !== second)
      third.behaviours.push({ id: 'quite-new', text: 'Writes postcards to every mountain hut it passes.' })
      anchorOf(copy, 'delegation', 2).behaviours.shift()
    })
    const diff = diffFrameworks(builtIn, after)
    expect(kinds(diff.changes).toSorted()).toEqual([
      'sentence-added',
      'sentence-moved',
      'sentence-removed',
      'sentence-reworded',
    ])
    expect(changesOf(diff, 'sentence-moved')[0]).toMatchObject({
      from: { level: 3 },
      place: { level: 4 },
      wording: 'same',
      match: { by: 'id' },
    })
    expect(changesOf(diff, 'sentence-reworded')[0]).toMatchObject({ wording: 'reworded' })
    expect(summariseDiff(diff)).toEqual(['Sentences: one reworded, one new, one gone and one moved.'])
  })

  test('says that a mended spelling is no more than that', () => {
    const after = changed(builtIn, (copy) => {
      const [first] = anchorOf(copy, 'delegation', 3).behaviours
      if (first) first.text = first.text.replace(/\.$/, '').toUpperCase()
    })
    expect(changesOf(diffFrameworks(builtIn, after), 'sentence-reworded')).toMatchObject([
      { wording: 'spelling' },
    ])
  })

  test('sees that a skill went into another one', () => {
    const after = changed(builtIn, (copy) => {
      const gone = skillOf(copy, 'mentoring')
      const heir = skillOf(copy, 'coaching')
      for (const anchor of gone.anchors)
        heir.anchors.find((one) => one.level === anchor.level)?.behaviours.push(...anchor.behaviours)
      copy.skills = copy.skills.filter((skill) => skill !== gone)
      for (const row of Object.values(copy.expectations)) delete row.mentoring
    })
    const diff = diffFrameworks(builtIn, after)
    const merged = changesOf(diff, 'skill-merged', 'skill-removed')
    expect(merged).toHaveLength(1)
    const behaviours = skillOf(builtIn, 'mentoring').anchors.flatMap((anchor) => anchor.behaviours).length
    expect(changesOf(diff, 'sentence-moved')).toHaveLength(behaviours)
  })

  test('leaves no difference unmentioned', () => {
    const touches: ((copy: Framework) => void)[] = [
      (copy) => put(copy, { name: 'Two' }),
      (copy) => put(copy, { honesty: 'Something else.' }),
      (copy) => put(copy, { practiceHoursPerWeek: 7 }),
      (copy) => void copy.sources.push({ title: 'A book' }),
      (copy) => void copy.scale.push({ level: copy.scale.length, name: 'Beyond' }),
      (copy) => put(copy.scale[1], { tell: 'By the hat.' }),
      (copy) => put(copy.groups[0]?.colour, { light: '#123456' }),
      (copy) => void copy.groups.reverse(),
      (copy) => put(copy.paths[0], { about: 'Other words.' }),
      (copy) => void copy.roles.reverse(),
      (copy) => void copy.roles.pop(),
      (copy) => put(copy.roles[0], { purpose: 'Another purpose.' }),
      (copy) => void copy.moves.pop(),
      (copy) => put(copy.moves[0], { changes: 'All of it.' }),
      (copy) => void copy.skills.pop(),
      (copy) => put(copy.skills[0], { access: 'gated' }),
      (copy) => put(copy.skills[0], { private: !copy.skills[0]?.private }),
      (copy) => void copy.skills[0]?.weeks.push({ upTo: 9, low: 1, high: 2 }),
      (copy) => put(copy.moveKinds.up, { name: 'Upwards' }),
      (copy) => put(copy.stay, { hard: 'Nothing.' }),
    ]
    for (const framework of [builtIn, small])
      for (const touch of touches) {
        const after = changed(framework, touch)
        const diff = diffFrameworks(framework, after)
        expect(diff.changes.length, touch.toString()).toBeGreaterThan(0)
        for (const change of diff.changes) expect(sayChange(change)).toMatch(/^\S.*[.”]$/s)
        expect(summariseDiff(diff).length).toBeGreaterThan(0)
      }
  })

  test('does not take a new label for a change', () => {
    const after = changed(builtIn, (copy) => put(copy, { version: '2.0' }))
    expect(diffFrameworks(builtIn, after)).toMatchObject({ after: { version: '2.0' }, changes: [] })
  })
})
