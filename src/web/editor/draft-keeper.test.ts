// What is typed is never lost: not to a lost answer, not to another window, not to a closed one.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, type Result, succeed } from '../../core/result.ts'
import type { Problem } from '../api.ts'
import type { DraftStore } from '../data/drafts.ts'
import type { OpenFile } from './api-drafts.ts'
import { DraftKeeper } from './draft-keeper.ts'

const PATH = 'skills/delegation.md'

function memory(): DraftStore & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    write: (key, text) => void kept.set(key, text),
    remove: (key) => void kept.delete(key),
    list: (prefix) =>
      [...kept].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => ({ key, text })),
  }
}

/** A server of one file, with the same rules as the real one. */
function server() {
  const state = {
    text: 'as it was',
    inFolder: 'as it was',
    revisionId: null as string | null,
    down: false,
    loseAnswer: false,
  }
  const folderHash = () => `hash of ${state.inFolder}`
  const end = (inFolder: string) => Object.assign(state, { text: inFolder, inFolder, revisionId: null })
  const readAgain = async (path: string): Promise<OpenFile> => {
    const { text, revisionId } = state
    return { path, text, revisionId, changed: false, overtaken: false, folderHash: folderHash() }
  }
  const save = async (
    path: string,
    content: { text: string | null; revisionId: string },
    base: string | null,
  ): Promise<Result<OpenFile, Problem>> => {
    if (state.down) return fail({ status: 0, title: 'down' })
    if (base !== state.revisionId) {
      const { text, revisionId } = state
      const current = revisionId === null ? null : { path, text, revisionId }
      return fail({ status: 412, title: 'stale', current } as unknown as Problem)
    }
    state.text = content.text ?? ''
    state.revisionId = content.revisionId
    if (state.loseAnswer) {
      state.loseAnswer = false
      return fail({ status: 0, title: 'lost' })
    }
    return succeed({
      path,
      text: content.text,
      revisionId: content.revisionId,
      changed: true,
      overtaken: false,
      folderHash: folderHash(),
    })
  }
  return { state, end, save, readAgain }
}

let ids = 0
const newId = () => {
  ids += 1
  return `revision-${ids}`
}

function keeperOn(remote: ReturnType<typeof server>, drafts = memory(), now = () => 0) {
  const file = {
    path: PATH,
    text: remote.state.text,
    revisionId: remote.state.revisionId,
    changed: false,
    overtaken: false,
    folderHash: `hash of ${remote.state.inFolder}`,
  }
  const keeper = new DraftKeeper({
    frameworkId: 'ours',
    files: [file],
    transport: { save: remote.save, readAgain: remote.readAgain, newId },
    drafts,
    onSaved: () => {},
    now,
  })
  return { keeper, drafts, file: () => keeper.files().find((one) => one.path === PATH) }
}

