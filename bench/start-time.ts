// How long `npm start` takes to its first answer, on existing data and on a fresh folder.
import { type Figure, percentile } from './figure.ts'
import { freshFolder, startServerProcess } from './running-server.ts'

const runs = 5

async function oneStart(folder: string): Promise<number> {
  const server = await startServerProcess(folder)
  await server.stop()
  return server.startMs
}

/** Medians of five starts each, in seconds, with everything installed and built. */
export async function measureStart(): Promise<Figure[]> {
  const first: number[] = []
  const again: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const folder = freshFolder()
    first.push(await oneStart(folder.path))
    again.push(await oneStart(folder.path))
    folder.remove()
  }
  const seconds = (sample: number[]) => percentile(sample, 0.5) / 1000
  const note = `median of ${runs}`
  return [
    { name: 'npm start, existing data → first answer', value: seconds(again), unit: 's', target: 2.5, note },
    { name: 'npm start, fresh database → first answer', value: seconds(first), unit: 's', target: 4, note },
  ]
}
