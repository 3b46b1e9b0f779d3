// Makes an invitation for one person of the list, shows its link this once, and calls off one that nobody used yet.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ApiError } from '../api.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { inviteWords } from '../words/account.ts'
import { dateWords } from '../words/date.ts'
import { callOffInvitation, type Invitation, inviteMember, listInvitations } from './api-account.ts'

const INVITATIONS = ['invitations']

interface Props {
  person: { id: string; displayName: string }
}

export function InviteMember({ person }: Props) {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: INVITATIONS })
  const invitations = useQuery({ queryKey: INVITATIONS, queryFn: listInvitations })
  const open = invitations.data?.find((one) => one.personId === person.id && isOpen(one))
  const invite = useMutation({
    mutationFn: async () => {
      const made = await inviteMember(person.id)
      if (!made.ok) throw new ApiError(made.failure)
      return made.value.url
    },
    onSettled,
  })
  const callOff = useMutation({
    mutationFn: async () => {
      const calledOff = await callOffInvitation(person.id)
      if (!calledOff.ok) throw new ApiError(calledOff.failure)
    },
    onSuccess: () => invite.reset(),
    onSettled,
  })
  const isBusy = invite.isPending || callOff.isPending
  return (
    <>
      <button
        type="button"
        className="button"
        data-look="plain"
        aria-label={inviteWords.inviteNamed(person.displayName)}
        disabled={isBusy}
        onClick={() => {
          callOff.reset()
          invite.mutate()
        }}
      >
        {inviteWords.invite}
      </button>
      {invite.data === undefined ? null : <InvitationLink name={person.displayName} url={invite.data} />}
      {open === undefined ? null : (
        <div className="stack-s">
          <p>{inviteWords.open(dateWords.minute(open.expiresAt))}</p>
          <div className="actions">
            <button
              type="button"
              className="button"
              data-look="plain"
              aria-label={inviteWords.callOffNamed(person.displayName)}
              disabled={isBusy}
              onClick={() => callOff.mutate()}
            >
              {inviteWords.callOff}
            </button>
          </div>
        </div>
      )}
      <p role="status">{callOff.isSuccess ? inviteWords.calledOff(person.displayName) : ''}</p>
      <ProblemLine error={invite.error ?? callOff.error ?? invitations.error} />
    </>
  )
}

function isOpen({ usedAt, expiresAt }: Invitation): boolean {
  return usedAt === null && expiresAt > new Date().toISOString()
}

function InvitationLink({ name, url }: { name: string; url: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <div className="stack-s invitation-link">
      <p role="status">{inviteWords.made(name)}</p>
      <input ref={field} className="input" readOnly aria-label={inviteWords.link(name)} value={url} />
      <CopyButton text={url} />
    </div>
  )
}
