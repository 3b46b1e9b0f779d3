// Reads what a person corrected about how their frameworks are read, for the commands that need it.
import type { LinkCorrection, LinkCorrections } from '../core/linking/link-correction.ts'
import type { Connection } from './connect.ts'

export async function readLinks(connection: Connection): Promise<LinkCorrections | null> {
  const { body } = await connection.call<{ links: LinkCorrections | null }>('GET', '/api/skill-links')
  return body.links
}

export async function readLinkCorrections(connection: Connection): Promise<readonly LinkCorrection[]> {
  return (await readLinks(connection))?.corrections ?? []
}
