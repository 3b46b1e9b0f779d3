// Makes an invitation for one person of the list, and shows its link this once.
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ApiError } from '../api.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { inviteWords } from '../words/account.ts'
import { inviteMember } from './api-account.ts'

export function InviteButton({ person }: { person: { id: string; displayName: string } }) {
  const invite = useMutation({
    mutationFn: async () => {
      const made = await inviteMember(person.id)
      if (!made.ok) throw new ApiError(made.failure)
      return made.value.url
    },
  })
  return (
    <>
      <button
        type="button"
        className="button"
        data-look="plain"
        aria-label={inviteWords.inviteNamed(person.displayName)}
        disabled={invite.isPending}
        onClick={() => invite.mutate()}
      >
        {inviteWords.invite}
      </button>
      <ProblemLine error={invite.error} />
      {invite.data === undefined ? null : <InvitationLink name={person.displayName} url={invite.data} />}
    </>
  )
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
