// One person's levels: honest with little, narrower with more, and sensible whatever comes in.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { SMALL } from '../../../tests/frameworks/read-files.ts'
import {
  anyRound,
  by,
  first,
  framework,
  isSane,
  levelOf,
  measure,
  now,
  own,
  roundOf,
  second,
  skills,
  width,
} from '../../../tests/measurement/one-person.ts'
import type { RaterKind, Rating } from '../assessment/assessment.ts'
import type { Framework } from '../framework/framework.ts'
import type { MeasuredPerson } from './measure-person.ts'
import { sayLevel, sayNarrowing, saySources, sayStrictness } from './measure-words.ts'
import { ratersFor, varianceAfter } from './narrowing.ts'
import { defaultPopulation, defaultPopulationFor } from './population.ts'
import type { SealedContribution } from './sealed-contribution.ts'

describe('a self-rating alone', () => {
  test('gives a wide range that reaches from a level below to more than half a level above', () => {
    const person = measure([own(first, 3)])
    const { level, low, high } = levelOf(person, first)
    expect(level).toBeGreaterThan(2.5)
    expect(level).toBeLessThan(3)
    expect(low).toBeLessThan(1.8)
    expect(high).toBeGreaterThan(3.5)
    expect(person.levels.size).toBe(1)
    isSane(person, 5)
  })

  test('is taken as it stands in an assessment', () => {
    const rating: Rating = {
      assessmentId: 'a',
      skill: first,
      revisionId: 'r',
      version: 1,
      ratedAt: now,
      level: 3,
      reason: null,
      approaching: false,
      behaviours: [],
      confidence: 'low',
      observedOn: null,
      note: '',
    }
    const sure = measure([{ ...rating, confidence: 'high' }])
    expect(width(measure([rating]), first)).toBeGreaterThan(width(sure, first))
    expect(levelOf(sure, first)).toEqual(levelOf(measure([own(first, 3)]), first))
  })

  test('says in plain words what it is, what it rests on and what would narrow it', () => {
    const measured = levelOf(measure([own(first, 3)]), first)
    expect(sayLevel(framework, measured)).toMatch(
      /^.+: about 2\.\d, likely range 1\.\d to [34]\.\d \(right four times out of five\)\.$/,
    )
    const [heaviest = ''] = saySources(measured)
    expect(heaviest).toMatch(/^What you said yourself \(3, which counts as 2\.7\) weighs \d\d %\.$/)
    const narrowing = sayNarrowing(measured).join(' ')
    expect(narrowing).toMatch(
      /With (one|two|three|five) more [a-z, ]+ the level would be known to ± \d\.\d instead of ± \d\.\d\./,
    )
    for (const word of [sayLevel(framework, measured), heaviest, narrowing]) {
      expect(word).not.toMatch(/posterior|variance|prior|interval|standard deviation|bias/i)
    }
  })

  test('of many skills counts for their shape more than for their height', () => {
    const person = measure(skills.slice(0, 12).map((skill, i) => own(skill, i < 6 ? 2 : 4)))
    const [low, high] = [levelOf(person, skills[0] ?? ''), levelOf(person, skills[11] ?? '')]
    expect(high.level - low.level).toBeGreaterThan(1)
    // The height of all is as uncertain as one person's view of themselves; differences are surer than that.
    const { covariance, skills: order } = person.joint
    const at = (i: number, j: number) => covariance[i * order.length + j] as number
    const difference = at(0, 0) + at(11, 11) - 2 * at(0, 11)
    expect(Math.sqrt(difference)).toBeLessThan(low.latent.sd)
  })
})

