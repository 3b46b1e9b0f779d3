// What tests know of the Postgres that they start.

export interface StartedPostgres {
  /** Its address, with the name and password of the one who may do everything. */
  url: string
  /** Stops it and removes its data. */
  stop(): Promise<void>
}

/** The folder of an installed Postgres that brings the tools for backups. Throws, and says what to do, where there is none. */
export function installedPostgres(): string
export function startPostgres(settings?: string[], installed?: string | null): Promise<StartedPostgres>
