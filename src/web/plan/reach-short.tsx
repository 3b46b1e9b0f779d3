// How far one's levels reach towards a role, in one sentence. Nothing where nobody has rated.
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { readinessRange } from '../../core/planning/readiness-range.ts'
import { useStanding } from '../levels/use-standing.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { standingWords } from '../words/standing.ts'

export function ReachShort({ role }: { role: string }) {
  const { framework, levels } = useStanding()
  const range = useMemo(() => readinessRange(framework, levels.estimates, role), [framework, levels, role])
  if (levels.measured.levels.size === 0 || range.coverage === null) return null
  return (
    <p className="small no-print">
      {standingWords.you(range.words[0] ?? '')}{' '}
      <Link to="/levels" search={{ by: role }}>
        {standingWords.title}
      </Link>{' '}
      <WhoCanSee of="rating" />
    </p>
  )
}