describe('an editor', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('saves after a pause, once for many keystrokes, and keeps nothing in the browser then', async () => {
    const remote = server()
    const { keeper, drafts, file } = keeperOn(remote)
    for (const text of ['a', 'ab', 'abc']) keeper.change(PATH, text)
    expect(file()?.state).toBe('saving')
    expect(drafts.kept.size).toBe(1)
    await vi.advanceTimersByTimeAsync(700)
    expect(remote.state.text).toBe('abc')
    expect(file()?.state).toBe('saved')
    expect(drafts.kept.size).toBe(0)
  })

  it('waits in the browser while the program is away, also over a new visit', async () => {
    const remote = server()
    const first = keeperOn(remote)
    remote.state.down = true
    first.keeper.change(PATH, 'mine')
    await vi.advanceTimersByTimeAsync(700)
    expect(first.file()?.state).toBe('waiting')
    remote.state.down = false
    const second = keeperOn(remote, first.drafts)
    expect(second.file()).toMatchObject({ text: 'mine', state: 'waiting' })
    second.keeper.flush()
    await vi.advanceTimersByTimeAsync(10)
    expect(remote.state.text).toBe('mine')
  })

  it('does not take its own lost answer for somebody else’s words', async () => {
    const remote = server()
    const { keeper, file } = keeperOn(remote)
    remote.state.loseAnswer = true
    keeper.change(PATH, 'mine')
    await vi.advanceTimersByTimeAsync(700)
    keeper.flush()
    await vi.advanceTimersByTimeAsync(10)
    expect(file()?.state).toBe('saved')
    expect(remote.state.text).toBe('mine')
  })

  it('has nothing to choose where an earlier visit was left before it heard that it was saved', async () => {
    const remote = server()
    const first = keeperOn(remote)
    remote.state.loseAnswer = true
    first.keeper.change(PATH, 'mine')
    await vi.advanceTimersByTimeAsync(700)
    const second = keeperOn(remote, first.drafts)
    second.keeper.flush()
    await vi.advanceTimersByTimeAsync(10)
    expect(second.file()).toMatchObject({ state: 'saved', text: 'mine' })
    expect(second.drafts.kept.size).toBe(0)
  })

  it('tells the second of two windows, which keeps its text and chooses', async () => {
    const remote = server()
    const [one, two] = [keeperOn(remote), keeperOn(remote)]
    one.keeper.change(PATH, 'from one')
    await vi.advanceTimersByTimeAsync(700)
    two.keeper.change(PATH, 'from two')
    await vi.advanceTimersByTimeAsync(700)
    expect(two.file()).toMatchObject({ state: 'conflict', text: 'from two', other: { text: 'from one' } })
    expect(remote.state.text).toBe('from one')
    two.keeper.change(PATH, 'from two, and more')
    await vi.advanceTimersByTimeAsync(700)
    expect(two.file()).toMatchObject({ state: 'conflict', text: 'from two, and more' })
    two.keeper.choose(PATH, 'mine')
    await vi.advanceTimersByTimeAsync(10)
    expect(remote.state.text).toBe('from two, and more')
    one.keeper.change(PATH, 'from one again')
    await vi.advanceTimersByTimeAsync(700)
    one.keeper.choose(PATH, 'theirs')
    expect(one.file()).toMatchObject({ state: 'saved', text: 'from two, and more' })
    expect(one.keeper.undo()).toBe(PATH)
    expect(one.file()?.text).toBe('from one again')
  })

  it('shows what the folder holds where the draft was let go in another window, and keeps what was typed', async () => {
    const remote = server()
    const { keeper, file } = keeperOn(remote)
    keeper.change(PATH, 'mine')
    await vi.advanceTimersByTimeAsync(700)
    remote.end('as it was')
    keeper.change(PATH, 'mine, and more')
    await vi.advanceTimersByTimeAsync(700)
    expect(file()).toMatchObject({
      state: 'conflict',
      text: 'mine, and more',
      other: { text: 'as it was', revisionId: null },
    })
    keeper.choose(PATH, 'mine')
    await vi.advanceTimersByTimeAsync(10)
    expect(file()).toMatchObject({ state: 'saved', text: 'mine, and more' })
    expect(remote.state.text).toBe('mine, and more')
  })

  it('goes on from what another window published, where only the typing since differs', async () => {
    const remote = server()
    const { keeper, file } = keeperOn(remote)
    keeper.change(PATH, 'mine')
    await vi.advanceTimersByTimeAsync(700)
    remote.end('mine')
    keeper.change(PATH, 'mine, and more')
    await vi.advanceTimersByTimeAsync(700)
    expect(file()).toMatchObject({ state: 'saved', text: 'mine, and more', folderHash: 'hash of mine' })
    expect(remote.state.text).toBe('mine, and more')
  })

  it('asks where an earlier visit typed over a draft that somebody else finished and published since', async () => {
    const remote = server()
    const first = keeperOn(remote)
    first.keeper.change(PATH, 'mine')
    await vi.advanceTimersByTimeAsync(700)
    remote.state.down = true
    first.keeper.change(PATH, 'mine, not sent')
    await vi.advanceTimersByTimeAsync(700)
    remote.state.down = false
    remote.end('published since')
    const second = keeperOn(remote, first.drafts)
    second.keeper.flush()
    await vi.advanceTimersByTimeAsync(10)
    expect(second.file()).toMatchObject({ state: 'conflict', other: { text: 'published since' } })
    expect(remote.state.text).toBe('published since')
  })

  it('undoes step by step: a burst of typing is one step', async () => {
    const remote = server()
    let time = 0
    const { keeper, file } = keeperOn(remote, memory(), () => time)
    keeper.change(PATH, 'a')
    keeper.change(PATH, 'ab')
    time = 5000
    keeper.change(PATH, 'ab cd')
    expect(keeper.canUndo).toBe(true)
    keeper.undo()
    expect(file()?.text).toBe('ab')
    keeper.undo()
    expect(file()?.text).toBe('as it was')
    expect(keeper.undo()).toBeNull()
    await vi.advanceTimersByTimeAsync(700)
    expect(remote.state.text).toBe('as it was')
  })
})
