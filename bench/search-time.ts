// How long the search takes for each letter that somebody types, and for its index, in the built-in framework.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type Figure, percentile } from './figure.ts'
import { projectRoot } from './running-server.ts'

const rounds = 20

/** As somebody types them, a search after each letter. */
const typed = [
  'visibility of work',
  'you have become a bottleneck',
  'staff engineer',
  'be more strategic',
  'delegaton',
  'from manager to staff',
  'competency matrix',
]

type Search = (framework: unknown, text: string) => unknown

const built = <Module>(path: string): Promise<Module> =>
  import(join(projectRoot, 'build', 'core', path)) as Promise<Module>

async function readFramework(): Promise<unknown> {
  const { readFrameworkFolder } = await built<{
    readFrameworkFolder: (files: { path: string; text: string }[]) => { framework: unknown }
  }>('framework/read-folder.js')
  const root = join(projectRoot, 'frameworks', 'skillmap')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  return readFrameworkFolder(files).framework
}

/** The slowest of a hundred keystrokes, and the index, in milliseconds: the code that runs in the browser, in Node. */
export async function measureSearch(): Promise<Figure[]> {
  const { searchFramework } = await built<{ searchFramework: Search }>('search/search-framework.js')
  const index: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const fresh = await readFramework()
    const started = performance.now()
    searchFramework(fresh, 'visible')
    index.push(performance.now() - started)
  }
  const framework = await readFramework()
  searchFramework(framework, 'visible')
  const keystrokes: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const text of typed) {
      for (let length = 1; length <= text.length; length += 1) {
        const started = performance.now()
        searchFramework(framework, text.slice(0, length))
        keystrokes.push(performance.now() - started)
      }
    }
  }
  const note = `${keystrokes.length} keystrokes, 99th percentile`
  return [
    { name: 'search, one keystroke', value: percentile(keystrokes, 0.99), unit: 'ms', target: 10, note },
    {
      name: 'search, making the index',
      value: percentile(index, 0.5),
      unit: 'ms',
      target: 150,
      note: 'median of 5, once a visit',
    },
  ]
}
