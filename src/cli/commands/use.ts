// skillmap use: draws the map from another framework, or from another version of the same.
import { randomUUID } from 'node:crypto'
import { type Command, CommandFailure, printJson } from '../command.ts'
import { connect } from '../connect.ts'
import { isFolder, type StoredVersion, storedVersionNamed } from '../framework-named.ts'
import { paragraph } from '../layout.ts'

interface InUse {
  inUse: StoredVersion & { revisionId: string | null }
}

export const use: Command = {
  name: 'use',
  summary: 'Draw your map from another framework',
  usage: 'skillmap use <framework>',
  about:
    'Takes the id or name of a framework (its newest version), or the digest of a version. What you rated and chose with another one stays with it, and is there again when you go back.',
  examples: ['skillmap use our-ladder', 'skillmap use skillmap', 'skillmap use 3f2a91b0'],
  positionals: [1, 1],
  async run({ positionals: [word = ''], json }, terminal) {
    const connection = await connect(terminal.env)
    try {
      const wanted = await storedVersionNamed(connection, word).catch((error: unknown) => {
        if (!isFolder(word)) throw error
        throw new CommandFailure(`${word} is a folder. Bring it first: skillmap import ${word}`)
      })
      const { inUse } = (await connection.call<InUse>('GET', '/api/frameworks')).body
      if (inUse.digest === wanted.digest) {
        if (json) return printJson(terminal, { before: wanted, now: wanted })
        return terminal.out(`${wanted.name} ${wanted.version} is in use already.`)
      }
      const headers: Record<string, string> =
        inUse.revisionId === null ? { 'if-none-match': '*' } : { 'if-match': `"${inUse.revisionId}"` }
      const body = { digest: wanted.digest, revisionId: randomUUID() }
      await connection.call('PUT', '/api/framework-in-use', { headers, body })
      if (json) return printJson(terminal, { before: inUse, now: wanted })
      paragraph(terminal, `Your map is drawn from ${wanted.name} ${wanted.version} now.`)
      paragraph(
        terminal,
        `What you rated with ${inUse.name} ${inUse.version} stays there: skillmap use ${inUse.digest.slice(0, 8)} brings it back.`,
      )
    } finally {
      await connection.close()
    }
  },
}
