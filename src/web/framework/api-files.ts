// Files that the program makes on request, where making one changes something, so that a plain link will not do.
import { fail, type Result, succeed } from '../../core/result.ts'
import { type Problem, placed, readProblem, unreachable } from '../api.ts'

/** Asks for a file and puts it among the downloads, under the name that the program gives it. */
export async function fetchFile(path: string, body: unknown): Promise<Result<undefined, Problem>> {
  let response: Response
  try {
    response = await fetch(`/api${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return fail(placed(unreachable))
  }
  if (!response.ok) return fail(await readProblem(response))
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name ?? 'skillmap'
  link.click()
  // The download has begun by then; until the page is left the address would hold the whole file.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return succeed(undefined)
}