describe('more ratings', () => {
  test('narrow the range whenever they agree', () => {
    fc.assert(
      fc.property(anyRound, fc.constantFrom<RaterKind>('peer', 'report', 'manager'), (entries, kind) => {
        const ratings = roundOf(entries)
        const skill = ratings[0]?.skill ?? ''
        const before = measure(ratings)
        const level = Math.round(Math.min(4, Math.max(1, levelOf(before, skill).latent.mean)))
        const after = measure([...ratings, by(kind, 'one-more', skill, level)])
        expect(width(after, skill)).toBeLessThan(width(before, skill) + 1e-9)
      }),
      { numRuns: 60 },
    )
  })

  test('narrow it about as much as was foretold', () => {
    const ratings = [own(first, 3), by('manager', 'm', first, 3)]
    const before = levelOf(measure(ratings), first)
    const foretold = before.narrowing.find((step) => step.kind === 'peer' && step.more === 3)?.plusMinus ?? 0
    const peers = ['a', 'b', 'c'].map((id) => by('peer', id, first, 3))
    const after = levelOf(measure([...ratings, ...peers]), first)
    expect(1.28155 * after.latent.sd).toBeCloseTo(foretold, 1)
  })

  test('of one rater about many skills are not as many facts', () => {
    const friend = skills.slice(0, 30).map((skill) => by('peer', 'friend', skill, 5))
    const sd = levelOf(measure(friend), first).latent.sd
    expect(sd).toBeGreaterThan(0.55)
  })

  test('of the same person in the same quarter count once, the latest', () => {
    const [march, april] = ['2026-04-10T00:00:00Z', '2026-05-10T00:00:00Z']
    const twice = measure([by('peer', 'a', first, 2, march), by('peer', 'a', first, 4, april)])
    expect(levelOf(twice, first)).toEqual(levelOf(measure([by('peer', 'a', first, 4, april)]), first))
  })

  test('fade together as they grow old, faster for a skill in practice', () => {
    const old = '2023-06-01T00:00:00Z'
    const faded = measure([by('peer', 'a', first, 3, old)])
    expect(width(faded, first)).toBeGreaterThan(width(measure([by('peer', 'a', first, 3)]), first))
    const practised = measure([by('peer', 'a', first, 3, old)], { practised: new Set([first]) })
    expect(width(practised, first)).toBeGreaterThan(width(faded, first))
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => by('peer', id, first, 3, old))
    // However many spoke three years ago, what has happened since is unknown: 3 × .04.
    expect(levelOf(measure(many), first).latent.sd ** 2).toBeGreaterThan(3 * 0.04)
  })

  test('from a stricter rater mean a higher level', () => {
    const population = defaultPopulation(framework)
    const with_ = (mean: number) =>
      levelOf(
        measure([by('peer', 'a', first, 3)], {
          population: { ...population, raters: { a: { mean, variance: 0.02 } } },
        }),
        first,
      )
    expect(with_(-0.3).latent.mean).toBeGreaterThan(with_(0).latent.mean + 0.1)
    expect(with_(0).latent.mean).toBeGreaterThan(with_(0.3).latent.mean + 0.1)
  })

  test('marked as nearly there lie between two levels', () => {
    const at = (level: number, approaching: boolean) =>
      levelOf(measure([{ ...by('peer', 'a', first, level), approaching }]), first).latent.mean
    expect(at(3, true)).toBeGreaterThan(at(3, false))
    expect(at(3, true)).toBeLessThan(at(4, false))
    expect(at(5, true)).toBe(at(5, false))
  })
})

describe('what a level rests on', () => {
  test('sums to one, names single raters, and shows a rater’s strictness to that rater alone', () => {
    const population = { ...defaultPopulation(framework), raters: { boss: { mean: -0.3, variance: 0.02 } } }
    const ratings = [own(first, 4), by('manager', 'boss', first, 3), by('peer', 'a', first, 3)]
    const seen = levelOf(measure(ratings, { population }), first)
    const manager = seen.sources.find((one) => one.source === 'manager')?.ratings[0]
    expect(manager?.weight).toBeGreaterThan(0.15)
    expect(manager?.countsAs).toBeUndefined()
    expect(saySources(seen).join(' ')).toContain('What your manager said (3) weighs')
    const told = levelOf(measure(ratings, { population, strictnessFor: 'boss' }), first)
    const ownView = told.sources.find((one) => one.source === 'manager')?.ratings[0]
    expect(ownView?.countsAs).toBeCloseTo(3.3, 9)
    expect(ownView && sayStrictness(ownView)).toBe(
      'Your 3 counts as 3.3: you rate about 0.3 lower than most people do.',
    )
    expect(told.sources.find((one) => one.source === 'named')?.ratings[0]?.countsAs).toBeUndefined()
  })

  test('is by how much it would move with each rating', () => {
    const ratings = [own(first, 3), by('manager', 'm', first, 3), by('peer', 'a', second, 2)]
    const weightOf = (person: MeasuredPerson, source: string) =>
      levelOf(person, first).sources.find((one) => one.source === source)?.weight ?? 0
    const person = measure(ratings)
    const population = {
      ...defaultPopulation(framework),
      raters: { m: { mean: -0.01, variance: 0.35 ** 2 } },
    }
    const moved = levelOf(measure(ratings, { population }), first).latent.mean
    // A rater known to be .01 stricter moves the level by weight × .01.
    expect((moved - levelOf(person, first).latent.mean) / 0.01).toBeCloseTo(weightOf(person, 'manager'), 2)
  })
})

