// A person of an organisation as a viewer, with the grants they have at this moment.
import { type Viewer, visitor } from '../src/core/access/viewer.ts'
import { findViewer } from '../src/store/find-viewer.ts'
import type { Store } from '../src/store/open.ts'

export async function personViewer(store: Store, orgId: string, personId: string): Promise<Viewer> {
  const viewer = await store.withViewer(visitor(orgId), (tx) => findViewer(tx, personId))
  if (viewer === null) throw new Error('Nobody of this organisation.')
  return viewer
}
