// One line about something that was not saved, and what mends it.
import { ApiError } from '../api.ts'
import { explainProblem, troubleWords } from '../words/trouble.ts'

export function ProblemLine({ error }: { error: unknown }) {
  if (!error) return null
  return (
    <p className="field-error" role="alert">
      {error instanceof ApiError ? explainProblem(error.problem) : troubleWords.fallback}
    </p>
  )
}
