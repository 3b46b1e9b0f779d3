// What a page shows instead of itself when it cannot be read, and when there is no such page.
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { ApiError, whereWeAre } from '../api.ts'
import { shellWords } from '../words/shell.ts'
import { explainLostPart, explainProblem, troubleWords } from '../words/trouble.ts'
import { usePageTitle } from './page-head.tsx'

interface TroubleProps {
  error: unknown
  reset?: () => void
}

const NOT_THERE = 404

/** Where nothing is there, or nothing that one may see, trying again would not help: the page says so instead. */
export function Trouble({ error, reset }: TroubleProps) {
  if (error instanceof ApiError && error.problem.status === NOT_THERE)
    return <Missing text={explainProblem(error.problem)} />
  return <NotOpened error={error} {...(reset === undefined ? {} : { reset })} />
}

function NotOpened({ error, reset }: TroubleProps) {
  usePageTitle(troubleWords.title)
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const again = () => {
    // A part that could not be loaded is remembered as lost until the page starts afresh.
    if (isLostPart(error)) return location.reload()
    queries.reset()
    reset?.()
    void router.invalidate()
  }
  const isLost = isLostPart(error)
  const text =
    error instanceof ApiError
      ? explainProblem(error.problem)
      : isLost
        ? explainLostPart(whereWeAre())
        : troubleWords.fallback
  return (
    <div className="notice" data-tone="trouble" role="alert">
      <h1>{troubleWords.title}</h1>
      <p>{text}</p>
      {error instanceof ApiError || isLost ? null : <p className="small quiet">{String(error)}</p>}
      <div className="actions">
        <button type="button" className="button" onClick={again}>
          {troubleWords.again}
        </button>
        <Link to="/" className="button" data-look="plain">
          {troubleWords.start}
        </Link>
      </div>
    </div>
  )
}

/** A page's own code did not arrive: the program was stopped, or was replaced by a newer one meanwhile. */
function isLostPart(error: unknown): boolean {
  return error instanceof TypeError && /module|import/i.test(error.message)
}

export function Missing({ text = troubleWords.missing }: { text?: string }) {
  usePageTitle(troubleWords.missingTitle)
  return (
    <div className="stack">
      <h1>{troubleWords.missingTitle}</h1>
      <p>{text}</p>
      <div className="actions">
        <Link to="/" className="button" data-look="main">
          {troubleWords.start}
        </Link>
        <Link to="/roles" className="button">
          {shellWords.roles}
        </Link>
        <Link to="/skills" className="button">
          {shellWords.skills}
        </Link>
      </div>
    </div>
  )
}
