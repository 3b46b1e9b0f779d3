// One framework on the page about them: what it is, its versions, and what can be done with it.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { holdsOn } from '../../core/framework/publication.ts'
import { serverDay } from '../data/today.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { frameworksWords } from '../words/frameworks.ts'
import { linksWords } from '../words/links.ts'
import type { FrameworkList, ListedFramework } from './api-frameworks.ts'
import { FrameworkExportLinks } from './framework-export-links.tsx'
import { FrameworkVersions } from './framework-versions.tsx'
import { MakeMine } from './make-mine.tsx'
import { PublishFolder } from './publish-folder.tsx'
import { useRemoveFramework } from './use-frameworks.ts'

interface EntryProps {
  framework: ListedFramework
  list: FrameworkList
  isBusy: boolean
  onUse: (digest: string) => void
}

export function FrameworkEntry({ framework, list, isBusy, onUse }: EntryProps) {
  const [open, setOpen] = useState<'mine' | 'remove' | null>(null)
  const [said, setSaid] = useState('')
  const newest = framework.versions[0]
  const inUseAt = framework.versions.findIndex((version) => version.digest === list.inUse.digest)
  const isInUse = inUseAt >= 0
  const newer = framework.versions
    .slice(0, Math.max(inUseAt, 0))
    .find((version) => holdsOn(version.effectiveFrom, serverDay()))
  return (
    <section className="section stack" aria-labelledby={`framework-${framework.id}`}>
      <div className="stack-s">
        <h2 id={`framework-${framework.id}`}>{framework.name}</h2>
        <p className="quiet">
          {frameworksWords.kinds[framework.kind]}{' '}
          {framework.folder ? <span className="frameworks-place small">{framework.folder.place}</span> : null}
        </p>
      </div>
      {framework.folder ? <Folder framework={framework} onDone={setSaid} /> : null}
      {newer ? (
        <p>
          {frameworksWords.newer(newer.version)}{' '}
          <Link to="/frameworks/move/$to" params={{ to: newer.digest }}>
            {frameworksWords.move}
          </Link>
        </p>
      ) : null}
      {framework.versions.length > 0 ? (
        <FrameworkVersions framework={framework} inUse={list.inUse.digest} isBusy={isBusy} onUse={onUse} />
      ) : null}
      {newest ? (
        <Disclosure summary={frameworksWords.download}>
          <FrameworkExportLinks digest={newest.digest} headingLevel={3} />
        </Disclosure>
      ) : null}
      {open === null ? (
        <div className="actions">
          {isInUse ? (
            <Link to="/frameworks/reading" className="button">
              {linksWords.link}
            </Link>
          ) : null}
          {framework.folder !== null && framework.folder.state !== 'missing' ? (
            <Link to="/frameworks/$id/edit" params={{ id: framework.id }} className="button">
              {frameworksWords.edit}
            </Link>
          ) : null}
          {newest ? (
            <button type="button" className="button" onClick={() => setOpen('mine')}>
              {framework.kind === 'own' ? frameworksWords.copy : frameworksWords.makeMine}
            </button>
          ) : null}
          {framework.kind !== 'built-in' && !isInUse ? (
            <button type="button" className="button" data-look="plain" onClick={() => setOpen('remove')}>
              {frameworksWords.remove}
            </button>
          ) : null}
        </div>
      ) : null}
      {open === 'mine' && newest ? (
        <MakeMine
          name={framework.name}
          digest={newest.digest}
          taken={list.frameworks.map((one) => one.id)}
          onDone={(made) => {
            setOpen(null)
            setSaid(made === null ? '' : frameworksWords.made(made))
          }}
        />
      ) : null}
      {open === 'remove' ? <Remove framework={framework} onCancel={() => setOpen(null)} /> : null}
      <Reading>{said}</Reading>
    </section>
  )
}

function Folder({ framework, onDone }: { framework: ListedFramework; onDone: (said: string) => void }) {
  const { folder } = framework
  if (folder === null || folder.state === 'published') return null
  if (folder.state === 'missing') return <p className="small quiet">{frameworksWords.missing}</p>
  return <PublishFolder id={framework.id} onDone={onDone} />
}

function Remove({ framework, onCancel }: { framework: ListedFramework; onCancel: () => void }) {
  const remove = useRemoveFramework()
  return (
    <div className="notice">
      <p>{frameworksWords.removeSure(framework.name)}</p>
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={remove.isPending}
          onClick={() => remove.mutate(framework.id)}
        >
          {remove.isPending ? frameworksWords.removing : frameworksWords.removeDo(framework.name)}
        </button>
        <button type="button" className="button" data-look="plain" onClick={onCancel}>
          {frameworksWords.cancel}
        </button>
      </div>
      <ProblemLine error={remove.error} />
    </div>
  )
}
