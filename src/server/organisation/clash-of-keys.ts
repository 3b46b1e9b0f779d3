// Whether what other programs call somebody is somebody else's already.
import type { MemberEffects } from '../../core/organisation/people-list.ts'
import { findByKey } from '../../store/organisation/people-list.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'

export interface KeyClash {
  field: 'userName' | 'externalId'
  message: string
}

export async function clashOfKeys(
  tx: ViewerTransaction,
  changes: readonly MemberEffects[],
): Promise<KeyClash | null> {
  for (const { personId, effects } of changes)
    for (const effect of effects) {
      if (effect.kind !== 'key') continue
      const { userName, externalId } = effect.after
      const byName = userName === null ? null : await findByKey(tx, { userName })
      if (byName !== null && byName !== personId)
        return { field: 'userName', message: `Somebody else has the user name ${userName}.` }
      const byId = externalId === null ? null : await findByKey(tx, { externalId })
      if (byId !== null && byId !== personId)
        return { field: 'externalId', message: `Somebody else has the id ${externalId}.` }
    }
  return null
}
