// What is saved, what waits, and what somebody has to choose.
import type { Framework } from '../../core/framework/framework.ts'
import type { RatingKeeper, Unsaved } from '../data/rating-keeper.ts'
import { assessWords } from '../words/assess.ts'
import { skillName } from '../words/names.ts'
import { contentInWords } from '../words/rating.ts'
import { explainProblem } from '../words/trouble.ts'

interface StateProps {
  framework: Framework
  keeper: RatingKeeper
  unsaved: readonly Unsaved[]
}

export function SaveState({ framework, keeper, unsaved }: StateProps) {
  const waiting = unsaved.find((one) => one.state === 'waiting')
  const isSaving = unsaved.some((one) => one.state === 'saving')
  return (
    <div className="stack">
      <p className="small quiet" role="status">
        {waiting ? assessWords.waiting : isSaving ? assessWords.saving : assessWords.saved}
      </p>
      {waiting?.problem ? <p className="small quiet">{explainProblem(waiting.problem)}</p> : null}
      {unsaved.map((one) =>
        one.state === 'conflict' ? (
          <Conflict key={one.skill} framework={framework} keeper={keeper} conflict={one} />
        ) : one.state === 'refused' ? (
          <Refused key={one.skill} framework={framework} keeper={keeper} refused={one} />
        ) : null,
      )}
    </div>
  )
}

function Conflict(props: { framework: Framework; keeper: RatingKeeper; conflict: Unsaved }) {
  const { framework, keeper, conflict } = props
  const { skill, content, other } = conflict
  return (
    <div className="notice" data-tone="trouble" role="alert">
      <h2>{assessWords.conflictTitle}</h2>
      <p>{assessWords.conflict(skillName(framework, skill))}</p>
      <div className="columns">
        <div className="stack-s">
          <h3>{assessWords.mine}</h3>
          <p>{content ? contentInWords(framework, content) : '–'}</p>
          {content?.note ? <p className="small">{assessWords.noteOf(content.note)}</p> : null}
          <button type="button" className="button" onClick={() => keeper.choose(skill, 'mine')}>
            {assessWords.keepMine}
          </button>
        </div>
        <div className="stack-s">
          <h3>{assessWords.theirs}</h3>
          <p>{other ? contentInWords(framework, other) : assessWords.conflictGone}</p>
          {other?.note ? <p className="small">{assessWords.noteOf(other.note)}</p> : null}
          <button type="button" className="button" onClick={() => keeper.choose(skill, 'theirs')}>
            {assessWords.keepTheirs}
          </button>
        </div>
      </div>
    </div>
  )
}

function Refused(props: { framework: Framework; keeper: RatingKeeper; refused: Unsaved }) {
  const { framework, keeper, refused } = props
  return (
    <div className="notice" data-tone="trouble" role="alert">
      <p>
        {assessWords.refused(skillName(framework, refused.skill))}{' '}
        {refused.problem ? explainProblem(refused.problem) : null}
      </p>
      {refused.content?.note ? <p className="small">{assessWords.noteOf(refused.content.note)}</p> : null}
      <button type="button" className="button" onClick={() => keeper.letGo(refused.skill)}>
        {assessWords.letGo}
      </button>
    </div>
  )
}
