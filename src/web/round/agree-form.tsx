// Proposes agreed levels: for each chosen skill the level both see, and what will be seen as proof by when.
import { useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { type AgreedLevel, LONGEST_PROOF } from '../../core/round/agreement.ts'
import type { Purpose } from '../../core/round/round.ts'
import { useOnce } from '../data/use-once.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { levelName } from '../words/level.ts'
import { skillName } from '../words/names.ts'
import { agreementWords, openingWords } from '../words/rounds.ts'
import { type Named, proposeAgreement } from './api-rounds.ts'
import { useRoundChange } from './use-rounds.ts'

interface Props {
  framework: Framework
  digest: string
  purpose: Purpose
  other: Named
  skills: readonly string[]
}

type Draft = Record<string, { level: string; proof: string; by: string }>

export function AgreeForm({ framework, digest, purpose, other, skills }: Props) {
  const [draft, setDraft] = useState<Draft>({})
  const once = useOnce()
  const propose = useRoundChange(
    (items: AgreedLevel[]) => {
      const proposal = { with: other.id, frameworkDigest: digest, purpose, items }
      return once(proposal, (key) => proposeAgreement(proposal, key))
    },
    () => setDraft({}),
  )
  const items = skills.flatMap((skill): AgreedLevel[] => {
    const one = draft[skill]
    if (one === undefined || one.level === '') return []
    return [{ skill, level: Number(one.level), proof: one.proof, by: one.by === '' ? null : one.by }]
  })
  /** What stands beside a level must not be lost because the level was forgotten: the field asks for it. */
  const needsLevel = (skill: string) => {
    const one = draft[skill]
    return one !== undefined && (one.proof.trim() !== '' || one.by !== '')
  }
  const change = (skill: string, part: Partial<Draft[string]>) =>
    setDraft({ ...draft, [skill]: { level: '', proof: '', by: '', ...draft[skill], ...part } })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        propose.mutate(items)
      }}
    >
      {skills.map((skill) => (
        <fieldset key={skill} className="rounds-item">
          <legend>{skillName(framework, skill)}</legend>
          <div className="rounds-fields">
            <label className="field">
              <span className="field-label">{agreementWords.level}</span>
              <select
                className="select"
                required={needsLevel(skill)}
                value={draft[skill]?.level ?? ''}
                onChange={(event) => change(skill, { level: event.target.value })}
              >
                <option value="">{openingWords.notAgreed}</option>
                {framework.scale.map(({ level }) => (
                  <option key={level} value={level}>
                    {levelName(framework, level)}
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              <span className="field-label">{agreementWords.proof}</span>
              <input
                className="input"
                maxLength={LONGEST_PROOF}
                value={draft[skill]?.proof ?? ''}
                onChange={(event) => change(skill, { proof: event.target.value })}
              />
            </label>
            <label className="field">
              <span className="field-label">{agreementWords.by}</span>
              <input
                type="date"
                className="input"
                value={draft[skill]?.by ?? ''}
                onChange={(event) => change(skill, { by: event.target.value })}
              />
            </label>
          </div>
        </fieldset>
      ))}
      <div className="actions">
        <button
          type="submit"
          className="button"
          data-look="main"
          disabled={propose.isPending || (items.length === 0 && !skills.some(needsLevel))}
        >
          {agreementWords.propose}
        </button>
        <p role="status">{propose.data === undefined ? '' : agreementWords.proposed}</p>
      </div>
      <ProblemLine error={propose.error} />
    </form>
  )
}
