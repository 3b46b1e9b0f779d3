// skillmap publish: a framework as a static site, to be read and tried without a server.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packageVersion } from '../../server/version.ts'
import { digestOf } from '../../store/framework/framework-versions.ts'
import { type Command, CommandFailure, printJson, textOption, UsageFailure } from '../command.ts'
import { frameworkNamed } from '../framework-named.ts'
import { checkSiteFolder, writeSite } from '../write-site.ts'

/** From `src` and from `build` alike. */
const ASSETS = fileURLToPath(new URL('../../../build/site/assets', import.meta.url))

export const publish: Command = {
  name: 'publish',
  summary: 'A framework as a static site, to read and try without a server',
  usage: 'skillmap publish [<folder or id>] --out <folder> [--base-url <address>]',
  about:
    'Writes a site of plain files: the map, every role, skill and move, a comparison, a search, and a page where visitors try levels out in their own browser. It needs no server, asks nothing of others and counts nobody. It opens from a file path and works below any address.',
  options: {
    '--out <folder>': 'Where to write. New, empty, or a site that Skillmap wrote before.',
    '--base-url <address>': 'Where the site will be found: adds a site map and canonical addresses.',
  },
  examples: [
    'skillmap publish --out ./site',
    'skillmap publish ./our-framework --out ./public --base-url https://careers.example.org/',
  ],
  parse: { out: { type: 'string' }, 'base-url': { type: 'string' } },
  positionals: [0, 1],
  async run(given, terminal) {
    const out = textOption(given, 'out')
    if (out === undefined) throw new UsageFailure('--out is missing: name the folder to write.')
    const baseUrl = readBaseUrl(textOption(given, 'base-url'))
    checkSiteFolder(out)
    if (!existsSync(ASSETS)) throw new CommandFailure('Skillmap is not built yet. Run npm start once.')
    const framework = await frameworkNamed(given.positionals[0], terminal.env)
    const { renderSite } = await import('../../site/render-site.ts')
    const digest = digestOf(framework)
    const files = renderSite(framework, { digest, build: packageVersion(), baseUrl })
    const { id, name, version } = framework
    writeSite(out, files, ASSETS, { id, name, version, digest })
    const pages = files.filter(({ path }) => path.endsWith('.html')).length
    if (given.json) printJson(terminal, { folder: out, pages, digest })
    else
      terminal.err(`Written: ${out}, ${pages} pages. Open ${out}/index.html, or copy the folder to a host.`)
  },
}

function readBaseUrl(text: string | undefined): string | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new UsageFailure('--base-url takes an address such as https://careers.example.org/.')
  return url.href
}
