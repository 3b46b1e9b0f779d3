// What a visit asks the server for: each thing once, and nothing that is older than the visit.
import { focusManager, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forGood, goOn, ofTheFrame, outdateOnReturn } from './visit.ts'

let queries: QueryClient
let asked: string[]
let end: () => void

beforeEach(() => {
  asked = []
  queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000 } } })
  end = outdateOnReturn(queries)
  queries.mount()
})

afterEach(() => {
  end()
  queries.unmount()
  queries.clear()
  focusManager.setFocused(undefined)
})

const kinds = { 'a plan': {}, 'who reads': ofTheFrame, 'a framework': forGood }
const everything = Object.keys(kinds)
const another = { fromLocation: {}, pathChanged: true }

/** Shows everything on a page and waits for what it asks; gives what takes the page away again. */
async function show(): Promise<() => void> {
  const ways = Object.entries(kinds).map(([name, options]) =>
    new QueryObserver(queries, {
      queryKey: [name],
      queryFn: () => {
        asked.push(name)
        return name
      },
      ...options,
    }).subscribe(() => {}),
  )
  await expect.poll(() => queries.isFetching()).toBe(0)
  return () => {
    for (const leave of ways) leave()
  }
}

describe('a page', () => {
  it('asks once for what several of its parts show, whenever they come', async () => {
    await show()
    await show()
    expect(asked).toEqual(everything)
  })

  it('asks again when it is visited again, but not for what the frame has or what never changes', async () => {
    const leave = await show()
    leave()
    asked = []
    goOn(queries, another)
    expect(asked).toEqual([])
    await show()
    await show()
    expect(asked).toEqual(['a plan'])
  })

  it('asks for nothing again where only its own address changes, nor for the page that was opened first', async () => {
    await show()
    asked = []
    goOn(queries, { fromLocation: {}, pathChanged: false })
    goOn(queries, { pathChanged: true })
    await show()
    expect(asked).toEqual([])
  })

  it('asks again as soon as somebody comes back to the window, for what the frame has, too', async () => {
    await show()
    asked = []
    focusManager.setFocused(false)
    focusManager.setFocused(true)
    await expect.poll(() => asked).toEqual(['a plan', 'who reads'])
  })

  it('asks again after a change, whatever it is', async () => {
    await show()
    asked = []
    await queries.invalidateQueries()
    expect(asked).toEqual(everything)
  })
})
