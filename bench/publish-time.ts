// How long the built-in framework takes to be published, and what the pages of the site weigh.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Figure, percentile } from './figure.ts'
import { freshFolder, projectRoot } from './running-server.ts'

const runs = 5
/** Loaded behind what a page is used with. */
const later = new Set(['texts.js'])

/** From the command to the finished folder, with everything built. */
export async function measurePublishing(): Promise<Figure[]> {
  const folder = freshFolder()
  const site = join(folder.path, 'site')
  try {
    const seconds = Array.from({ length: runs }, () => publish(site, folder.path))
    const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    )
    const weights = pages.map((page) => ({ page, kilobytes: weightOf(site, page) / 1000 }))
    const heaviest = weights.toSorted((a, b) => b.kilobytes - a.kilobytes)[0]
    return [
      {
        name: 'skillmap publish, built-in framework → whole site',
        value: percentile(seconds, 0.5),
        unit: 's',
        target: 3,
        note: `median of ${runs}; ${pages.length} pages`,
      },
      {
        name: 'heaviest page of a site, gzipped, until it can be used',
        value: heaviest?.kilobytes ?? null,
        unit: 'kB',
        target: 100,
        note: `${heaviest?.page}; without fonts`,
      },
      {
        name: 'usual page of a site, gzipped, until it can be used',
        value: percentile(
          weights.map((one) => one.kilobytes),
          0.5,
        ),
        unit: 'kB',
        target: 100,
        note: 'median of all pages; without fonts',
      },
    ]
  } finally {
    folder.remove()
  }
}

function publish(site: string, data: string): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'bin', 'skillmap.mjs'), 'publish', '--out', site],
    { encoding: 'utf8', env: { ...process.env, SKILLMAP_DATA: join(data, 'data') } },
  )
  if (status !== 0) throw new Error(stderr)
  return (performance.now() - start) / 1000
}

/** The page, and what it loads before it can be used, in bytes. */
function weightOf(site: string, page: string): number {
  const html = readFileSync(join(site, page))
  const assets = [...html.toString().matchAll(/assets\/([\w.-]+)\?/g)].map(([, name = '']) => name)
  const files = assets
    .filter((name) => !later.has(name))
    .map((name) => readFileSync(join(site, 'assets', name)))
  return [html, ...files].reduce((sum, file) => sum + gzipSync(file).length, 0)
}
