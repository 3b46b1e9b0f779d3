// What can go wrong with a store through no fault of the program, each with words for the person.

/** There is no room to write safely. The server answers 507. */
export class DiskFullError extends Error {
  readonly code = 'disk-full'

  /** The engine's own word that the disk is full, in our words; null if it was something else. */
  static from(error: unknown): DiskFullError | null {
    const code = (error as { code?: unknown } | null)?.code
    if (code === '53100' || code === 'ENOSPC')
      return new DiskFullError('disk is full: nothing was saved. Free some space and try again.')
    return null
  }
}

/** The disk reported that it did not keep what was written. Only a new start, which reads what is there, helps. */
export class DiskBrokenError extends Error {
  readonly code = 'disk-broken'
}

/** Another process has the data folder. */
export class FolderInUseError extends Error {
  readonly code = 'folder-in-use'
  readonly holder: { pid: number; host: string; address: string | null } | null

  constructor(message: string, holder: FolderInUseError['holder']) {
    super(message)
    this.holder = holder
  }
}

/** The folder was written by a newer Skillmap. */
export class NewerFormatError extends Error {
  readonly code = 'newer-format'
}

/** The login of DATABASE_URL may not do what a start needs. */
export class MissingRightsError extends Error {
  readonly code = 'cannot-start'

  /** The database's own word for it, in ours; null if it was something else. */
  static from(error: unknown): MissingRightsError | null {
    const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
    if (code !== '42501') return null
    return new MissingRightsError(
      `The login of DATABASE_URL may not bring the tables up to date (${message}). It has to own the database, and to make its roles (ALTER ROLE … CREATEROLE) or, where they are there, to be given them (GRANT skillmap_app, skillmap_eraser, skillmap_keeper TO …). docs/team-server.md says more.`,
    )
  }
}
