// What every request can reach: the data, the clock, who asks. Passed in, so that tests choose it.
import type { Viewer } from '../core/access/viewer.ts'
import type { Framework } from '../core/framework/framework.ts'
import type { Store } from '../store/open.ts'
import type { ViewerTransaction } from '../store/viewer-transaction.ts'
import type { TogetherShelf } from './assessment/measured-together.ts'
import type { Door } from './door.ts'
import type { JournalShelf } from './evidence/journal-shelf.ts'
import type { CaptureDesk } from './importing/capture-desk.ts'
import type { ImportDesk } from './importing/import-desk.ts'
import type { ScimAccounts } from './scim/scim-routes.ts'
import type { Metrics } from './serving/metrics.ts'
import type { Readiness } from './serving/ready.ts'

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
  /** The organisation of a team's server; null in personal use. */
  teamOrgId: string | null
  /** A team's: which identities its directory may name. */
  scimAccounts: ScimAccounts
  /** Personal use only: the one person of this data folder. */
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

export interface Watched {
  metrics: Metrics
  readiness: Readiness
  /** A clock that only goes forward, in milliseconds. */
  ticks: () => number
}

/** Everything `createApp` needs. */
export interface AppDeps {
  /** Pending while the database opens; rejected when it cannot be opened. */
  services: Promise<Services>
  version: string
  /** How requests get in. */
  door: Door
  /** Where browsers reach it, such as `http://127.0.0.1:4747`; null where nothing listens. */
  address: () => string | null
  now: () => Date
  /** The built web app; null serves the API alone. */
  webRoot: string | null
  log: (line: string) => void
  /** A team's server is watched: a line for each request, figures, and readiness. */
  watched?: Watched
  /** Tests set it: every answer is held against its schema. */
  checkAnswers?: boolean
}

/** The session of a team's browser: named in lists, and proved at some time. */
export interface BrowserSession {
  id: string
  /** When its person last proved who they are. */
  provedAt: string | null
}

export interface AppEnv {
  Bindings: {
    /** Where a request comes from, for counting failures; `unknown` where nothing listens. */
    address: string
  }
  Variables: {
    requestId: string
    services: Promise<Services>
    signedIn: SignedIn | null
    /** In a team, and in a browser: its session. */
    session: BrowserSession | null
    /** Whether what is hard to undo asks for a fresh proof of who somebody is: in a team. */
    asksForProof: boolean
    /** The terminal of a team's server asks. */
    operator: boolean
    /** The pattern of the route that answers; null for pages and files. */
    routePath: string | null
  }
}
