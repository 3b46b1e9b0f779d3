// Inside an organisation: what was chosen to share, for one colleague to read here until it is withdrawn.
import { useState } from 'react'
import type { ShareChoice } from '../../core/share/build-share.ts'
import { useSession } from '../data/use-session.ts'
import type { Member } from '../organisation/api-organisation.ts'
import { ColleagueField } from '../organisation/colleague-field.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { useHandOver } from '../team-map/use-team-map.ts'
import { handoverWords } from '../words/handover.ts'

/** Nothing in personal use. `count`: how much was chosen. */
export function HandOverHere(props: { words: string; role: boolean; choice: ShareChoice; count: number }) {
  const { words, role, choice, count } = props
  const session = useSession()
  const [colleague, setColleague] = useState<Member | null>(null)
  const [destination, setDestination] = useState(false)
  const handOver = useHandOver()
  if (session?.kind !== 'team') return null
  const isReady = colleague !== null && (count > 0 || destination) && !handOver.isPending
  return (
    <section className="stack no-print">
      <h3>{handoverWords.title}</h3>
      <p className="small quiet">{handoverWords.lead}</p>
      <ColleagueField
        label={handoverWords.to}
        hint={handoverWords.toHint}
        unknown={handoverWords.unknown}
        onChange={setColleague}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={destination}
          onChange={(event) => setDestination(event.target.checked)}
        />{' '}
        <span>{handoverWords.destination}</span>
      </label>
      <ProblemLine error={handOver.error} />
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={!isReady}
          onClick={() => {
            if (colleague !== null)
              handOver.mutate({ recipientId: colleague.id, words, role, choice, destination })
          }}
        >
          {handoverWords.handOver}
        </button>
      </div>
      <Reading>{handOver.isSuccess ? handoverWords.done(handOver.data.content.to) : ''}</Reading>
    </section>
  )
}
