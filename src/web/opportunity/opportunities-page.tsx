// A manager's upcoming work: pieces of work, what was agreed with each person, and a board that is proven the best.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Opportunity, OpportunityContent } from '../../core/opportunity/opportunity.ts'
import { addQuarters, quarterName, quarterOf } from '../../core/opportunity/quarter.ts'
import { today } from '../data/today.ts'
import { useFramework, useFrameworkDigest } from '../data/use-framework.ts'
import { useSession } from '../data/use-session.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { skillName } from '../words/names.ts'
import { kindWords, opportunityWords } from '../words/opportunities.ts'
import { organisationWords } from '../words/organisation.ts'
import { AgreedPeople } from './agreed-people.tsx'
import { BoardAssumptions, BoardGaps, BoardVerdict } from './board-verdict.tsx'
import { BringWork } from './bring-work.tsx'
import { contentOf, type Planner, usePlanner } from './use-planner.ts'
import { WorkBoard } from './work-board.tsx'
import { dropDraft, keepDraft, keptDraft } from './work-draft.ts'
import { WorkForm } from './work-form.tsx'
import './opportunities.css'

const words = opportunityWords

export function OpportunitiesPage() {
  const session = useSession()
  if (session === undefined) return null
  if (session.views.some(({ view }) => view === 'opportunities'))
    return <Opportunities me={session.personId} />
  return (
    <PageHead title={words.title}>
      <p className="lead">{words.off}</p>
      <p>
        <Link to="/organisation/views">{organisationWords.toViews}</Link>
      </p>
      <p>
        <Link to="/opportunities/mine">{words.mineLink}</Link>
      </p>
    </PageHead>
  )
}

function Opportunities({ me }: { me: string }) {
  const thisQuarter = quarterOf(today())
  const [from, setFrom] = useState(addQuarters(thisQuarter, 1))
  const planner = usePlanner(from)
  const framework = useFramework()
  const digest = useFrameworkDigest()
  return (
    <div className="opportunities">
      <PageHead title={words.title}>
        <p className="lead">{words.lead}</p>
        <p className="quiet">
          {words.private} <WhoCanSee of="opportunity" />
        </p>
        <p className="no-print">
          <Link to="/opportunities/mine">{words.mineLink}</Link>
        </p>
      </PageHead>
      <label className="field work-narrow no-print">
        <span className="field-label">{words.from}</span>
        <select className="select" value={from} onChange={(event) => setFrom(event.target.value)}>
          {[0, 1].map((ahead) => (
            <option key={ahead} value={addQuarters(thisQuarter, ahead)}>
              {quarterName(addQuarters(thisQuarter, ahead))}
            </option>
          ))}
        </select>
      </label>
      <UndoLine planner={planner} />
      <ProblemLine error={planner.act.error} />
      <WorkSection me={me} planner={planner} from={from} />
      <section className="section stack">
        <h2>{words.steps.people}</h2>
        {planner.data.people.length === 0 ? (
          <NoPeople />
        ) : (
          <AgreedPeople framework={framework} digest={digest} planner={planner} from={from} />
        )}
      </section>
      {planner.problem.works.length === 0 || planner.data.people.length === 0 ? null : (
        <>
          <section className="section stack board-section">
            <h2>{words.steps.board}</h2>
            <BoardVerdict planner={planner} from={from} />
            <WorkBoard framework={framework} planner={planner} />
            <BoardAssumptions />
          </section>
          <BoardGaps framework={framework} planner={planner} />
        </>
      )}
    </div>
  )
}

function NoPeople() {
  return (
    <div className="stack-s">
      <p>{words.noPeople}</p>
      <p>
        {words.noPeopleNext} <Link to="/colleagues">{words.noPeopleLook}</Link>
      </p>
    </div>
  )
}

function UndoLine({ planner }: { planner: Planner }) {
  return (
    <div role="status" className="no-print undo-line">
      {planner.undo === null ? null : (
        <div className="notice">
          <p>{planner.undo.what}</p>
          <button type="button" className="button" disabled={planner.act.isPending} onClick={planner.runUndo}>
            {words.undo}
          </button>
        </div>
      )}
    </div>
  )
}

type Open = { kind: 'new' } | { kind: 'bring' } | { kind: 'change'; id: string } | null

