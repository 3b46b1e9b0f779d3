// A calm line where the map has a newer version, or where a move left something to look at.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { holdsOn } from '../../core/framework/publication.ts'
import type { Me } from '../api.ts'
import { meQuery } from '../data/queries.ts'
import { serverDay } from '../data/today.ts'
import { versionLineWords } from '../words/carry-over.ts'
import type { FrameworkVersion } from './api-versions.ts'
import { carryOversQuery, frameworkVersionsQuery } from './framework-queries.ts'
import { latestMove, looksLeft } from './looks-left.ts'

const KEY = 'skillmap.newer-version-seen'

export function VersionLine() {
  const me = useQuery(meQuery).data
  const versions = useQuery(frameworkVersionsQuery).data
  const moves = useQuery(carryOversQuery).data
  const [put, setPut] = useState(readSeen)
  if (!me || !versions || !moves) return null
  const newer = newerVersion(versions, me)
  const move = latestMove(moves, me)
  const left = looksLeft(move, me)
  if (newer !== undefined && newer.digest !== put)
    return (
      <Line text={versionLineWords.newer} to={newer.digest} link={versionLineWords.see}>
        <button
          type="button"
          className="button"
          data-look="plain"
          onClick={() => setPut(saveSeen(newer.digest))}
        >
          {versionLineWords.later}
        </button>
      </Line>
    )
  if (move !== undefined && left.length > 0)
    return (
      <Line text={versionLineWords.looks(left.length)} to={move.afterDigest} link={versionLineWords.look} />
    )
  return null
}

/** The newest published version of the framework in use that holds today, where it is not the one in use. */
function newerVersion(versions: readonly FrameworkVersion[], me: Me): FrameworkVersion | undefined {
  const newest = versions.find(
    (one) =>
      one.id === me.framework.id && one.publishedAt !== null && holdsOn(one.effectiveFrom, serverDay()),
  )
  return newest?.digest === me.framework.digest ? undefined : newest
}

function Line(props: { text: string; to: string; link: string; children?: React.ReactNode }) {
  return (
    <section className="shell-target" aria-label={versionLineWords.label}>
      <span>{props.text}</span>
      <Link to="/frameworks/move/$to" params={{ to: props.to }}>
        {props.link}
      </Link>
      {props.children}
    </section>
  )
}

function readSeen(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

/** Without storage the line stays away until the page is left. */
function saveSeen(digest: string): string {
  try {
    localStorage.setItem(KEY, digest)
  } catch {
    // Nothing else to do.
  }
  return digest
}
