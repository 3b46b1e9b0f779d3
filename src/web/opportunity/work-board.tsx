// Who does what: people by name, their work by quarter, and seats that are open. Work moves by dragging or by keys.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { quartersOf } from '../../core/opportunity/board-problem.ts'
import { sayReason } from '../../core/opportunity/board-words.ts'
import { reasonsOf } from '../../core/opportunity/explain-match.ts'
import type { Opportunity } from '../../core/opportunity/opportunity.ts'
import { quarterName } from '../../core/opportunity/quarter.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Grip } from '../parts/grip.tsx'
import { kindWords, opportunityWords } from '../words/opportunities.ts'
import { useBoardDrag } from './use-board-drag.ts'
import type { Planner } from './use-planner.ts'

const words = opportunityWords.board

export function WorkBoard({ framework, planner }: { framework: Framework; planner: Planner }) {
  const { problem, board, data } = planner
  const quarters = quartersOf(problem)
  const nameOf = (id: string) => data.people.find((one) => one.id === id)?.displayName ?? ''
  const move = (opportunityId: string, from: string | null, to: string | null) => {
    const known = data.opportunities.find(({ id }) => id === opportunityId)
    if (known === undefined || from === to) return
    const what = to === null ? words.opened(known.title) : words.moved(known.title, nameOf(to))
    planner.move(known, { from, to }, what)
  }
  const list = useRef<HTMLDivElement>(null)
  const moved = useRef<{ id: string; to: string | null } | null>(null)
  // Work that is moved with the keys stands in another row, and the focus goes with it.
  useEffect(() => {
    const last = moved.current
    if (last === null) return
    const row = list.current?.querySelector(`[data-person="${last.to ?? 'free'}"]`)
    const grip = row?.querySelector<HTMLElement>(`[data-work="${last.id}"] .work-grip`)
    if (grip === undefined || grip === null) return
    moved.current = null
    grip.focus()
  })
  const { dragging, take } = useBoardDrag(({ opportunityId, from }, to) => move(opportunityId, from, to))
  const rows: (string | null)[] = [null, ...problem.people.map(({ id }) => id)]
  const chips = (person: string | null, quarter: string) =>
    problem.works.flatMap((work, index) => {
      if (work.quarter !== quarter) return []
      const known = data.opportunities.find(({ id }) => id === work.id)
      if (known === undefined) return []
      const on = board[index] ?? []
      const place = problem.people.findIndex(({ id }) => id === person)
      const count = person === null ? Math.max(0, work.seats - on.length) : on.includes(place) ? 1 : 0
      return Array.from({ length: Math.min(1, count) }, () => (
        <WorkChip
          key={work.id}
          opportunity={known}
          seats={person === null ? count : null}
          person={person}
          name={person === null ? null : nameOf(person)}
          people={data.people.filter(
            ({ id }) => id === person || !on.some((at) => problem.people[at]?.id === id),
          )}
          isSet={problem.set[index]?.[place] === 'with'}
          isHeld={dragging?.opportunityId === work.id && dragging.from === person}
          why={
            person === null
              ? []
              : reasonsOf(problem, board, index, place).map((one) => sayReason(framework, one, 'them'))
          }
          onTake={take({ opportunityId: work.id, from: person })}
          onStep={(step) => {
            const others = rows.filter(
              (id) => id === person || id === null || !on.some((at) => problem.people[at]?.id === id),
            )
            const to = others[others.indexOf(person) + step]
            if (to === undefined) return
            moved.current = { id: work.id, to }
            move(work.id, person, to)
          }}
          onGive={(to) => move(work.id, person, to)}
        />
      ))
    })
  const isOpen = (quarter: string) =>
    problem.works.some((work, index) => work.quarter === quarter && (board[index]?.length ?? 0) < work.seats)
  return (
    <div className="work-board" ref={list} style={{ '--quarters': quarters.length } as React.CSSProperties}>
      <div className="work-board-head" aria-hidden="true">
        <span>{words.person}</span>
        {quarters.map((quarter) => (
          <span key={quarter}>{quarterName(quarter)}</span>
        ))}
      </div>
      {rows.map((person) => {
        if (person === null && !quarters.some(isOpen) && dragging === null) return null
        return (
          <section
            key={person ?? 'free'}
            className="work-row"
            data-person={person ?? 'free'}
            data-over={dragging !== null && dragging.over === (person ?? 'free') ? '' : undefined}
            aria-label={person === null ? words.free : nameOf(person)}
          >
            <h3>{person === null ? words.free : nameOf(person)}</h3>
            {quarters.map((quarter) => {
              const own = chips(person, quarter)
              return (
                <div key={quarter} className="work-cell">
                  <p className="work-cell-quarter small quiet">{quarterName(quarter)}</p>
                  {own.length > 0 ? (
                    own
                  ) : (
                    <p className="small quiet">{person === null ? '–' : words.nothing}</p>
                  )}
                </div>
              )
            })}
          </section>
        )
      })}
    </div>
  )
}

interface ChipProps {
  opportunity: Opportunity
  /** Empty seats; null where somebody has it. */
  seats: number | null
  person: string | null
  name: string | null
  people: readonly { id: string; displayName: string }[]
  isSet: boolean
  isHeld: boolean
  why: readonly string[]
  onTake: (event: React.PointerEvent) => void
  onStep: (step: number) => void
  onGive: (to: string | null) => void
}

function WorkChip(props: ChipProps) {
  const { opportunity, seats, person, name, people, isSet, isHeld, why, onTake, onStep, onGive } = props
  const { title, kind, weeks } = opportunity
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onStep(step)
  }
  return (
    <article
      className="work-chip"
      data-kind={kind}
      data-work={opportunity.id}
      data-held={isHeld ? '' : undefined}
    >
      <div className="work-chip-head">
        <button
          type="button"
          className="work-grip no-print"
          aria-label={name === null ? words.handleFree(title) : words.handle(title, name)}
          onPointerDown={onTake}
          onKeyDown={onKeyDown}
        >
          <Grip />
        </button>
        <p>
          <span className="work-title">{title}</span>{' '}
          <span className="small quiet">
            {[
              kindWords[kind].name,
              opportunityWords.weeks(weeks),
              ...(seats === null ? [] : [words.freeAbout(seats)]),
              ...(isSet ? [words.set] : []),
            ].join(' · ')}
          </span>
        </p>
      </div>
      {person === null ? (
        <GiveTo title={title} person={person} people={people} onGive={onGive} />
      ) : (
        <Disclosure summary={words.why}>
          <ul className="marked-list small">
            {why.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <GiveTo title={title} person={person} people={people} onGive={onGive} />
        </Disclosure>
      )}
    </article>
  )
}

function GiveTo({
  title,
  person,
  people,
  onGive,
}: Pick<ChipProps, 'person' | 'people' | 'onGive'> & { title: string }) {
  return (
    <select
      className="select no-print"
      aria-label={words.giveTo(title)}
      value={person ?? ''}
      onChange={(event) => onGive(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{words.nobody}</option>
      {people.map(({ id, displayName }) => (
        <option key={id} value={id}>
          {displayName}
        </option>
      ))}
    </select>
  )
}
