// Bringing a framework: put a file in, see what was understood, correct it on its own rows, and use it.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { ImportKind, TableMapping } from '../../core/importing/import-source.ts'
import { IMPORT_KIND_NAMES } from '../../core/importing/import-words.ts'
import { useKind } from '../data/use-session.ts'
import { frameworksQuery } from '../framework/framework-queries.ts'
import { useUseFramework } from '../framework/use-frameworks.ts'
import { UseNotice } from '../framework/use-notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { bringWords } from '../words/bring.ts'
import { frameworksWords } from '../words/frameworks.ts'
import { BringMap } from './bring-map.tsx'
import { BringMapping } from './bring-mapping.tsx'
import { BringPeople } from './bring-people.tsx'
import { BringProgress } from './bring-progress.tsx'
import { BringDetails, BringRecognised } from './bring-reading.tsx'
import { BringSource } from './bring-source.tsx'
import { KeepImport } from './keep-import.tsx'
import { type Bring, type Kept, useBring } from './use-bring.ts'
import './bring.css'

export function BringPage() {
  const bring = useBring()
  const kind = useKind()
  const [kept, setKept] = useState<Kept | null>(null)
  const { sent, reading } = bring
  return (
    <div className="bring">
      <PageHead
        title={titleOf(sent?.reading.kind ?? null)}
        eyebrow={<Link to="/frameworks">{frameworksWords.title}</Link>}
      >
        {sent === null ? <p className="lead">{bringWords.lead}</p> : null}
        {sent === null && kind !== undefined ? <p className="quiet">{bringWords.about[kind]}</p> : null}
      </PageHead>
      {kept === null ? null : <AfterKeeping kept={kept} />}
      {sent === null && reading === null ? <BringSource onBring={bring.begin} /> : null}
      {sent === null && reading !== null ? <BringProgress name={reading} onCancel={bring.cancel} /> : null}
      <ProblemLine error={bring.error} />
      {sent !== null && kept === null ? <Preview bring={bring} onKept={setKept} /> : null}
    </div>
  )
}

/** A table of people is no framework. */
function titleOf(kind: ImportKind | null): string {
  return kind === 'people-grid' ? bringWords.titlePeople : bringWords.title
}

function Preview({ bring, onKept }: { bring: Bring; onKept: (kept: Kept) => void }) {
  const { frameworks } = useSuspenseQuery(frameworksQuery).data
  const { sent, choices, reading, correct } = bring
  if (sent === null) return null
  const mapping: TableMapping | null = choices.mapping ?? sent.reading.mapping
  const { framework } = sent.reading
  return (
    <>
      <div className="bring-name">
        <h2>{sent.name}</h2>
        <button type="button" className="button" data-look="plain" onClick={bring.cancel}>
          {bringWords.another}
        </button>
      </div>
      <BringRecognised sent={sent} />
      <BringDetails sent={sent} />
      {mapping !== null && mapping.tables.length > 0 ? (
        <BringMapping
          sent={sent}
          mapping={mapping}
          onChange={(changed) => correct({ ...choices, mapping: changed })}
        />
      ) : null}
      <KindChoice
        kind={sent.reading.kind}
        chosen={choices.kind}
        onChange={(kind) => correct(kind === undefined ? {} : { kind })}
      />
      {sent.reading.ratings.length > 0 ? <BringPeople key={sent.token} sent={sent} /> : null}
      {framework ? <BringMap framework={framework} /> : null}
      <Reading hidden={reading === null}>{reading === null ? '' : bringWords.readingAgain}</Reading>
      <KeepImport sent={sent} frameworks={frameworks} isBusy={reading !== null} onKept={onKept} />
    </>
  )
}

/** Tables may stand among headings, and the other way round: only these can be taken for each other. */
const ALIKE: readonly ImportKind[] = ['tables', 'pages']

function KindChoice(props: {
  kind: ImportKind | null
  chosen: ImportKind | undefined
  onChange: (kind: ImportKind | undefined) => void
}) {
  const id = useId()
  if (props.chosen === undefined && (props.kind === null || !ALIKE.includes(props.kind))) return null
  return (
    <div className="field">
      <label htmlFor={id}>{bringWords.kind}</label>
      <select
        id={id}
        className="select"
        value={props.chosen ?? ''}
        onChange={(event) => {
          const { value } = event.target
          props.onChange(value === '' ? undefined : (value as ImportKind))
        }}
      >
        <option value="">{bringWords.kindRecognised}</option>
        {ALIKE.map((kind) => (
          <option key={kind} value={kind}>
            {IMPORT_KIND_NAMES[kind]}
          </option>
        ))}
      </select>
    </div>
  )
}

function AfterKeeping({ kept }: { kept: Kept }) {
  const use = useUseFramework()
  if (use.data) return <UseNotice changed={use.data} onBack={() => use.mutate(use.data.before.digest)} />
  if (kept.used)
    return (
      <>
        <UseNotice changed={kept} onBack={() => use.mutate(kept.before.digest)} />
        <ProblemLine error={use.error} />
      </>
    )
  return (
    <div className="notice" role="status">
      <p>
        {kept.now.isNew
          ? bringWords.keptOnly(kept.now.name)
          : frameworksWords.publishedBefore(kept.now.name, kept.now.version)}
      </p>
      <div className="actions">
        <Link to="/frameworks" className="button" data-look="main">
          {bringWords.toFrameworks}
        </Link>
      </div>
    </div>
  )
}
