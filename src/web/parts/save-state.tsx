// What is saved, what waits, and what somebody has to choose.
import type { Framework } from '../../core/framework/framework.ts'
import type { RatingKeeper, Unsaved } from '../assess/rating-keeper.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { assessWords } from '../words/assess.ts'
import { skillName } from '../words/names.ts'
import { contentInWords } from '../words/rating.ts'
import { explainProblem } from '../words/trouble.ts'

interface StateProps {
  framework: Framework
  keeper: RatingKeeper
  unsaved: readonly Unsaved[]
}

export function SaveState({ unsaved, of }: { unsaved: readonly Unsaved[]; of: 'rating' | 'ask' }) {
  const waiting = unsaved.find((one) => one.state === 'waiting')
  return (
    <div className="stack-s">
      <p className="small quiet">
        <span role="status">{sayState(unsaved)}</span> <WhoCanSee of={of} />
      </p>
      {waiting?.problem ? <p className="small quiet">{explainProblem(waiting.problem)}</p> : null}
    </div>
  )
}

function sayState(unsaved: readonly Unsaved[]): string {
  const is = (state: Unsaved['state']) => unsaved.some((one) => one.state === state)
  if (is('waiting')) return assessWords.waiting
  if (is('saving')) return assessWords.saving
  return unsaved.length > 0 ? assessWords.toChoose : assessWords.saved
}

/** What cannot go on without the person: shown before anything else. */
export function SaveTrouble({ framework, keeper, unsaved }: StateProps) {
  const stuck = unsaved.filter((one) => one.state === 'conflict' || one.state === 'refused')
  if (stuck.length === 0) return null
  return (
    <div className="stack assess-trouble">
      {stuck.map((one) =>
        one.state === 'conflict' ? (
          <Conflict key={one.skill} framework={framework} keeper={keeper} conflict={one} />
        ) : (
          <Refused key={one.skill} framework={framework} keeper={keeper} refused={one} />
        ),
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
