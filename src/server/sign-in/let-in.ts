// What a proof of who somebody is leads to: a session, a first way in, another one, or a session that is fresh again.
import { ordinaryViewer, type Viewer, visitor } from '../../core/access/viewer.ts'
import type { AccountEventKind } from '../../core/account/account.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { findViewer } from '../../store/find-viewer.ts'
import { saveAccountEvent } from '../../store/sign-in/account-events.ts'
import type { Bound } from '../../store/sign-in/accounts.ts'
import { findInvitation, saveInvitationUsed } from '../../store/sign-in/invitations.ts'
import { removeSessionOf } from '../../store/sign-in/sessions.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import { orgOf } from './attempts.ts'
import { hashSecret } from './launch-links.ts'
import { beginTeamSession } from './team-sessions.ts'

export interface Coming {
  personId: string
  /** What the browser calls itself. */
  browser: string | undefined
  /** The secret of the session that this browser had until now. */
  earlier: string | undefined
}

/**
 * A session with a secret of its own, so that nobody can prepare one for somebody else; the browser's earlier one ends.
 * Returns the cookie.
 */
export async function letIn(services: Services, origin: string, coming: Coming): Promise<string> {
  const { personId, browser, earlier } = coming
  await services.store.withViewer(ordinaryViewer(orgOf(services), personId), async (tx) => {
    if (earlier !== undefined) await removeSessionOf(tx, hashSecret(earlier))
    await saveAccountEvent(tx, personId, 'signed-in')
  })
  return beginTeamSession(services, origin, { personId, browser })
}

/** Who somebody is at this moment; null where they are not on the list, or have left. */
export async function viewerNow(services: Services, personId: string): Promise<Viewer | null> {
  return services.store.withViewer(visitor(orgOf(services)), (tx) => findViewer(tx, personId))
}

/** Whom a link invites; null where it was used, called off or ran out, or where the person has left. */
export async function invitedBy(
  services: Services,
  tokenHash: string,
): Promise<{ invitationId: string; viewer: Viewer; expiresAt: string } | null> {
  return services.store.withViewer(visitor(orgOf(services)), async (tx) => {
    const invitation = await findInvitation(tx, tokenHash)
    if (invitation === null) return null
    const viewer = await findViewer(tx, invitation.personId)
    return viewer === null ? null : { invitationId: invitation.id, viewer, expiresAt: invitation.expiresAt }
  })
}

/** Uses an invitation up and binds what was proved to the invited person, both or neither. */
export async function join(
  services: Services,
  tokenHash: string,
  added: AccountEventKind,
  bind: (tx: ViewerTransaction, personId: string) => Promise<Bound>,
): Promise<Result<{ personId: string }, 'invitation' | 'taken'>> {
  const invited = await invitedBy(services, tokenHash)
  const personId = invited?.viewer.personId ?? null
  if (invited === null || personId === null) return fail('invitation')
  return services.store.withViewer(invited.viewer, async (tx) => {
    if (!(await saveInvitationUsed(tx, invited.invitationId))) return fail('invitation')
    const bound = await bind(tx, personId)
    if (bound === 'taken') return fail('taken')
    await saveAccountEvent(tx, personId, 'joined')
    if (bound === 'added') await saveAccountEvent(tx, personId, added)
    return succeed({ personId })
  })
}
