// Opens what requests need: the store, the built-in framework, and the care that the data gets over time.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { visitor } from '../core/access/viewer.ts'
import { mendFrameworkFolders } from '../store/framework/framework-folders.ts'
import { saveFrameworkVersion } from '../store/framework/framework-versions.ts'
import { listPublications, savePublication } from '../store/framework/publications.ts'
import type { Store } from '../store/open.ts'
import { findOrMakeTeamOrg, type TeamChoice } from '../store/organisation/team-org.ts'
import type { ViewerTransaction } from '../store/viewer-transaction.ts'
import type { CurrentFramework, Services, SignedIn } from './app-env.ts'
import { togetherShelf } from './assessment/measured-together.ts'
import { readBuiltInFramework } from './built-in-framework.ts'
import { journalShelf } from './evidence/journal-shelf.ts'
import { frameworkShelf } from './framework/frameworks.ts'
import { captureDesk } from './importing/capture-desk.ts'
import { importDesk } from './importing/import-desk.ts'
import type { ScimAccounts } from './scim/scim-routes.ts'

export interface ServiceSettings {
  dataDir: string
  databaseUrl?: string
  /** An empty database made before, for tests. */
  templateFile?: string
  /** The file with the key of private text, where it is not in the data folder. */
  keyFile?: string
  frameworkRoot: string
  now: () => Date
  /** For the people of an organisation, rather than for one person. */
  team?: TeamChoice & { scimAccounts?: ScimAccounts }
}

export async function openServices(settings: ServiceSettings): Promise<Services> {
  // Loaded late: the database engine is large, and the server can listen while it comes in.
  const { openStore } = await import('../store/open.ts')
  const { dataDir, databaseUrl, now } = settings
  const { templateFile, keyFile } = settings
  const database = {
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(templateFile === undefined ? {} : { templateFile }),
    ...(keyFile === undefined ? {} : { keyFile }),
  }
  const reading = readBuiltInFramework(settings.frameworkRoot)
  reading.catch(() => undefined)
  const store = await openStore({ dataDir, now, ...database })
  const dataPlace = databaseUrl === undefined ? store.places.root : 'a Postgres server'
  try {
    const teamOrgId = settings.team === undefined ? null : await findOrMakeTeamOrg(store, settings.team)
    const { scimAccounts = null } = settings.team ?? {}
    return await servicesOn({ store, current: await reading, now, dataPlace, teamOrgId, scimAccounts })
  } catch (error) {
    await store.close()
    throw error
  }
}

/** On a store that is open already. */
export async function servicesOn(
  needs: Pick<Services, 'store' | 'current' | 'now' | 'dataPlace'> &
    Partial<Pick<Services, 'teamOrgId' | 'scimAccounts'>>,
): Promise<Services> {
  const { store, current, teamOrgId = null, scimAccounts = null } = needs
  await keepFramework(store, current, teamOrgId)
  const journals = journalShelf(store)
  const together = togetherShelf()
  const { owner, forgetOwner } = ownerOf(store)
  return {
    ...needs,
    teamOrgId,
    scimAccounts,
    frameworks: frameworkShelf(store, current),
    imports: importDesk(join(store.places.run, 'imports'), needs.now),
    captures: captureDesk(join(store.places.run, 'captures')),
    journals,
    together,
    owner,
    forgetOwner: () => {
      forgetOwner()
      journals.forget()
      together.forget()
    },
    alone: oneAfterTheOther(),
    newId: randomUUID,
  }
}

/** Each action begins when the one before it has ended, well or badly. */
function oneAfterTheOther(): Services['alone'] {
  let last: Promise<unknown> = Promise.resolve()
  return (action) => {
    const mine = last.then(action, action)
    last = mine.catch(() => undefined)
    return mine
  }
}

/** Asked on every request, so it is remembered until something may have replaced the person. */
function ownerOf(store: Store): Pick<Services, 'owner' | 'forgetOwner'> {
  let known: Promise<SignedIn> | null = null
  const find = async (): Promise<SignedIn> => {
    const viewer = await store.personalViewer()
    if (viewer.personId === null) throw new Error('The personal viewer has no person.')
    return { viewer, personId: viewer.personId }
  }
  return {
    owner() {
      known ??= find().catch((error: unknown) => {
        known = null
        throw error
      })
      return known
    },
    forgetOwner() {
      known = null
    },
  }
}

/**
 * A changed built-in folder becomes a new version; nobody's assessments move. Folders of one's own that a crash left
 * on their way are put right by what the database says.
 */
export async function keepFramework(
  store: Store,
  current: CurrentFramework,
  teamOrgId: string | null,
): Promise<void> {
  const viewer =
    teamOrgId === null
      ? await store.personalViewer()
      : // The program itself: nobody has published what came with it.
        { ...visitor(teamOrgId), adminOf: ['frameworks' as const] }
  const published = await store.withViewer(viewer, async (tx) => {
    const known = await listPublications(tx)
    if (!known.some((one) => one.digest === current.digest)) await keepBuiltIn(tx, current)
    return known
  })
  mendFrameworkFolders(store.places, (id, filesHash) =>
    published.some((one) => one.frameworkId === id && one.filesHash === filesHash),
  )
}

async function keepBuiltIn(tx: ViewerTransaction, current: CurrentFramework): Promise<void> {
  const digest = await saveFrameworkVersion(tx, current.framework)
  await savePublication(tx, {
    digest,
    frameworkId: current.framework.id,
    effectiveFrom: null,
    note: '',
    approvers: [],
    source: 'built-in',
    filesHash: null,
  })
}
