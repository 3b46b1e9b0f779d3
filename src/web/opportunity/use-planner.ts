// Everything on a manager's page of upcoming work: what is read, what is tried, and how the last thing is undone.
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Board, boardProblem } from '../../core/opportunity/board-problem.ts'
import type { Opportunity, OpportunityContent } from '../../core/opportunity/opportunity.ts'
import { placeAtOnce } from '../../core/opportunity/place-at-once.ts'
import type { Result } from '../../core/result.ts'
import { ApiError, newId, type Problem } from '../api.ts'
import {
  type NamedBoard,
  type PlannerData,
  readPlanner,
  removeOpportunity,
  saveOpportunity,
} from './api-opportunities.ts'
import { useBestBoard } from './use-best-board.ts'

const SCOPE = 'opportunities'
const plannerQuery = queryOptions({ queryKey: ['opportunities'], queryFn: readPlanner })

export interface Undo {
  what: string
  run: () => Promise<void>
}

/** Throws what was refused, so that a mutation shows it. */
export async function taken<Value>(asked: Promise<Result<Value, Problem>>): Promise<Value> {
  const outcome = await asked
  if (!outcome.ok) throw new ApiError(outcome.failure)
  return outcome.value
}

export function usePlanner(from: string) {
  const data = useSuspenseQuery(plannerQuery).data
  const client = useQueryClient()
  const [undo, setUndo] = useState<Undo | null>(null)
  /** By piece of work; null where the board is the solver's. */
  const [hand, setHand] = useState<Record<string, string[]> | null>(null)
  const problem = useMemo(() => boardProblem({ ...data, from }), [data, from])
  const free = useMemo(() => ({ ...problem, set: problem.set.map((row) => row.map(() => null)) }), [problem])
  const best = useBestBoard(problem)
  const board = useMemo((): Board => {
    if (hand === null) return best.answer?.set.board ?? placeAtOnce(problem)
    return problem.works.map(({ id }) =>
      problem.people.flatMap((person, place) => (hand[id]?.includes(person.id) ? [place] : [])),
    )
  }, [hand, best, problem])
  const named: NamedBoard = problem.works.map(({ id }, work) => ({
    opportunityId: id,
    personIds: (board[work] ?? []).map((place) => problem.people[place]?.id ?? ''),
  }))
  const put = (saved: Opportunity) =>
    client.setQueryData<PlannerData>(plannerQuery.queryKey, (now) =>
      now === undefined
        ? now
        : {
            ...now,
            opportunities: [
              ...now.opportunities.filter(({ id }) => id !== saved.id),
              ...(saved.removedAt === null ? [saved] : []),
            ],
          },
    )
  const save = async (
    id: string,
    content: OpportunityContent,
    seen: string | null,
    revisionId: string = newId(),
  ) => {
    const saved = await taken(saveOpportunity(id, { ...content, revisionId }, seen))
    put(saved)
    return saved
  }
  /** As it stands when its turn comes: something else may have been saved since the press. */
  const latest = (known: Opportunity) =>
    client
      .getQueryData<PlannerData>(plannerQuery.queryKey)
      ?.opportunities.find(({ id }) => id === known.id) ?? known
  const act = useMutation({
    mutationKey: [SCOPE],
    // One after the other, however fast the keys are pressed.
    scope: { id: SCOPE },
    mutationFn: (work: () => Promise<Undo | null>) => work(),
    onSuccess: setUndo,
    onSettled: () => client.invalidateQueries({ queryKey: plannerQuery.queryKey }),
  })
  /** What must not be done twice by a press too many; a page that is told that it waits would come too late for that. */
  const once = (work: () => Promise<Undo | null>, then?: { onSuccess: () => void }) => {
    if (client.isMutating({ mutationKey: [SCOPE] }) === 0) act.mutate(work, then)
  }
  return {
    ...{ data, problem, free, best, board, named, undo, act, once, isByHand: hand !== null },
    letGoOfHand: () => setHand(null),
    runUndo: () => {
      const last = undo
      if (last !== null)
        once(async () => {
          await last.run()
          return null
        })
    },
    /** `ids` are the form's, so that a new piece of work is kept once however often it is pressed. */
    add: (content: OpportunityContent, ids: { id: string; revisionId: string }, what: string) =>
      act.mutateAsync(async () => {
        const saved = await save(ids.id, content, null, ids.revisionId)
        return { what, run: async () => void put(await taken(removeOpportunity(saved.id, saved.revisionId))) }
      }),
    /** What was tried on the board meanwhile stays. */
    change: (content: OpportunityContent, known: Opportunity, what: string) =>
      act.mutateAsync(async () => {
        const was = latest(known)
        const saved = await save(was.id, { ...content, tried: was.tried }, was.revisionId)
        return { what, run: async () => void (await save(was.id, contentOf(was), saved.revisionId)) }
      }),
    remove: (known: Opportunity, what: string) =>
      once(async () => {
        const was = latest(known)
        const gone = await taken(removeOpportunity(was.id, was.revisionId))
        put(gone)
        return { what, run: async () => void (await save(was.id, contentOf(was), gone.revisionId)) }
      }),
    /** Moves work between people, and remembers that it was set; nothing else on the board moves. */
    move: (known: Opportunity, whose: { from: string | null; to: string | null }, what: string) => {
      const before = hand
      const now = Object.fromEntries(named.map(({ opportunityId, personIds }) => [opportunityId, personIds]))
      const on = (now[known.id] ?? []).filter((id) => id !== whose.from && id !== whose.to)
      setHand({ ...now, [known.id]: whose.to === null ? on : [...on, whose.to] })
      act.mutate(async () => {
        const was = latest(known)
        const saved = await save(was.id, { ...contentOf(was), tried: triedAfter(was, whose) }, was.revisionId)
        const run = async () => {
          await save(was.id, contentOf(was), saved.revisionId)
          setHand(before)
        }
        return { what, run }
      })
    },
    /** Lets go of everything that was set on the board. */
    freeAll: (what: string) => {
      const before = hand
      once(async () => {
        const all = client.getQueryData<PlannerData>(plannerQuery.queryKey)?.opportunities ?? []
        const set = all.filter(({ tried }) => tried.with.length + tried.without.length > 0)
        setHand(null)
        const saved: Opportunity[] = []
        for (const one of set)
          saved.push(
            await save(one.id, { ...contentOf(one), tried: { with: [], without: [] } }, one.revisionId),
          )
        const run = async () => {
          for (const [index, one] of set.entries())
            await save(one.id, contentOf(one), saved[index]?.revisionId ?? one.revisionId)
          setHand(before)
        }
        return { what, run }
      })
    },
  }
}

export type Planner = ReturnType<typeof usePlanner>

function triedAfter({ tried }: Opportunity, { from, to }: { from: string | null; to: string | null }) {
  const other = (ids: string[]) => ids.filter((id) => id !== from && id !== to)
  return {
    with: [...other(tried.with), ...(to === null ? [] : [to])],
    without: [...other(tried.without), ...(from === null ? [] : [from])],
  }
}

export function contentOf(one: Opportunity): OpportunityContent {
  const { id: _, revisionId: __, savedAt: ___, removedAt: ____, ...content } = one
  return content
}
