// Keeps a change of the list of people, and closes the ways in that a directory named by a key which somebody has no more.
import { applyEffects, type Key, type PeopleList } from '../../core/organisation/people-list.ts'
import { type NewListChange, saveListChange } from '../../store/organisation/list-changes.ts'
import { removeProvisionedAccount } from '../../store/sign-in/provisioned-accounts.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'

/** Against the list it was worked out from. The caller has decided that the viewer may. */
export async function keepListChange(
  tx: ViewerTransaction,
  { newId, scimAccounts }: Services,
  list: PeopleList,
  change: Omit<NewListChange, 'newId'>,
): Promise<void> {
  await saveListChange(tx, list, { ...change, newId })
  if (scimAccounts === null) return
  const { issuer, subject } = scimAccounts
  const after = applyEffects(list, change.changes)
  const keyIn = (of: PeopleList, personId: string) => (of.people.get(personId) as Key | undefined)?.[subject]
  for (const { personId } of change.changes) {
    const earlier = keyIn(list, personId) ?? null
    if (earlier !== null && earlier !== keyIn(after, personId))
      await removeProvisionedAccount(tx, { personId, issuer, subject: earlier })
  }
}
