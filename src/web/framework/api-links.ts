// The part of the program's API that is about how somebody wants their frameworks to be read.
import type { LinkCommand, LinkCorrections } from '../../core/linking/link-correction.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, precondition, read, send } from '../api.ts'

export async function readLinkCorrections(): Promise<LinkCorrections | null> {
  return (await read<{ links: LinkCorrections | null }>('/skill-links')).links
}

export function saveLinkCorrection(
  correction: LinkCommand & { frameworkDigest: string; revisionId: string },
  current: string | null,
): Promise<Result<LinkCorrections, Problem>> {
  return send('/skill-links', { method: 'PUT', body: correction, headers: precondition(current) })
}
