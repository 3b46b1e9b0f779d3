// skillmap backup: take a backup, or list those there are.
import { type Command, printJson } from '../command.ts'
import { connect } from '../connect.ts'
import { table } from '../layout.ts'

interface Backup {
  name: string
  takenAt: string
  bytes: number
  verified: boolean
}

export const backup: Command = {
  name: 'backup',
  summary: 'Take a backup, checked by restoring it; or list them',
  usage: 'skillmap backup [--list]',
  about:
    'Takes a backup and checks it by restoring it elsewhere. Backups lie in the folder backups of your data. None holds the key of your own words: keep the recovery sheet (skillmap key show) as well.',
  options: { '--list': 'List the backups in place of taking one.' },
  examples: ['skillmap backup', 'skillmap backup --list'],
  parse: { list: { type: 'boolean' } },
  positionals: [0, 0],
  async run({ values, json }, terminal) {
    const connection = await connect(terminal.env)
    try {
      if (values.list === true) {
        const { body } = await connection.call<Backup[]>('GET', '/api/backups')
        if (json) return printJson(terminal, body)
        if (body.length === 0) return terminal.out('There is no backup yet.')
        return table(terminal, ['Name', 'Taken', 'Size', 'Checked'], body.map(rowOf))
      }
      const { body } = await connection.call<Backup>('POST', '/api/backups')
      if (json) return printJson(terminal, body)
      terminal.out(`Taken and checked: ${body.name} (${sizeOf(body.bytes)})`)
    } finally {
      await connection.close()
    }
  },
}

function rowOf({ name, takenAt, bytes, verified }: Backup): string[] {
  return [name, takenAt.slice(0, 16).replace('T', ' '), sizeOf(bytes), verified ? 'yes' : 'no']
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
