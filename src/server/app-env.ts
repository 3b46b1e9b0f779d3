// What every request can reach: the data, the clock, who asks. Passed in, so that tests choose it.
import type { Viewer } from '../core/access/viewer.ts'
import type { Framework } from '../core/framework/framework.ts'
import type { Store } from '../store/open.ts'
import type { ViewerTransaction } from '../store/viewer-transaction.ts'
import type { CaptureDesk } from './importing/capture-desk.ts'
import type { ImportDesk } from './importing/import-desk.ts'
import type { JournalShelf } from './journal-shelf.ts'
import type { LaunchLinks } from './launch-links.ts'
import type { TogetherShelf } from './measured-together.ts'

/** The framework version that new assessments begin with. */
export interface CurrentFramework {
  framework: Framework
  digest: string
}

/** What takes a moment to open; requests that need it wait for it. */
export interface Services {
  store: Store
  current: CurrentFramework
  frameworks: FrameworkShelf
  /** Files that were brought and not used yet. */
  imports: ImportDesk
  /** Reads files that evidence is captured from, and keeps none. */
  captures: CaptureDesk
  /** Entries of evidence in memory, for searching. */
  journals: JournalShelf
  /** Everybody of whom somebody keeps ratings, measured together. */
  together: TogetherShelf
  /** Personal use: the one person of this data folder. */
  owner(): Promise<SignedIn>
  /** After an erase or a restore another person may be there. */
  forgetOwner(): void
  /** Runs what replaces all the data, such as an erase or a restore, one after the other. */
  alone<Value>(action: () => Promise<Value>): Promise<Value>
  now(): Date
  newId(): string
  /** In words for the settings page: the folder or database that holds the data. */
  dataPlace: string
}

/** Framework versions by digest, kept in memory because they never change. */
export interface FrameworkShelf {
  /** Inside a transaction that is under way. */
  findIn(tx: ViewerTransaction, digest: string): Promise<Framework | null>
  find(viewer: Viewer, digest: string): Promise<Framework | null>
  /** After a framework was removed. */
  forget(frameworkId: string): void
}

/** A request with a session, or with the secret of the command line. */
export interface SignedIn {
  viewer: Viewer
  personId: string
}

/** Everything `createApp` needs. */
export interface AppDeps {
  /** Pending while the database opens; rejected when it cannot be opened. */
  services: Promise<Services>
  version: string
  /** The exact Host values that are answered. */
  hosts: () => readonly string[]
  /** Names the session cookie: cookies are shared between ports, and two Skillmaps must not share one. */
  port: () => number
  /** The secret of the command line, from run/server.json. */
  secret: string
  launchLinks: LaunchLinks
  now: () => Date
  /** The built web app; null serves the API alone. */
  webRoot: string | null
  log: (line: string) => void
  /** Tests set it: every answer is held against its schema. */
  checkAnswers?: boolean
}

export interface AppEnv {
  Variables: {
    requestId: string
    services: Promise<Services>
    signedIn: SignedIn | null
  }
}
