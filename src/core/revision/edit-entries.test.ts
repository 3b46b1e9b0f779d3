// Proves that a form writes what it says into a file of a framework, and nothing beside it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN, readFiles } from '../../../tests/frameworks/read-files.ts'
import { canonicalJson } from '../framework/canonical-json.ts'
import { checkFramework } from '../framework/check-framework.ts'
import { type EntryEdit, editEntries, readEntries } from './edit-entries.ts'
import type { PlainMembers } from './edit-yaml.ts'
import { planRemoval } from './plan-removal.ts'

const files = readFiles(BUILT_IN)
const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? ''

function entriesOf(path: string, text: string): PlainMembers[] {
  const read = readEntries(path, text)
  if (!read.ok) throw new Error(`line ${read.failure.line}: ${read.failure.message}`)
  return read.value
}

function edited(path: string, text: string, edit: EntryEdit): string {
  const result = editEntries(path, text, edit)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

/** Lines of the first that the second does not have, and the other way round. */
function differing(before: string, after: string): [string[], string[]] {
  const left = after.split('\n')
  const gone = before.split('\n').filter((line) => {
    const at = left.indexOf(line)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
  return [gone, left]
}

const sentence = fc.oneof(
  fc.constantFrom(
    'Plain words.',
    "It's: a trap",
    '# not a comment',
    'yes',
    '12',
    '[a], {b}',
    'a, b',
    '- x',
    '"q"',
    'null',
    '~',
    'x #y',
    '| z',
  ),
  fc.string({ minLength: 1, maxLength: 40 }),
)
const id = fc.constantFrom('system-design', 'delegation', 'mentoring', 'career-ownership', 'no')
const roleMembers = fc.dictionary(
  fc.constantFrom('name', 'purpose', 'scope', 'code'),
  fc.option(sentence, { nil: null, freq: 6 }),
)

describe('a form of roles', () => {
  const path = 'roles.yaml'
  const text = textOf(path)
  const before = entriesOf(path, text)

  it('writes any words into one role, keeps all others, and touches only lines of that role', () => {
    const other = fc.record(
      {
        tags: fc.option(fc.array(id, { maxLength: 3 }), { nil: null }),
        must_haves: fc.option(fc.array(id, { minLength: 1, maxLength: 5 }), { nil: null }),
        usual_stay: fc.option(fc.record({ text: sentence }, { requiredKeys: ['text'] }), { nil: null }),
        band: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.nat(before.length - 1), roleMembers, other, (at, words, more) => {
        const members = { ...words, ...more } as PlainMembers
        const after = edited(path, text, { kind: 'set', at, members })
        const want = before.map((role, index) =>
          index === at
            ? Object.fromEntries(
                Object.entries({ ...role, ...members }).filter(([, value]) => value !== null),
              )
            : role,
        )
        expect(canonicalJson(entriesOf(path, after))).toBe(canonicalJson(want))
        const [gone, come] = differing(text, after)
        const touched = Object.keys(members).length
        expect(gone.length).toBeLessThanOrEqual(touched)
        expect(come.length).toBeLessThanOrEqual(touched)
      }),
      { numRuns: 30 },
    )
  })

  it('leaves the file as it is where a form says what is there already', () => {
    for (const [at, members] of before.entries())
      expect(edited(path, text, { kind: 'set', at, members })).toBe(text)
  })

  it('keeps comments, and puts a new member where the format has it', () => {
    const source = [
      '# all of them',
      'roles:',
      '  # the first',
      '  - id: baker # bakes',
      "    name: 'Baker' # by trade",
      '    path: kitchen',
      '    tags:',
      '      - early # at four',
      '      - late',
      '  - id: cook',
      '    name: Cook',
      '    path: kitchen',
      '',
    ].join('\r\n')
    const after = edited(path, source, {
      kind: 'set',
      at: 0,
      members: { name: "Master's", band: 2, tags: ['early', 'noon'], purpose: 'Bread: daily' },
    })
    expect(after).toBe(
      source
        .replace("'Baker'", "'Master''s'")
        .replace(
          '    path: kitchen\r\n    tags',
          '    path: kitchen\r\n    band: 2\r\n    purpose: "Bread: daily"\r\n    tags',
        )
        .replace('      - late\r\n', '      - noon\r\n'),
    )
  })

  it('adds a role behind another and takes it out again without a trace', () => {
    const role = { id: 'new-role', name: 'New: role', path: 'ic' }
    const after = edited(path, text, { kind: 'add', after: 1, members: role })
    expect(entriesOf(path, after)[2]).toEqual(role)
    expect(differing(text, after)).toEqual([
      [],
      ['  - id: new-role', '    name: "New: role"', '    path: ic'],
    ])
    expect(edited(path, after, { kind: 'remove', at: 2 })).toBe(text)
  })
})

describe('a form of moves', () => {
  it('changes one part of a way back and leaves its other parts', () => {
    const path = 'moves.yaml'
    const text = textOf(path)
    const moves = entriesOf(path, text)
    const at = moves.findIndex((move) => (move.back as PlainMembers | undefined)?.note !== undefined)
    const back = { ...(moves[at]?.back as PlainMembers), ease: 'hard', easy_until_years: 2 }
    const after = edited(path, text, { kind: 'set', at, members: { back } })
    expect(entriesOf(path, after)[at]?.back).toEqual(back)
    const [gone, come] = differing(text, after)
    expect([gone.length, come.length]).toEqual([1, 1])
  })
})

describe('a form of a skill', () => {
  it('writes into its front matter and not a byte below it', () => {
    const path = 'skills/delegation.md'
    const text = textOf(path)
    const members = {
      kind: null,
      prerequisites: ['prioritisation', 'mentoring'],
      weeks: [
        { up_to: 3, low: 8, high: 17 },
        { up_to: 5, low: 41, high: 80 },
      ],
      observability: { peers: 2, manager: 2, reports: 3 },
      access: 'open',
    }
    const after = edited(path, text, { kind: 'set', at: 0, members })
    const [entry] = entriesOf(path, after)
    const { kind: _, ...kept } = entriesOf(path, text)[0] ?? {}
    expect(entry).toEqual({ ...kept, ...members, kind: undefined })
    const body = (of: string) => of.slice(of.indexOf('\n---') + 4)
    expect(body(after)).toBe(body(text))
  })

  it('says which line cannot be read, counted in the file', () => {
    const read = readEntries('skills/delegation.md', '---\nname: "Delegation\ngroup: people\n---\nText.\n')
    expect(read.ok ? null : read.failure.line).toBeGreaterThan(1)
    expect(readEntries('skills/delegation.md', 'name: x\n').ok).toBe(false)
  })
})

describe('taking something out', () => {
  const errorsWithout = (plan: ReturnType<typeof planRemoval>) => {
    const changed = new Map(plan?.files.map((file) => [file.path, file.text]))
    const left = files.flatMap((file) => {
      const text = changed.has(file.path) ? changed.get(file.path) : file.text
      return typeof text === 'string' ? [{ path: file.path, text }] : []
    })
    return checkFramework(left).problems.filter(
      // How many critical skills a role shall have is the framework's own rule, and for a person to weigh.
      ({ severity, message }) => severity === 'error' && !message.includes('critical skills'),
    )
  }

  it('tells all that depends on any role, and leaves a framework that names it nowhere', () => {
    for (const role of ['senior-engineer', 'tech-lead', 'technical-founder']) {
      const plan = planRemoval(files, { kind: 'role', id: role })
      expect(plan?.dependents.map((one) => one.kind)).toEqual(['expectation', 'move', 'framework'])
      expect([role, errorsWithout(plan)]).toEqual([role, []])
    }
  })

  it('tells all that depends on any skill, and leaves to a person only where a text speaks of it', () => {
    for (const skill of ['system-design', 'active-listening', 'delegation']) {
      const plan = planRemoval(files, { kind: 'skill', id: skill })
      const mentions = plan?.dependents.filter((one) => !one.goes) ?? []
      const left = errorsWithout(plan).filter((one) => !mentions.some(({ file }) => file === one.file))
      expect([skill, left]).toEqual([skill, []])
    }
  })

  it('changes only files that name it, and knows nothing of what is not there', () => {
    const plan = planRemoval(files, { kind: 'move', from: 'senior-engineer', to: 'staff-engineer' })
    expect(plan?.files.map((file) => file.path)).toEqual(['moves.yaml'])
    expect(planRemoval(files, { kind: 'role', id: 'baker' })).toBeNull()
  })
})
