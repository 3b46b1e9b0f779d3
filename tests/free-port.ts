// A port for a server whose address has to be known before it starts.
import { createServer } from 'node:net'

/**
 * Below the ports that systems give to outgoing connections (from 32768 on Linux, from 49152 elsewhere): one of those
 * may be taken by a connection between the look at it and the start of the server, which then cannot have it.
 */
const FIRST = 20_000
const COUNT = 10_000

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

/** A port of the loopback on which nobody listens. Drawn, because other tests look for one at the same time. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = FIRST + Math.floor(Math.random() * COUNT)
    if (await isFree(port)) return port
  }
  throw new Error(`None of 100 ports from ${FIRST} to ${FIRST + COUNT} is free.`)
}
