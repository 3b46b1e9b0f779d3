// What is typed into a packet is never lost: not by a crash, not by a lost answer, not by another window.
import { describe, expect, test } from 'vitest'
import type { Packet, PacketContent } from '../../core/packet/packet.ts'
import type { Result } from '../../core/result.ts'
import type { Problem } from '../api.ts'
import type { DraftStore } from '../data/drafts.ts'
import { PacketKeeper } from './packet-keeper.ts'

const EMPTY: PacketContent = {
  purpose: 'review',
  role: 'staff-engineer',
  held: null,
  from: '2026-01-01',
  until: '2026-11-26',
  title: '',
  summary: '',
  sections: [],
  answers: [],
}
const packet = (revisionId: string, summary = ''): Packet => ({
  ...EMPTY,
  summary,
  id: 'p',
  revisionId,
  frameworkDigest: 'd',
  savedAt: '2026-11-26T10:00:00.000Z',
})
const typed = (summary: string): PacketContent => ({ ...EMPTY, summary })

function memory(): DraftStore & { texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    write: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
    list: (prefix) =>
      [...texts].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => ({ key, text })),
  }
}

/** A disk that keeps one packet as the server does; `isDown`: nothing is answered. */
function disk(first: Packet) {
  const state = { packet: first, isDown: false, losesAnswers: false, revisions: 0 }
  const problem = (status: number, current: Packet | null): Result<Packet, Problem> => ({
    ok: false,
    failure: { status, current } as unknown as Problem,
  })
  return {
    state,
    newId: () => {
      state.revisions += 1
      return `own-${state.revisions}`
    },
    save: async (content: PacketContent, revisionId: string, base: string) => {
      if (state.isDown) return problem(0, null)
      if (state.packet.revisionId !== base) return problem(412, state.packet)
      state.packet = { ...packet(revisionId), ...content }
      return state.losesAnswers ? problem(0, null) : { ok: true as const, value: state.packet }
    },
  }
}

function keeperOn(transport: ReturnType<typeof disk>, drafts = memory(), now = () => 0) {
  return { keeper: new PacketKeeper({ packet: transport.state.packet, transport, drafts, now }), drafts }
}

describe('a packet that is being written', () => {
  test('is on disk once it is settled, and then the browser keeps nothing', async () => {
    const there = disk(packet('first'))
    const { keeper, drafts } = keeperOn(there)
    keeper.change('summary', typed('Mine.'))
    expect(drafts.texts.size).toBe(1)
    expect(await keeper.settled()).toBe('own-1')
    expect([there.state.packet.summary, keeper.kept().state, drafts.texts.size]).toEqual([
      'Mine.',
      'saved',
      0,
    ])
  })

  test('survives a crash of tab and server, and is saved at the next visit', async () => {
    const there = disk(packet('first'))
    there.state.isDown = true
    const { keeper, drafts } = keeperOn(there)
    keeper.change('summary', typed('Not lost.'))
    expect(await keeper.settled()).toBeNull()
    there.state.isDown = false
    const next = keeperOn(there, drafts).keeper
    expect(next.kept().content.summary).toBe('Not lost.')
    await next.settled()
    expect(there.state.packet.summary).toBe('Not lost.')
  })

  test('is not in conflict with itself after an answer that was lost', async () => {
    const there = disk(packet('first'))
    const { keeper } = keeperOn(there)
    there.state.losesAnswers = true
    keeper.change('summary', typed('Once.'))
    await keeper.settled()
    there.state.losesAnswers = false
    keeper.change('summary', typed('Twice.'))
    expect(await keeper.settled()).toBe('own-3')
    expect(there.state.packet.summary).toBe('Twice.')
  })

  test('asks whose words hold where another window saved others, and loses neither before that', async () => {
    for (const whose of ['mine', 'theirs'] as const) {
      const there = disk(packet('first'))
      const { keeper } = keeperOn(there)
      there.state.packet = packet('elsewhere', 'Theirs.')
      keeper.change('summary', typed('Mine.'))
      await keeper.settled()
      expect([keeper.kept().state, keeper.kept().other?.summary]).toEqual(['conflict', 'Theirs.'])
      keeper.change('summary', typed('Mine, still.'))
      expect(there.state.packet.summary).toBe('Theirs.')
      keeper.choose(whose)
      await keeper.settled()
      expect(there.state.packet.summary).toBe(whose === 'mine' ? 'Mine, still.' : 'Theirs.')
      expect(keeper.kept().content.summary).toBe(there.state.packet.summary)
    }
  })

  test('goes back step by step, typing in one field being one step', async () => {
    let clock = 0
    const { keeper } = keeperOn(disk(packet('first')), memory(), () => clock)
    for (const text of ['A', 'Ab', 'Abc']) keeper.change('summary', typed(text))
    clock = 10_000
    keeper.change('summary', typed('Abc d'))
    keeper.change('title', { ...typed('Abc d'), title: 'T' })
    keeper.undo()
    expect(keeper.kept().content.title).toBe('')
    keeper.undo()
    expect(keeper.kept().content.summary).toBe('Abc')
    keeper.undo()
    expect([keeper.kept().content.summary, keeper.kept().canUndo]).toEqual(['', false])
  })
})
