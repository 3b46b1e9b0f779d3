// Inside an organisation: the feedback goes to the colleague it is for, who reads it here until it is taken back.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useKind } from '../data/use-session.ts'
import type { Member } from '../organisation/api-organisation.ts'
import { ColleagueField } from '../organisation/colleague-field.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { useHandOver, useWithdrawHandover } from '../team-map/use-team-map.ts'
import { handoverWords } from '../words/handover.ts'
import { sayWords } from '../words/say.ts'

const NOTHING_CHOSEN = { evidence: [], told: [], levels: [], areas: [] }

/** Nothing in personal use. */
export function SaySend({ text }: { text: string }) {
  const [colleague, setColleague] = useState<Member | null>(null)
  const send = useHandOver()
  const back = useWithdrawHandover()
  if (useKind() !== 'team') return null
  const isSent =
    send.isSuccess &&
    !back.isSuccess &&
    send.variables.words === text &&
    send.variables.recipientId === colleague?.id
  const onSend = () => {
    if (colleague === null) return
    back.reset()
    const nothing = { role: false, choice: NOTHING_CHOSEN, destination: false }
    send.mutate({ recipientId: colleague.id, words: text, ...nothing })
  }
  return (
    <section className="stack-s no-print" aria-label={sayWords.sendTitle}>
      <h3>{sayWords.sendTitle}</h3>
      <p className="small quiet">{handoverWords.lead}</p>
      <ColleagueField
        label={handoverWords.to}
        hint={handoverWords.toHint}
        unknown={handoverWords.unknown}
        onChange={setColleague}
      />
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={colleague === null || isSent || send.isPending}
          onClick={onSend}
        >
          {sayWords.send}
        </button>
        {isSent ? (
          <button
            type="button"
            className="button"
            data-look="plain"
            disabled={back.isPending}
            onClick={() => back.mutate(send.data.id)}
          >
            {sayWords.sendBack}
          </button>
        ) : null}
      </div>
      <Reading>
        {isSent ? handoverWords.done(send.data.content.to) : back.isSuccess ? sayWords.sentBack : ''}
      </Reading>
      <ProblemLine error={send.error ?? back.error} />
      <p className="small quiet">
        {sayWords.sentWhere} <Link to="/share">{sayWords.sentList}</Link>.
      </p>
    </section>
  )
}
