// skillmap frameworks: which frameworks there are, their versions, and which one is in use.
import type { ListedFramework } from '../../server/framework/framework-list.ts'
import { type Command, printJson } from '../command.ts'
import { connect } from '../connect.ts'
import type { StoredVersion } from '../framework-named.ts'
import { remark, styled, table } from '../layout.ts'

interface FrameworkList {
  inUse: StoredVersion
  frameworks: ListedFramework[]
}

const KINDS: Record<ListedFramework['kind'], string> = {
  'built-in': 'comes with Skillmap',
  own: 'yours',
  kept: 'came with imported data',
}

const FOLDER: Record<NonNullable<ListedFramework['folder']>['state'], string> = {
  published: '',
  changed: 'folder changed, not published yet',
  missing: 'folder is missing',
}

export const frameworks: Command = {
  name: 'frameworks',
  summary: 'Which frameworks there are, and which one is in use',
  usage: 'skillmap frameworks',
  about: 'Lists the frameworks with their versions, the newest first. * marks the version in use.',
  examples: ['skillmap frameworks', 'skillmap frameworks --json'],
  positionals: [0, 0],
  async run({ json }, terminal) {
    const connection = await connect(terminal.env)
    try {
      const { body } = await connection.call<FrameworkList>('GET', '/api/frameworks')
      if (json) return printJson(terminal, body)
      for (const framework of body.frameworks) {
        const state = framework.folder === null ? '' : FOLDER[framework.folder.state]
        const about = [KINDS[framework.kind], state].filter((part) => part !== '').join('; ')
        terminal.out(`${styled(terminal, 'bold', framework.name)} (${framework.id}), ${about}`)
        table(terminal, ['', '', '', '', ''], rowsOf(framework, body.inUse.digest))
        terminal.out('')
      }
      remark(terminal, 'skillmap use <id> draws your map from another one. Nothing that you rated is lost.')
    } finally {
      await connection.close()
    }
  },
}

function rowsOf(framework: ListedFramework, inUse: string): string[][] {
  return framework.versions.map((version) => [
    version.digest === inUse ? '  *' : '',
    version.version,
    version.digest.slice(0, 8),
    (version.publishedAt ?? version.firstUsedAt).slice(0, 10),
    version.note,
  ])
}
