// Proof: whatever is brought ends in a clear error within the time, and the server answers others meanwhile.
import type { ImportPreview } from '../../src/core/importing/import-preview.ts'
import { BYTE_LIMITS } from '../../src/server/importing/byte-limits.ts'
import { ADDRESS, openTestServer, SECRET, type TestServer } from '../contracts/test-server.ts'
import { hostileFiles } from './hostile-files.ts'

export interface Proved {
  files: number
  slowestMs: number
  /** Of the requests of others in the meantime. */
  othersAnswered: number
}

/** Until the process that reads is ended, and a little more for starting and ending it on a busy machine. */
const WITHIN_MS = BYTE_LIMITS.milliseconds + 5_000

const TOO_SLOW = /took longer than \d+ seconds/

/** `scale` from 0.01 to 1: how large the large ones are. Throws at the first that is not as it must be. */
export async function prove({ scale }: { scale: number }): Promise<Proved> {
  const server = await openTestServer()
  const proved: Proved = { files: 0, slowestMs: 0, othersAnswered: 0 }
  try {
    for (const { what, name, bytes, says } of hostileFiles(scale)) {
      const attempt = async (): Promise<string> => {
        const began = performance.now()
        const sending = send(server, name, bytes)
        proved.othersAnswered += await askMeanwhile(server, sending)
        const said = await sending
        const took = performance.now() - began
        if (took > WITHIN_MS) throw new Error(`${what} took ${Math.round(took)} ms`)
        proved.slowestMs = Math.max(proved.slowestMs, took)
        return said.toLowerCase()
      }
      let said = await attempt()
      // A clear error too, but about how busy the machine was: what the file deserves is asked for again.
      for (let again = 0; again < 3 && TOO_SLOW.test(said) && !says.test(said); again += 1)
        said = await attempt()
      if (!says.test(said)) throw new Error(`${what} was answered: ${said}`)
      proved.files += 1
    }
    return proved
  } finally {
    await server.dispose()
  }
}

/** A body that never ends, or ends after 200 MB: refused after 20 MB. Returns how many bytes were taken. */
export async function proveEndless(megabytes: number): Promise<number> {
  const server = await openTestServer()
  let sent = 0
  const line = new Uint8Array(1024 * 1024).fill(0x2c)
  const body = new ReadableStream({
    pull(controller) {
      if (sent >= megabytes * line.length) return controller.close()
      sent += line.length
      controller.enqueue(line)
    },
  })
  try {
    const answer = await server.app.fetch(request('endless.csv', body))
    if (answer.status !== 413) throw new Error(`An endless table was answered ${answer.status}`)
    return sent
  } finally {
    await server.dispose()
  }
}

async function send(server: TestServer, name: string, bytes: Uint8Array): Promise<string> {
  const answer = await server.app.fetch(request(name, bytes as Uint8Array<ArrayBuffer>))
  const text = await answer.text()
  if (answer.status === 413) return (JSON.parse(text) as { detail: string }).detail
  if (answer.status !== 201) throw new Error(`${name} was answered ${answer.status}: ${text}`)
  const { reading } = JSON.parse(text) as ImportPreview
  if (reading.framework !== null) throw new Error(`${name} became a framework`)
  const { problems } = reading
  if (problems.length === 0 || problems.some(({ mend }) => mend === ''))
    throw new Error(`${name} was refused without a mend: ${text}`)
  return problems.map(({ message }) => message).join(' ')
}

function request(name: string, body: BodyInit): Request {
  return new Request(`${ADDRESS}/api/imports?name=${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/octet-stream' },
    body,
    duplex: 'half',
  } as RequestInit)
}

async function askMeanwhile(server: TestServer, sending: Promise<unknown>): Promise<number> {
  let done = false
  const ended = sending.then(
    () => {
      done = true
    },
    () => {
      done = true
    },
  )
  let answered = 0
  while (!done) {
    const { status } = await server.call('GET', '/api/me')
    if (status !== 200) throw new Error(`Meanwhile the server answered ${status}`)
    answered += 1
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))])
  }
  return answered
}
