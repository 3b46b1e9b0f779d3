// What a person reads of themselves: what was written down of them, work proposed for them and why, and work to wish for.

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { WorkPart } from '../../core/opportunity/opportunity.ts'
import { quarterName, quarterOf } from '../../core/opportunity/quarter.ts'
import { today } from '../data/today.ts'
import { useFramework } from '../data/use-framework.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { skillName } from '../words/names.ts'
import { kindWords, opportunityWords } from '../words/opportunities.ts'
import { type OwnWork, readOwnWork, saveRemark, saveWish } from './api-opportunities.ts'
import { taken } from './use-planner.ts'
import './opportunities.css'

const words = opportunityWords.mine
const QUERY = { queryKey: ['opportunities', 'mine'], queryFn: readOwnWork }

export function OwnWorkPage() {
  const { agreed, parts, names } = useSuspenseQuery(QUERY).data
  const framework = useFramework()
  const now = quarterOf(today())
  const given = parts.filter(({ stage }) => stage === 'given')
  const proposed = given.filter(({ work }) => work.quarter >= now)
  const had = given.filter(({ work }) => work.quarter < now)
  const shown = parts.filter(({ stage }) => stage === 'shown')
  const isGiven = (part: WorkPart) => given.some((one) => one.opportunityId === part.opportunityId)
  // What is proposed already is no question any more: a wish for it stands with it, and can be taken back there.
  const open = shown.filter((part) => !isGiven(part))
  const wishes = shown.filter((part) => isGiven(part) && part.wishedAt !== null)
  return (
    <div className="opportunities own-work">
      <PageHead title={words.title}>
        <p className="lead">{words.lead}</p>
        <p className="quiet">
          {words.readers} <WhoCanSee of="workPart" shared />
        </p>
      </PageHead>
      <section className="stack-s">
        <h2>{words.proposed}</h2>
        {proposed.length === 0 ? <p>{words.noneProposed}</p> : null}
        <Parts framework={framework} parts={proposed} wishes={wishes} />
      </section>
      {open.length === 0 ? null : (
        <section className="section stack-s">
          <h2>{words.shown}</h2>
          <p className="quiet">{words.shownAbout}</p>
          <Parts framework={framework} parts={open} />
        </section>
      )}
      <section className="section stack-s">
        <h2>
          {opportunityWords.agreed.title} <WhoCanSee of="agreedGrowth" shared />
        </h2>
        <Agreed framework={framework} agreed={agreed} names={names} />
      </section>
      {had.length === 0 ? null : (
        <section className="section stack-s">
          <h2>{words.had}</h2>
          <Parts framework={framework} parts={had} />
        </section>
      )}
    </div>
  )
}

function Agreed({ framework, agreed, names }: Pick<OwnWork, 'agreed' | 'names'> & { framework: Framework }) {
  if (agreed === null) return <p>{words.nothingAgreed}</p>
  return (
    <>
      <p className="small quiet">
        {words.agreedBy(names[agreed.managerId] ?? '', dateWords.day(agreed.agreedOn))}
      </p>
      <ul className="marked-list">
        <li>{words.weeks(agreed.weeks)}</li>
        {agreed.areas.map(({ skill, level }) => (
          <li key={skill}>{opportunityWords.agreed.area(skillName(framework, skill), level)}</li>
        ))}
      </ul>
      <Remark of="agreed" id={agreed.id} note={agreed.note} label={words.remarkAgreed} />
    </>
  )
}

function Parts(props: {
  framework: Framework
  parts: readonly WorkPart[]
  /** For work that was shown before it was proposed. */
  wishes?: readonly WorkPart[]
}) {
  const { framework, parts, wishes = [] } = props
  const wishFor = (part: WorkPart) => wishes.find((one) => one.opportunityId === part.opportunityId)
  return (
    <ul className="work-list">
      {parts.map((part) => (
        <li key={part.id} className="stack-s">
          <div>
            <p>
              <span className="work-title">{part.work.title}</span>{' '}
              <span className="work-kind">{kindWords[part.work.kind].name}</span>
            </p>
            <p className="small quiet">
              {[
                quarterName(part.work.quarter),
                ...part.work.skills.map(({ skill, level }) =>
                  words.level(skillName(framework, skill), level),
                ),
              ].join(' · ')}
            </p>
          </div>
          {part.work.about === '' ? null : <p className="work-about">{part.work.about}</p>}
          {part.why.length === 0 ? null : (
            <div>
              <p className="small quiet">{words.why}</p>
              <ul className="marked-list small">
                {part.why.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          )}
          <WishLine part={part.stage === 'shown' ? part : wishFor(part)} />
          {part.stage === 'shown' ? null : (
            <Remark of="parts" id={part.id} note={part.note} label={words.remarkOf(part.work.title)} />
          )}
        </li>
      ))}
    </ul>
  )
}

function useOwnChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (work: () => Promise<void>) => work(),
    onSuccess: () => client.invalidateQueries({ queryKey: QUERY.queryKey }),
  })
}

function WishLine({ part }: { part: WorkPart | undefined }) {
  return part === undefined ? null : <Wish part={part} />
}

function Wish({ part }: { part: WorkPart }) {
  const change = useOwnChange()
  const has = part.wishedAt !== null
  return (
    <div className="actions">
      {has ? <span role="status">{words.wished}</span> : null}
      <button
        type="button"
        className="button"
        aria-label={`${has ? words.unwish : words.wish}: ${part.work.title}`}
        disabled={change.isPending}
        onClick={() => change.mutate(() => taken(saveWish(part.id, !has)))}
      >
        {has ? words.unwish : words.wish}
      </button>
      <ProblemLine error={change.error} />
    </div>
  )
}

function Remark(props: { of: 'parts' | 'agreed'; id: string; note: string; label: string }): ReactNode {
  const { of, id, note, label } = props
  const field = useId()
  const [text, setText] = useState(note)
  const change = useOwnChange()
  const save = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(() => taken(saveRemark(of, id, text.trim())))
  }
  return (
    <Disclosure summary={note === '' ? words.remark : `“${note}”`}>
      <form className="stack-s" onSubmit={save}>
        <div className="field">
          <label htmlFor={field}>{label}</label>
          <textarea
            id={field}
            className="input"
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div className="actions">
          <button type="submit" className="button" disabled={change.isPending || text.trim() === note}>
            {words.saveRemark}
          </button>
          <span role="status">{change.isSuccess ? words.remarkKept : ''}</span>
        </div>
        <ProblemLine error={change.error} />
      </form>
    </Disclosure>
  )
}
