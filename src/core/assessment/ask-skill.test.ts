// Asking level by level: it ends soon, finds where the answers turn, and can always go back.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anySituation } from '../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { expectationOf, findSkill, topLevel } from '../framework/look-up.ts'
import {
  type AskingAction,
  type AskingState,
  actionForKey,
  answer,
  behavioursAsked,
  startAsking,
} from './ask-skill.ts'
import { chooseQuestions, FIRST_ROUND, remainingQuestions } from './choose-questions.ts'

const framework = loadFramework(BUILT_IN)
const skill = findSkill(framework, 'written-communication') as NonNullable<ReturnType<typeof findSkill>>
const start = () => startAsking(framework, 'staff-engineer', skill)
const play = (from: AskingState, ...kinds: Exclude<AskingAction['kind'], 'tick'>[]) =>
  kinds.reduce((state, kind) => answer(state, { kind }), from)

describe('asking about one skill', () => {
  test('starts at the current role’s expectation, or at level 1 where nothing is expected', () => {
    expect(start().level).toBe(4)
    const unexpected = findSkill(framework, 'selling') as typeof skill
    expect(startAsking(framework, 'senior-engineer', unexpected).level).toBe(1)
    expect(startAsking(framework, '', unexpected).level).toBe(3)
  })

  test('starts at the level given before, with its ticks', () => {
    const before = play(start(), 'does-not-count', 'counts').result
    expect(before?.level).toBe(3)
    const again = startAsking(framework, 'staff-engineer', skill, before && { ...before, behaviours: ['x'] })
    expect(again).toMatchObject({ level: 3, ticked: ['x'] })
  })

  test('goes up while a level counts and takes the lower ones as met', () => {
    expect(play(start(), 'counts').level).toBe(5)
    expect(play(start(), 'counts', 'does-not-count').result).toMatchObject({ level: 4, approaching: false })
    expect(play(start(), 'counts', 'counts').result).toMatchObject({ level: 5 })
  })

  test('goes down while a level does not count, to level 0 at the end', () => {
    expect(play(start(), 'does-not-count', 'counts').result).toMatchObject({ level: 3 })
    const none = play(start(), 'does-not-count', 'does-not-count', 'does-not-count', 'does-not-count')
    expect(none.result).toMatchObject({ level: 0, reason: null })
  })

  test('takes "approaching" as the level below, on the way up', () => {
    expect(play(start(), 'approaching').result).toMatchObject({ level: 3, approaching: true })
    expect(play(start(), 'counts', 'approaching').result).toMatchObject({ level: 4, approaching: true })
  })

  test('keeps the level that counted when the next one is unsure, and else says that nobody can tell', () => {
    expect(play(start(), 'counts', 'not-sure').result).toMatchObject({ level: 4, reason: null })
    expect(play(start(), 'not-sure').result).toMatchObject({ level: null, reason: 'cannot-tell' })
    expect(play(start(), 'does-not-count', 'not-sure').result).toMatchObject({ level: null })
  })

  test('ends at once where there was no occasion or no need', () => {
    expect(play(start(), 'not-seen').result).toMatchObject({ level: null, reason: 'not-seen' })
    expect(play(start(), 'not-needed').result).toMatchObject({ level: null, reason: 'not-needed' })
  })

  test('remembers ticks of every level shown, and lets them be taken off', () => {
    const [behaviour] = behavioursAsked(skill, start())
    const ticked = answer(start(), { kind: 'tick', behaviour: behaviour?.id ?? '' })
    expect(play(ticked, 'counts', 'does-not-count').result?.behaviours).toEqual([behaviour?.id])
    expect(answer(ticked, { kind: 'tick', behaviour: behaviour?.id ?? '' }).ticked).toEqual([])
  })

  test('goes back from anywhere, also from the end', () => {
    expect(play(start(), 'back')).toEqual(start())
    expect(play(start(), 'counts', 'back')).toEqual(start())
    expect(play(start(), 'counts', 'counts', 'back')).toEqual(play(start(), 'counts'))
  })

  test('changes nothing after the end', () => {
    const ended = play(start(), 'approaching')
    expect(play(ended, 'counts')).toBe(ended)
  })

  test('needs no pointer, and leaves the arrows to whoever scrolls', () => {
    expect(
      ['y', 'n', 'a', 's', 'Backspace', 'ArrowUp', 'ArrowDown', 'q'].map((key) => actionForKey(key)?.kind),
    ).toEqual([
      'counts',
      'does-not-count',
      'approaching',
      'not-sure',
      'back',
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('whoever answers', () => {
  const kinds = ['counts', 'does-not-count', 'approaching', 'not-sure', 'not-seen', 'not-needed'] as const

  test('is done after at most as many answers as the scale has levels', () => {
    fc.assert(
      fc.property(
        anySituation(),
        fc.array(fc.constantFrom(...kinds), { minLength: 7, maxLength: 7 }),
        (situation, answers) => {
          const { framework: made, from } = situation
          const about = made.skills[0] as typeof skill
          const ended = play(startAsking(made, from, about), ...answers.slice(0, topLevel(made) + 1))
          const { level, reason, approaching } = ended.result ?? {}
          expect(ended.result).not.toBeNull()
          expect((level === null) === (reason !== null)).toBe(true)
          if (typeof level === 'number') {
            expect(level >= 0 && level <= topLevel(made)).toBe(true)
            expect(approaching && level === topLevel(made)).toBe(false)
          }
        },
      ),
    )
  })

  test('and means one level by it, gets exactly that level, wherever the asking starts', () => {
    fc.assert(
      fc.property(anySituation(), fc.nat({ max: 6 }), ({ framework: made, from }, wanted) => {
        const threshold = Math.min(wanted, topLevel(made))
        for (const about of made.skills) {
          let state = startAsking(made, from, about)
          let answers = 0
          while (state.result === null) {
            state = play(state, state.level <= threshold ? 'counts' : 'does-not-count')
            answers += 1
          }
          expect(state.result).toMatchObject({ level: threshold, approaching: false })
          expect(answers).toBeLessThanOrEqual(topLevel(made) + 1)
        }
      }),
    )
  })

  test('and goes all the way back, is where the asking began', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 6 }), (answers) => {
        const ended = play(start(), ...answers)
        expect(play(ended, ...answers.map(() => 'back' as const))).toEqual(start())
      }),
    )
  })
})

describe('the first round', () => {
  const distance = (from: string, to: string, id: string) => {
    const [here, there] = [expectationOf(framework, from, id), expectationOf(framework, to, id)]
    return there.weight * Math.abs(there.level - here.level)
  }

  test('asks the twelve skills with the largest weight × distance between the two roles', () => {
    for (const { from, to } of framework.moves) {
      const asked = chooseQuestions(framework, from, to)
      expect(asked).toHaveLength(FIRST_ROUND)
      const others = framework.skills.map((one) => one.id).filter((id) => !asked.includes(id))
      const least = Math.min(...asked.map((id) => distance(from, to, id)))
      expect(others.every((id) => distance(from, to, id) <= least)).toBe(true)
    }
  })

  test('begins with the widest step of senior to staff', () => {
    const [first = ''] = chooseQuestions(framework, 'senior-engineer', 'staff-engineer')
    expect(distance('senior-engineer', 'staff-engineer', first)).toBe(6)
  })

  test('asks whoever stays or is undecided what the present work rests on and most moves ask', () => {
    const undecided = chooseQuestions(framework, 'senior-engineer', null)
    expect(chooseQuestions(framework, 'senior-engineer', 'senior-engineer')).toEqual(undecided)
    expect(chooseQuestions(framework, 'senior-engineer', 'stay')).toEqual(undecided)
    expect(undecided).toHaveLength(FIRST_ROUND)
    expect(undecided).toContain('written-communication')
  })

  test('leaves the rest to be asked on request, each once', () => {
    const asked = chooseQuestions(framework, 'senior-engineer', 'staff-engineer')
    const rest = remainingQuestions(framework, 'senior-engineer', 'staff-engineer', asked)
    expect([...asked, ...rest].toSorted()).toEqual(framework.skills.map((one) => one.id).toSorted())
  })

  test('asks private skills of their owner and of nobody else', () => {
    const all = framework.skills.length
    expect(chooseQuestions(framework, 'senior-engineer', null, all)).toContain('sustainable-pace')
    const ofManager = chooseQuestions(framework, 'senior-engineer', null, all, { raterKind: 'manager' })
    expect(ofManager).not.toContain('sustainable-pace')
  })
})
