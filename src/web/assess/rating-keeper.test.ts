// Answers survive a failed save, a second window and a closed tab.
import { describe, expect, it } from 'vitest'
import type { Rating, RatingContent } from '../../core/assessment/assessment.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import type { Problem } from '../api.ts'
import type { DraftStore } from '../data/drafts.ts'
import { RatingKeeper } from './rating-keeper.ts'

const three: RatingContent = {
  level: 3,
  reason: null,
  approaching: false,
  behaviours: [],
  confidence: null,
  observedOn: null,
  note: '',
}

function storage(): DraftStore & { size: () => number } {
  const texts = new Map<string, string>()
  return {
    write: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
    list: (prefix) =>
      [...texts].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => ({ key, text })),
    size: () => texts.size,
  }
}

/** A program on the other side that keeps one revision per skill and checks what it replaces. */
function program(options: { reachable: () => boolean }) {
  const held = new Map<string, Rating>()
  const problem = (status: number, current: Rating | null = null): Problem => ({
    status,
    title: 'no',
    ...(status === 412 ? { current } : {}),
  })
  let ids = 0
  return {
    held,
    newId: () => `revision-${++ids}`,
    save: async (
      skill: string,
      content: RatingContent & { revisionId: string },
      base: string | null,
    ): Promise<Result<Rating, Problem>> => {
      if (!options.reachable()) return fail(problem(0))
      const current = held.get(skill)
      if ((current?.revisionId ?? null) !== base) return fail(problem(412, current))
      const rating: Rating = {
        ...content,
        skill,
        assessmentId: 'a',
        version: (current?.version ?? 0) + 1,
        ratedAt: '2026-01-01T00:00:00Z',
      }
      held.set(skill, rating)
      return succeed(rating)
    },
    withdraw: async (skill: string, base: string): Promise<Result<void, Problem>> => {
      if (!options.reachable()) return fail(problem(0))
      if (held.get(skill)?.revisionId !== base) return fail(problem(412, held.get(skill)))
      held.delete(skill)
      return succeed(undefined)
    },
  }
}

function setUp(reachable = () => true) {
  const other = program({ reachable })
  const drafts = storage()
  const open = () =>
    new RatingKeeper({
      assessmentId: 'a',
      ratings: [...other.held.values()],
      transport: other,
      drafts,
      onSaved: () => {},
    })
  return { other, drafts, open }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('keeping answers', () => {
  it('saves an answer and keeps no draft of it', async () => {
    const { other, drafts, open } = setUp()
    const keeper = open()
    keeper.keep('writing', three)
    expect(drafts.size()).toBe(1)
    await settled()
    expect(other.held.get('writing')?.level).toBe(3)
    expect(drafts.size()).toBe(0)
    expect(keeper.unsaved()).toEqual([])
  })

  it('keeps an answer through a failed save and a closed tab, and saves it later', async () => {
    let reachable = false
    const { other, open } = setUp(() => reachable)
    open().keep('writing', three)
    await settled()
    const nextVisit = open()
    expect(nextVisit.unsaved()[0]?.state).toBe('waiting')
    expect(nextVisit.contentOf('writing')?.level).toBe(3)
    reachable = true
    nextVisit.retry()
    await settled()
    expect(other.held.get('writing')?.level).toBe(3)
    expect(nextVisit.unsaved()).toEqual([])
  })

  it('shows what another window said and lets the person put their own words on top', async () => {
    const { other, open } = setUp()
    const first = open()
    const second = open()
    first.keep('writing', { ...three, note: 'first' })
    await settled()
    second.keep('writing', { ...three, level: 2, note: 'second' })
    await settled()
    expect(second.unsaved()[0]?.state).toBe('conflict')
    expect(second.unsaved()[0]?.other?.note).toBe('first')
    expect(second.contentOf('writing')?.note).toBe('second')
    second.choose('writing', 'mine')
    await settled()
    expect(other.held.get('writing')?.note).toBe('second')
    expect(second.unsaved()).toEqual([])
  })

  it('takes the other window’s words when the person prefers them', async () => {
    const { open } = setUp()
    const first = open()
    const second = open()
    first.keep('writing', { ...three, note: 'first' })
    await settled()
    second.keep('writing', { ...three, note: 'second' })
    await settled()
    second.choose('writing', 'theirs')
    expect(second.contentOf('writing')?.note).toBe('first')
  })

  it('sends only the last of several quick answers on top of the one under way', async () => {
    const { other, open } = setUp()
    const keeper = open()
    keeper.keep('writing', { ...three, level: 1 })
    keeper.keep('writing', { ...three, level: 2 })
    keeper.keep('writing', { ...three, level: 4 })
    await settled()
    expect(other.held.get('writing')).toMatchObject({ level: 4, version: 2 })
  })

  it('takes an answer back', async () => {
    const { other, open } = setUp()
    const keeper = open()
    keeper.keep('writing', three)
    await settled()
    keeper.keep('writing', null)
    await settled()
    expect(other.held.size).toBe(0)
    expect(keeper.contentOf('writing')).toBeNull()
  })

  it('takes an answer back that arrived though its reply was lost', async () => {
    const { other, open } = setUp()
    const { save } = other
    other.save = async (...answer) => {
      await save(...answer)
      return fail({ status: 0, title: 'no' })
    }
    const keeper = open()
    keeper.keep('writing', three)
    await settled()
    expect(other.held.size).toBe(1)
    keeper.keep('writing', null)
    await settled()
    expect(other.held.size).toBe(0)
    expect(keeper.unsaved()).toEqual([])
  })

  it('is content where an answer that is taken back never arrived', async () => {
    let reachable = false
    const { other, drafts, open } = setUp(() => reachable)
    const keeper = open()
    keeper.keep('writing', three)
    await settled()
    keeper.keep('writing', null)
    await settled()
    expect(keeper.contentOf('writing')).toBeNull()
    reachable = true
    keeper.retry()
    await settled()
    expect([other.held.size, drafts.size(), keeper.unsaved()]).toEqual([0, 0, []])
  })

  it('saves another answer after one that never arrived was taken back', async () => {
    let reachable = false
    const { other, open } = setUp(() => reachable)
    const keeper = open()
    keeper.keep('writing', three)
    await settled()
    keeper.keep('writing', null)
    await settled()
    keeper.keep('writing', { ...three, level: 2 })
    await settled()
    reachable = true
    keeper.retry()
    await settled()
    expect(other.held.get('writing')?.level).toBe(2)
    expect(keeper.unsaved()).toEqual([])
  })

  it('asks where another window took back what this one had saved', async () => {
    const { other, open } = setUp()
    const keeper = open()
    keeper.keep('writing', three)
    await settled()
    other.held.delete('writing')
    keeper.keep('writing', { ...three, level: 2 })
    await settled()
    expect(keeper.unsaved().map(({ state, other: there }) => [state, there])).toEqual([['conflict', null]])
  })
})
