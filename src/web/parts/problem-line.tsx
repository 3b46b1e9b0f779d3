// What was not saved or read, what mends it, and the fields that did not fit.
import { ApiError, type Problem } from '../api.ts'
import { explainProblem, problemFields, troubleWords } from '../words/trouble.ts'

const FIELDS_SHOWN = 5

export function ProblemLine({ error }: { error: unknown }) {
  if (!error) return null
  return (
    <div className="problem" role="alert">
      <p className="field-error">
        {error instanceof ApiError ? explainProblem(error.problem) : troubleWords.fallback}
      </p>
      {error instanceof ApiError ? <Fields problem={error.problem} /> : null}
    </div>
  )
}

function Fields({ problem }: { problem: Problem }) {
  const fields = problemFields(problem)
  const more = fields.length - FIELDS_SHOWN
  return (
    <>
      {fields.length > 0 ? (
        <ul className="marked-list small">
          {fields.slice(0, FIELDS_SHOWN).map((field) => (
            <li key={field}>{field}</li>
          ))}
          {more > 0 ? <li>{troubleWords.moreFields(more)}</li> : null}
        </ul>
      ) : null}
      {problem.requestId ? <p className="small quiet">{troubleWords.request(problem.requestId)}</p> : null}
    </>
  )
}