describe('a sealed confidential round', () => {
  const sealed: SealedContribution = {
    closedOn: '2026-05-20',
    raters: 3,
    sharedVariance: 0.14,
    values: [
      { skill: first, value: 3.2, variance: 0.13 },
      { skill: second, value: 2.1, variance: 0.13 },
    ],
  }

  test('counts beside ratings with names, as one bar without single voices', () => {
    const alone = measure([], { sealed: [sealed] })
    const both = measure([own(first, 3)], { sealed: [sealed] })
    expect(width(both, first)).toBeLessThan(width(alone, first))
    const bar = levelOf(both, first).sources.find((one) => one.source === 'confidential')
    expect(bar?.weight).toBeGreaterThan(0.3)
    expect(bar?.ratings).toEqual([])
    expect(saySources(levelOf(both, first)).join(' ')).toContain(
      'What was said in confidence, taken together',
    )
  })

  test('says the same as the ratings it stands for would', () => {
    // Three raters with normal errors: noise .55² ÷ 3, leniency and halo (.35² + .55²) ÷ 3.
    const level = levelOf(measure([], { sealed: [sealed] }), first)
    expect(level.latent.sd).toBeGreaterThan(0.3)
    expect(level.latent.sd).toBeLessThan(0.55)
    expect(Math.abs(level.latent.mean - 3.2)).toBeLessThan(0.3)
  })
})

describe('private skills', () => {
  const hidden = framework.skills.find((skill) => skill.private)?.id ?? ''

  test('are measured for their owner and leave no trace in what others see', () => {
    const ratings = [own(hidden, 0), own(first, 3)]
    expect(measure(ratings).levels.has(hidden)).toBe(true)
    const forOthers = measure(ratings, { audience: 'others' })
    expect(forOthers.levels).toEqual(measure([own(first, 3)]).levels)
    expect(forOthers.leftOut).toEqual([{ skill: hidden, why: 'private-skill' }])
  })

  test('are never taken from others, nor is anybody proposed to be asked', () => {
    expect(measure([by('manager', 'm', hidden, 1)]).levels.size).toBe(0)
    expect(levelOf(measure([own(hidden, 2)]), hidden).narrowing).toEqual([])
  })
})

describe('other scales', () => {
  const onScale = (top: number): Framework => ({
    ...framework,
    scale: Array.from({ length: top + 1 }, (_, level) => ({ level, name: `Level ${level}` })),
  })

  test('stretch the ranges with the number of levels', () => {
    const small = loadFramework(SMALL)
    const skill = small.skills[0]?.id ?? ''
    isSane(measure([own(skill, 2)], { framework: small }), 3)
    const twelve = measure([own(first, 6)], { framework: onScale(12) })
    isSane(twelve, 12)
    const five = measure([own(first, 3)])
    const ratio = width(twelve, first) / width(five, first)
    expect(ratio).toBeGreaterThan(2)
    expect(ratio).toBeLessThan(2.4)
  })
})

describe('how many more raters', () => {
  test('from nothing, one, three, five and eight raters leave so much uncertainty', () => {
    // .45² + .3² + .4² between people; one peer .35² + .55² + .55².
    const [people, news] = [0.45 ** 2 + 0.3 ** 2 + 0.4 ** 2, 0.35 ** 2 + 2 * 0.55 ** 2]
    const sds = [1, 3, 5, 8].map((more) => Math.sqrt(varianceAfter(people, news, more)))
    expect(sds.map((sd) => sd.toFixed(2))).toEqual(['0.53', '0.40', '0.33', '0.28'])
    // Reliability r leaves the variance (1 − r) × people.
    expect(ratersFor(people, news, Math.sqrt(0.3 * people))).toBe(4)
    expect(ratersFor(people, news, Math.sqrt(0.2 * people))).toBe(7)
    expect(ratersFor(people, news, 1e-6)).toBeNull()
  })

  test('the defaults have the reliability that they claim', () => {
    const { spreads } = defaultPopulationFor(5)
    const people = spreads.person ** 2 + spreads.domain ** 2 + spreads.skill ** 2
    const rest = spreads.leniency ** 2 + spreads.halo ** 2 + spreads.noise ** 2
    expect(people / (people + rest)).toBeCloseTo(0.38, 2)
  })
})
