// One rating on its way to another version: why it is worth a look, old and new words, and what to do with it.
import type { Framework } from '../../core/framework/framework.ts'
import { type CarryOverItem, type Decision, possibleDecisions } from '../../core/revision/carry-over.ts'
import { carryOverWords } from '../words/carry-over.ts'
import { dateWords } from '../words/date.ts'
import { levelName } from '../words/level.ts'
import { skillName } from '../words/names.ts'
import { ChangeLine } from './change-list.tsx'

interface Props {
  before: Framework
  after: Framework
  item: CarryOverItem
  decision: Decision
  onDecide: (decision: Decision) => void
}

export function CarryOverLine({ before, after, item, decision, onDecide }: Props) {
  const { rating, skill } = item
  const old = skillName(before, rating.skill)
  const name = skill === null ? old : skillName(after, skill)
  const decisions = possibleDecisions(item)
  return (
    <li className="carry-item">
      <div className="stack-s">
        <h3>{old === name ? name : `${old} → ${name}`}</h3>
        <p className="small quiet">
          {rating.level === null
            ? carryOverWords.noLevel
            : `${carryOverWords.rated(levelName(before, rating.level))}${rating.approaching ? carryOverWords.approaching : ''}`}
        </p>
        {item.newer === null ? null : (
          <p>
            {carryOverWords.answeredThere(
              item.newer.level === null ? null : levelName(after, item.newer.level),
              dateWords.day(item.newer.ratedAt),
            )}
          </p>
        )}
        {item.reasons.map((reason) => (
          <p key={reason}>{carryOverWords.reasons[reason]}</p>
        ))}
        {skill !== null && item.content === null ? <p>{carryOverWords.cannotCarry}</p> : null}
      </div>
      {item.changes.length > 0 ? (
        <ul className="diff-lines">
          {item.changes.map((change) => (
            <li key={JSON.stringify(change)}>
              <ChangeLine change={change} />
            </li>
          ))}
        </ul>
      ) : null}
      {decisions.length > 1 ? (
        <fieldset className="no-print">
          <legend className="visually-hidden">{carryOverWords.decisionFor(name)}</legend>
          <div className="choices">
            {decisions.map((one) => (
              <label key={one} className="choice">
                <input
                  type="radio"
                  name={rating.revisionId}
                  checked={decision === one}
                  onChange={() => onDecide(one)}
                />
                <span>{carryOverWords.decisions[one]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
    </li>
  )
}
