// Whatever happens to the program or the window, what somebody wrote is on the disk or in this browser.
import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../core/evidence/evidence.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import type { Problem } from '../api.ts'
import type { DraftStore } from '../data/drafts.ts'
import { EvidenceKeeper, type KeptDraft } from './evidence-keeper.ts'
import { blankEvidence } from './typed-evidence.ts'

/** A browser's storage, and a program that answers as it is told. */
function atWork(answers: ((draft: KeptDraft) => Result<Evidence, Problem>)[]) {
  const stored = new Map<string, string>()
  const drafts: DraftStore = {
    write: (key, text) => void stored.set(key, text),
    remove: (key) => void stored.delete(key),
    list: (prefix) =>
      [...stored].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => ({ key, text })),
  }
  const sent: KeptDraft[] = []
  let ids = 0
  const transport = {
    newId: () => {
      ids += 1
      return `id-${ids}`
    },
    save: async (draft: KeptDraft) => {
      sent.push(draft)
      return (answers.shift() ?? saved)(draft)
    },
  }
  const open = () => new EvidenceKeeper(drafts, transport)
  return { stored, sent, open, keeper: open() }
}

const saved = ({ id, revisionId, frameworkDigest, content }: KeptDraft): Result<Evidence, Problem> =>
  succeed({ ...content, id, revisionId, frameworkDigest, version: 1, writtenAt: '2026-11-26T10:00:00.000Z' })
const refused = (status: number) => () => fail({ status, title: 'no' })
const words = (text: string) => ({ ...blankEvidence(), text })

describe('What is being written', () => {
  test('is there again when the page comes back, until it is kept', async () => {
    const { open, keeper, stored } = atWork([])
    const draft = { ...keeper.begin('digest', words('Half a sen')), content: words('Half a sentence') }
    keeper.write(draft)
    expect(open().unfinished(null)).toEqual(draft)
    expect(await open().keep(draft)).toMatchObject({ kind: 'saved', entry: { text: 'Half a sentence' } })
    expect([open().unfinished(null), stored.size]).toEqual([null, 0])
  })

  test('of one entry is not taken for another, nor for a new one', () => {
    const { keeper } = atWork([])
    const entry = { ...words('a'), id: 'e', revisionId: 'r', version: 1, frameworkDigest: '', writtenAt: '' }
    keeper.write(keeper.begin('digest', words('changed'), entry))
    expect([keeper.unfinished(null), keeper.unfinished('other')]).toEqual([null, null])
    expect(keeper.unfinished('e')).toMatchObject({ base: 'r', content: { text: 'changed' } })
  })
})

describe('What was kept', () => {
  test.each([0, 500, 503, 507, 401])(
    'waits while the program answers %i, and is sent once more as it was',
    async (status) => {
      const { keeper, open, sent, stored } = atWork([refused(status)])
      expect(await keeper.keep(keeper.begin('digest', words('kept')))).toMatchObject({ kind: 'waiting' })
      expect([open().waitingCount(), open().unfinished(null)]).toEqual([1, null])
      expect(await open().sendWaiting()).toMatchObject([{ text: 'kept' }])
      expect(sent[1]).toEqual(sent[0])
      expect(stored.size).toBe(0)
    },
  )

  test('is still there to be mended where it is refused', async () => {
    const { keeper, open, sent } = atWork([refused(422)])
    const draft = keeper.begin('digest', words('kept'))
    expect(await keeper.keep(draft)).toMatchObject({ kind: 'refused' })
    const again = open().unfinished(null)
    expect(again?.content.text).toBe('kept')
    // Mended words are another revision than those that were refused.
    expect(again?.revisionId).not.toBe(sent[0]?.revisionId)
  })

  test('becomes an entry of its own where another window took up the same draft', async () => {
    const { keeper, sent } = atWork([refused(412)])
    const kept = await keeper.keep(keeper.begin('digest', words('mine')))
    expect(kept).toMatchObject({ kind: 'saved', entry: { text: 'mine' } })
    expect(sent[1]?.id).not.toBe(sent[0]?.id)
  })

  test('as a change of an entry that was changed elsewhere is refused, and its words stay', async () => {
    const { keeper, stored } = atWork([refused(412)])
    const entry = { ...words('a'), id: 'e', revisionId: 'r', version: 1, frameworkDigest: '', writtenAt: '' }
    expect(await keeper.keep(keeper.begin('digest', words('mine'), entry))).toMatchObject({ kind: 'refused' })
    expect([...stored.values()].join()).toContain('mine')
  })
})
