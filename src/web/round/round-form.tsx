// Starting a round: what for, about whom, which skills, who rates, who reads it, and until when.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RaterKind } from '../../core/assessment/assessment.ts'
import type { Purpose } from '../../core/round/round.ts'
import { useFramework } from '../data/use-framework.ts'
import { useOnce } from '../data/use-once.ts'
import { inDays } from '../organisation/in-days.ts'
import { useReports } from '../organisation/use-reports.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { kindWords, roundWords } from '../words/rounds.ts'
import { type Named, type StartRound, startRound } from './api-rounds.ts'
import { ChooseColleagues } from './choose-colleagues.tsx'
import { ChooseConfidential } from './choose-confidential.tsx'
import { ChoosePurpose } from './choose-purpose.tsx'
import { ChooseSkills } from './choose-skills.tsx'
import { useRoundChange } from './use-rounds.ts'

const KINDS: RaterKind[] = ['self', 'manager', 'peer', 'report', 'client']
const THREE_WEEKS = 21

export function RoundForm({ isOrganiser }: { isOrganiser: boolean }) {
  const framework = useFramework()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [purpose, setPurpose] = useState<Purpose>('development')
  const [people, setPeople] = useState<Named[]>([])
  const [skills, setSkills] = useState<string[]>([])
  const [kinds, setKinds] = useState<RaterKind[]>(['self', 'manager', 'peer'])
  const [confidential, setConfidential] = useState(false)
  const [managerSees, setManagerSees] = useState(false)
  const [endsOn, setEndsOn] = useState(() => inDays(THREE_WEEKS))
  const once = useOnce()
  const start = useRoundChange(
    (command: StartRound) => once(command, (key) => startRound(command, key)),
    ({ round }) => navigate({ to: '/rounds/$id', params: { id: round.id } }),
  )
  const toggle = (kind: RaterKind) =>
    setKinds(KINDS.filter((one) => (one === kind ? !kinds.includes(one) : kinds.includes(one))))
  return (
    <form
      className="stack-l"
      onSubmit={(event) => {
        event.preventDefault()
        start.mutate({
          title,
          purpose,
          confidential,
          managerSees,
          skills,
          kinds,
          subjects: people.map(({ id }) => id),
          endsOn,
        })
      }}
    >
      <label className="field">
        <span className="field-label">{roundWords.name}</span>
        <input
          className="input"
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <ChoosePurpose purpose={purpose} onChange={setPurpose} />
      {isOrganiser ? (
        <ChooseColleagues label={roundWords.whom} chosen={people} without={[]} onChange={setPeople} />
      ) : (
        <ChooseReports chosen={people} onChange={setPeople} />
      )}
      <ChooseSkills framework={framework} chosen={skills} onChange={setSkills} />
      <fieldset className="field">
        <legend className="field-label">{roundWords.kinds}</legend>
        {KINDS.map((kind) => (
          <label key={kind} className="tick">
            <input type="checkbox" checked={kinds.includes(kind)} onChange={() => toggle(kind)} />
            <span>{kindWords[kind]}</span>
          </label>
        ))}
        <span className="field-hint">{roundWords.kindsHint}</span>
      </fieldset>
      <ChooseConfidential
        people={people}
        kinds={kinds}
        skills={skills}
        confidential={confidential}
        onChange={setConfidential}
      />
      <div className="field">
        <label className="tick">
          <input
            type="checkbox"
            checked={managerSees}
            onChange={(event) => setManagerSees(event.target.checked)}
          />
          <span>{confidential ? roundWords.managerSeesNamed : roundWords.managerSees}</span>
        </label>
        <span className="field-hint">
          {confidential ? roundWords.managerSeesNamedHint : roundWords.managerSeesHint}
        </span>
      </div>
      <label className="field">
        <span className="field-label">{roundWords.lastDay}</span>
        <input
          type="date"
          className="input"
          required
          value={endsOn}
          onChange={(event) => setEndsOn(event.target.value)}
        />
      </label>
      <div className="actions">
        <button
          type="submit"
          className="button"
          data-look="main"
          disabled={start.isPending || people.length === 0 || skills.length === 0}
        >
          {roundWords.begin}
        </button>
        {people.length === 0 || skills.length === 0 ? (
          <span className="small quiet">{roundWords.stillMissing}</span>
        ) : null}
      </div>
      <ProblemLine error={start.error} />
    </form>
  )
}

function ChooseReports(props: { chosen: readonly Named[]; onChange: (people: Named[]) => void }) {
  const { chosen, onChange } = props
  const reports = useReports()
  const has = (id: string) => chosen.some((one) => one.id === id)
  return (
    <fieldset className="field">
      <legend className="field-label">{roundWords.whom}</legend>
      {reports.map((one) => (
        <label key={one.id} className="tick">
          <input
            type="checkbox"
            checked={has(one.id)}
            onChange={() =>
              onChange(has(one.id) ? chosen.filter(({ id }) => id !== one.id) : [...chosen, one])
            }
          />
          <span>{one.name}</span>
        </label>
      ))}
      <span className="field-hint">{roundWords.whomOfManager}</span>
    </fieldset>
  )
}
