// What the board is worth and what it costs, how far the search for the best one is, what is kept, and what is missing.

import { canonicalJson } from '../../core/framework/canonical-json.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { anchorOf, findSkill } from '../../core/framework/look-up.ts'
import { BOARD_ASSUMPTIONS, sayCost } from '../../core/opportunity/board-words.ts'
import { gapsOf } from '../../core/opportunity/explain-match.ts'
import { compareBoards, judgeBoard, overloads } from '../../core/opportunity/judge-board.ts'
import { workOf } from '../../core/opportunity/opportunity.ts'
import { quarterName } from '../../core/opportunity/quarter.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { skillName } from '../words/names.ts'
import { opportunityWords } from '../words/opportunities.ts'
import { keepBoard, type NamedBoard, takeChangeBack } from './api-opportunities.ts'
import { type Planner, taken } from './use-planner.ts'

const words = opportunityWords.board

export function BoardVerdict({ planner, from }: { planner: Planner; from: string }) {
  const { problem, free, best, board, data, isByHand } = planner
  const own = judgeBoard(free, board)
  const sum = (count: (index: number) => number) =>
    problem.works.reduce((all, _, index) => all + count(index), 0)
  const nameAt = (person: number) =>
    data.people.find(({ id }) => id === problem.people[person]?.id)?.displayName ?? ''
  return (
    <div className="board-verdict stack-s">
      <p className="small" role="status">
        {sayState(planner)}
      </p>
      <p className="small">
        {words.measures(
          own,
          sum((index) => problem.works[index]?.seats ?? 0),
          problem.people.length,
          problem.people.reduce((all, { areas }) => all + areas.length, 0),
          sum((index) => problem.wished[index]?.filter(Boolean).length ?? 0),
        )}
        .
      </p>
      {best.answer === null ? null : <Cost planner={planner} />}
      {overloads(problem, board).map(({ person, quarter, weeks }) => (
        <p key={`${person} ${quarter}`} className="small board-over">
          {words.over(nameAt(person), weeks, quarterName(quarter))}
        </p>
      ))}
      <div className="actions">
        {isByHand ? (
          <button type="button" className="button" onClick={planner.letGoOfHand}>
            {words.rearrange}
          </button>
        ) : null}
        {hasSet(planner) ? (
          <button type="button" className="button" onClick={() => planner.freeAll(words.freed)}>
            {words.freeAll}
          </button>
        ) : null}
        <KeepBoard planner={planner} from={from} />
        <button type="button" className="button" data-look="plain" onClick={() => print()}>
          {words.print}
        </button>
      </div>
    </div>
  )
}

const hasSet = ({ problem }: Planner) => problem.set.some((row) => row.some((one) => one !== null))

function sayState(planner: Planner): string {
  const { best, isByHand } = planner
  if (best.broken) return words.broken
  if (best.answer === null)
    return best.progress === null ? words.starting : words.looking(best.progress.goal, best.progress.gap)
  if (isByHand) return words.byHand
  if (best.answer.set.open !== null) return words.notProven(best.answer.set.open)
  return hasSet(planner) ? words.provenSet : words.proven
}

/** The board as it stands against the best without anything set; and what it would cost with the rest arranged anew. */
function Cost({ planner }: { planner: Planner }) {
  const { free, best, board, isByHand } = planner
  if (best.answer === null || (!isByHand && !hasSet(planner))) return null
  const ideal = judgeBoard(free, best.answer.free.board)
  const [own, arranged] = [judgeBoard(free, board), judgeBoard(free, best.answer.set.board)]
  const cost = sayCost(own, ideal)
  const rest = sayCost(arranged, ideal)
  return (
    <div className="board-cost stack-s" role="status">
      {cost.length === 0 ? (
        <p>{words.asGood}</p>
      ) : (
        <>
          <p>{words.cost}</p>
          <ul className="marked-list">
            {cost.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {isByHand && compareBoards(arranged, own) < 0 ? (
        <p className="small">
          {rest.length === 0 ? words.costRestNone : `${words.costRest} ${rest.join(' ')}`}
        </p>
      ) : null}
    </div>
  )
}

function KeepBoard({ planner, from }: { planner: Planner; from: string }) {
  const { data, named, problem } = planner
  const kept: NamedBoard = problem.works.map(({ id }) => ({
    opportunityId: id,
    personIds: data.parts
      .filter(({ stage, opportunityId }) => stage === 'given' && opportunityId === id)
      .map(({ personId }) => personId),
  }))
  const text = (board: NamedBoard) =>
    JSON.stringify(board.map(({ opportunityId, personIds }) => [opportunityId, personIds.toSorted()]))
  // They go on reading the old words until the board is kept again.
  const wordsOf = new Map(data.opportunities.map((one) => [one.id, canonicalJson(workOf(one))]))
  const isInOtherWords = data.parts.some(
    ({ stage, opportunityId, work }) =>
      stage === 'given' &&
      problem.works.some(({ id }) => id === opportunityId) &&
      wordsOf.get(opportunityId ?? '') !== canonicalJson(work),
  )
  const isSame = text(kept) === text(named) && !isInOtherWords
  const isAny = kept.some(({ personIds }) => personIds.length > 0)
  return (
    <>
      <button
        type="button"
        className="button"
        data-look="main"
        disabled={isSame || planner.act.isPending}
        onClick={() =>
          planner.once(async () => {
            const change = await taken(keepBoard(from, named))
            return { what: words.kept, run: () => taken(takeChangeBack(change)) }
          })
        }
      >
        {words.keep}
      </button>
      {isAny ? <span className="small quiet">{isSame ? words.keptSame : words.keptOther}</span> : null}
    </>
  )
}

export function BoardGaps({ framework, planner }: { framework: Framework; planner: Planner }) {
  const { problem, board, data } = planner
  const gaps = gapsOf(problem, board)
  const areas = problem.people.reduce((sum, one) => sum + one.areas.length, 0)
  if (areas === 0) return null
  return (
    <section className="section stack-s">
      <h2>{words.gaps}</h2>
      {gaps.length === 0 ? <p>{words.noGaps}</p> : null}
      <ul className="work-list">
        {[...groupedBy(gaps, (gap) => `${gap.skill} ${gap.level} ${gap.why}`).values()].map((same) => {
          const [first] = same
          if (first === undefined) return null
          const { skill, level, why } = first
          const whose = same.map(
            ({ person }) =>
              data.people.find(({ id }) => id === problem.people[person]?.id)?.displayName ?? '',
          )
          const known = findSkill(framework, skill)
          const looks = known === undefined ? [] : (anchorOf(known, level + 1)?.behaviours ?? []).slice(0, 2)
          return (
            <li key={`${skill} ${level} ${why}`}>
              <p>{words.gap(whose, skillName(framework, skill), level + 1, why)}</p>
              {why !== 'no-work' || looks.length === 0 ? null : (
                <p className="small quiet">
                  {words.would} {looks.map(({ text }) => text).join(' ')}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export function BoardAssumptions() {
  return (
    <Disclosure summary={words.assumptions}>
      <ol className="small board-assumptions">
        {BOARD_ASSUMPTIONS.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </Disclosure>
  )
}