function WorkSection({ me, planner, from }: { me: string; planner: Planner; from: string }) {
  const framework = useFramework()
  const digest = useFrameworkDigest()
  const draft = keptDraft(me)
  const [asked, setOpen] = useState<Open>(draft === null ? null : { kind: 'new' })
  // Work that is gone meanwhile, taken off in another window, is not being changed any more.
  const isThere = (id: string) => planner.data.opportunities.some((one) => one.id === id)
  const open = asked?.kind === 'change' && !isThere(asked.id) ? null : asked
  const quarters = Array.from({ length: 6 }, (_, index) => addQuarters(from, index))
  const changes = open?.kind === 'change' ? open.id : null
  const works = planner.data.opportunities
    .filter(({ id, quarter }) => quarter >= from || id === changes)
    .toSorted((a, b) =>
      a.quarter === b.quarter ? a.title.localeCompare(b.title) : a.quarter < b.quarter ? -1 : 1,
    )
  const nameOf = (id: string) => planner.data.people.find((one) => one.id === id)?.displayName ?? ''
  const empty: OpportunityContent = {
    ...{ title: '', about: '', kind: 'stretch', quarter: from, people: 1, weeks: 4, skills: [] },
    ...{ frameworkDigest: digest, shown: false, tried: { with: [], without: [] } },
  }
  const form = {
    ...{ framework, quarters, people: planner.problem.people, nameOf },
    isBusy: planner.act.isPending,
  }
  const close = () => setOpen(null)
  return (
    <section className="section stack no-print">
      <h2>{words.steps.work}</h2>
      {works.length === 0 && open === null ? <p>{words.noWork}</p> : null}
      <ul className="work-list">
        {works.map((one) =>
          open?.kind === 'change' && open.id === one.id ? (
            <li key={one.id}>
              <WorkForm
                {...form}
                start={contentOf(one)}
                onSave={(content) =>
                  void planner.change(content, one, words.changed(content.title)).then(close, ignored)
                }
                onCancel={close}
              />
            </li>
          ) : (
            <WorkLine
              key={one.id}
              planner={planner}
              opportunity={one}
              onChange={open === null ? () => setOpen({ kind: 'change', id: one.id }) : null}
            />
          ),
        )}
      </ul>
      {open?.kind === 'new' ? (
        <WorkForm
          {...form}
          start={draft === null ? empty : { ...draft, frameworkDigest: digest }}
          onType={(content) => keepDraft(me, content)}
          onSave={(content, ids) =>
            void planner.add(content, ids, words.written(content.title)).then(() => {
              dropDraft(me)
              close()
            }, ignored)
          }
          onCancel={() => {
            dropDraft(me)
            close()
          }}
        />
      ) : null}
      {open?.kind === 'bring' ? (
        <BringWork framework={framework} digest={digest} planner={planner} quarter={from} onDone={close} />
      ) : null}
      {open === null ? (
        <div className="actions">
          <button type="button" className="button" data-look="main" onClick={() => setOpen({ kind: 'new' })}>
            {words.addWork}
          </button>
          <button type="button" className="button" onClick={() => setOpen({ kind: 'bring' })}>
            {words.bringWork}
          </button>
        </div>
      ) : null}
    </section>
  )
}

/** What went wrong is shown by the page; the form stays open with what was typed. */
const ignored = () => undefined

/** `onChange` is null while something else is being written: another form would drop what is in it. */
function WorkLine(props: { planner: Planner; opportunity: Opportunity; onChange: (() => void) | null }) {
  const { planner, opportunity: one, onChange } = props
  const framework = useFramework()
  const wishers = planner.data.parts
    .filter(({ opportunityId, wishedAt }) => opportunityId === one.id && wishedAt !== null)
    .map(({ personId }) => planner.data.people.find(({ id }) => id === personId)?.displayName ?? '')
  return (
    <li className="work-line">
      <div>
        <p>
          <span className="work-title">{one.title}</span>{' '}
          <span className="work-kind">{kindWords[one.kind].name}</span>
        </p>
        <p className="small quiet">
          {[
            quarterName(one.quarter),
            words.workLine(one.people, one.weeks),
            ...one.skills.map(({ skill, level }) => words.mine.level(skillName(framework, skill), level)),
            ...(one.shown ? [words.shownMark] : []),
            ...(wishers.length > 0 ? [words.wishers([...new Set(wishers)])] : []),
          ].join(' · ')}
        </p>
      </div>
      <div className="actions">
        {onChange === null ? null : (
          <button
            type="button"
            className="button"
            data-look="plain"
            aria-label={`${words.changeWork}: ${one.title}`}
            onClick={onChange}
          >
            {words.changeWork}
          </button>
        )}
        <button
          type="button"
          className="button"
          data-look="plain"
          disabled={planner.act.isPending}
          aria-label={`${words.remove}: ${one.title}`}
          onClick={() => planner.remove(one, words.removed(one.title))}
        >
          {words.remove}
        </button>
      </div>
    </li>
  )
}
