// What became of a framework: any two versions that are stored here, compared by meaning.
import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useId, useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { diffFrameworks } from '../../core/revision/diff-frameworks.ts'
import { sectionsOf } from '../../core/revision/diff-sections.ts'
import { summariseDiff } from '../../core/revision/diff-summary.ts'
import { frameworkQuery } from '../data/queries.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Reading } from '../parts/reading.tsx'
import { Waiting } from '../parts/shell.tsx'
import { Missing } from '../parts/trouble.tsx'
import { dateWords } from '../words/date.ts'
import { diffWords } from '../words/diff.ts'
import type { FrameworkVersion } from './api-versions.ts'
import { ChangeList } from './change-list.tsx'
import { findVersion } from './find-version.ts'
import { frameworkVersionsQuery } from './framework-queries.ts'
import './diff.css'

export function DiffPage() {
  const params = useParams({ from: '/frameworks/diff/$a/$b' })
  const versions = useSuspenseQuery(frameworkVersionsQuery).data
  const [a, b] = [findVersion(versions, params.a), findVersion(versions, params.b)]
  const [before, after] = useQueries({
    queries: [a, b].map((version) => ({
      ...frameworkQuery(version?.digest ?? ''),
      enabled: version !== undefined,
    })),
  })
  if (a === undefined || b === undefined) return <Missing text={diffWords.missing} />
  const trouble = before?.error ?? after?.error
  if (trouble) throw trouble
  return (
    <>
      <PageHead
        title={a.name === b.name ? diffWords.title(b.name) : diffWords.titleAcross(a.name, b.name)}
        eyebrow={diffWords.eyebrow}
      >
        <Choosers versions={versions} a={a.digest} b={b.digest} />
      </PageHead>
      {before?.data && after?.data ? <Changes before={before.data} after={after.data} /> : <Waiting />}
    </>
  )
}

function Choosers({ versions, a, b }: { versions: FrameworkVersion[]; a: string; b: string }) {
  const navigate = useNavigate()
  const go = (first: string, second: string) =>
    void navigate({
      to: '/frameworks/diff/$a/$b',
      params: { a: first, b: second },
      replace: true,
      resetScroll: false,
    })
  return (
    <div className="compare-choosers diff-choosers no-print">
      <VersionPicker
        versions={versions}
        label={diffWords.before}
        value={a}
        onChange={(digest) => go(digest, b)}
      />
      <VersionPicker
        versions={versions}
        label={diffWords.after}
        value={b}
        onChange={(digest) => go(a, digest)}
      />
      <button type="button" className="button" onClick={() => go(b, a)}>
        {diffWords.swap}
      </button>
    </div>
  )
}

function VersionPicker(props: {
  versions: FrameworkVersion[]
  label: string
  value: string
  onChange: (digest: string) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="select"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.versions.map(({ digest, name, version, firstUsedAt }) => (
          <option key={digest} value={digest}>
            {diffWords.version(name, version, dateWords.minute(firstUsedAt))}
          </option>
        ))}
      </select>
    </div>
  )
}

function Changes({ before, after }: { before: Framework; after: Framework }) {
  const diff = useMemo(() => diffFrameworks(before, after), [before, after])
  if (before === after) return <p>{diffWords.same}</p>
  return (
    <>
      <Reading>{summariseDiff(diff).join(' ')}</Reading>
      {diff.changes.length === 0 ? null : <p className="quiet small">{diffWords.help}</p>}
      {sectionsOf(diff).map((section) => (
        <ChangeList key={section.name} section={section} />
      ))}
    </>
  )
}
