// Publishes a version of somebody's own framework: in the database and as a folder, both or neither.

import type { Framework } from '../../core/framework/framework.ts'
import type { FolderFile } from '../../core/framework/framework-files.ts'
import type { PublicationSource } from '../../core/framework/publication.ts'
import {
  filesHashOf,
  type StagedFolder,
  stageFrameworkFolder,
} from '../../store/framework/framework-folders.ts'
import { saveFrameworkVersion } from '../../store/framework/framework-versions.ts'
import { savePublication } from '../../store/framework/publications.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome } from '../define-route.ts'

/** What is published, with what is said about it. */
export interface NewPublication {
  framework: Framework
  /** What the folder of the framework shall hold; null leaves the folder as it is. */
  files: readonly FolderFile[] | null
  /** Of the files, where they lie in the folder already. */
  filesHash?: string
  effectiveFrom: string | null
  note: string
  approvers: string[]
  source: PublicationSource
}

export interface Published {
  digest: string
  /** False where this very version was published before: what was said of it then stays. */
  isNew: boolean
}

/** Saves a version and that it was published. The folder is the caller's to see to. */
async function savePublished(
  tx: ViewerTransaction,
  publication: NewPublication,
  filesHash: string | null,
): Promise<Published> {
  const digest = await saveFrameworkVersion(tx, publication.framework)
  const { effectiveFrom, note, approvers, source, framework } = publication
  const isNew = await savePublication(tx, {
    digest,
    frameworkId: framework.id,
    effectiveFrom,
    note,
    approvers,
    source,
    filesHash,
  })
  return { digest, isNew }
}

/**
 * Runs `inTransaction` (usually `onceOnly`) with a function that publishes in its transaction. The folder is written
 * beside its place before, and put there after the commit; a crash in between is mended at the next start, by what
 * the database says. One at a time, and never while a backup is being put back.
 */
export async function publishWithFolder(
  services: Services,
  publication: NewPublication,
  inTransaction: (publish: (tx: ViewerTransaction) => Promise<Published>) => Promise<Outcome>,
): Promise<Outcome> {
  return services.alone(async () => {
    const { framework, files } = publication
    const staged: StagedFolder | null =
      files === null ? null : stageFrameworkFolder(services.store.places, framework.id, files)
    const filesHash = files === null ? (publication.filesHash ?? null) : filesHashOf(files)
    let published = false
    const outcome = await inTransaction((tx) => {
      published = true
      return savePublished(tx, publication, filesHash)
    })
    // An answer given before was published before: its folder is there, and perhaps was edited since.
    if (outcome.ok && published) staged?.settle()
    else staged?.drop()
    return outcome
  })
}
