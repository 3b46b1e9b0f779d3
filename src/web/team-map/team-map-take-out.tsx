// Taking the team map out as a table: for a stated purpose, and the people in it are told.
import { useId, useState } from 'react'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { teamMapWords } from '../words/team-map.ts'
import { useTakeOutTeamMap } from './use-team-map.ts'

/** As the server asks for it: a sentence rather than a word. */
const SHORTEST = 10

export function TeamMapTakeOut() {
  const id = useId()
  const [purpose, setPurpose] = useState('')
  const takeOut = useTakeOutTeamMap()
  const isReady = purpose.trim().length >= SHORTEST && !takeOut.isPending
  return (
    <section className="section stack no-print">
      <h2>{teamMapWords.takeOut}</h2>
      <div className="field team-map-narrow">
        <label htmlFor={id}>{teamMapWords.what}</label>
        <input
          id={id}
          className="input"
          maxLength={500}
          aria-describedby={`${id}hint`}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
        />
        <span className="field-hint" id={`${id}hint`}>
          {teamMapWords.takeOutHelp}
        </span>
      </div>
      <ProblemLine error={takeOut.error} />
      <div className="actions">
        {(['csv', 'xlsx'] as const).map((form) => (
          <button
            key={form}
            type="button"
            className="button"
            disabled={!isReady}
            onClick={() => takeOut.mutate({ form, purpose: purpose.trim() })}
          >
            {teamMapWords[form]}
          </button>
        ))}
      </div>
      <Reading>{takeOut.isSuccess ? teamMapWords.takenOut : ''}</Reading>
    </section>
  )
}
