// The move of this person to another version: what it would do, doing it, and undoing it.
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { mergeRatings } from '../../core/assessment/merge-ratings.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { pictureAfterCarrying, type Standing } from '../../core/revision/carried-picture.ts'
import {
  type CarryOverItem,
  type Decision,
  planCarryOver,
  suggestedDecision,
} from '../../core/revision/carry-over.ts'
import { diffFrameworks } from '../../core/revision/diff-frameworks.ts'
import { ApiError, newId } from '../api.ts'
import { useMe } from '../data/use-me.ts'
import { presetRole } from '../start/preset-role.ts'
import { makeCarryOver, undoCarryOver } from './api-versions.ts'
import { assessmentsQuery } from './framework-queries.ts'

export function useCarryOverPlan(before: Framework, after: { framework: Framework; digest: string }) {
  const me = useMe()
  const assessments = useSuspenseQuery(assessmentsQuery).data
  const { framework, digest } = after
  const versions = useMemo(
    () => ({ before, after: framework, diff: diffFrameworks(before, framework) }),
    [before, framework],
  )
  const items = useMemo(
    () => planCarryOver(versions, me.levels, mergeRatings(assessments, { frameworkDigest: digest })),
    [versions, me.levels, assessments, digest],
  )
  const [chosen, setChosen] = useState<Readonly<Record<string, Decision>>>({})
  const [role, setRole] = useState<string | null>(null)
  const standing: Standing =
    me.target !== null && me.target.frameworkDigest === me.framework.digest
      ? me.target
      : { role: me.latestAssessment?.role ?? presetRole(before), destinations: [] }
  const decisionOf = (item: CarryOverItem) => chosen[item.rating.revisionId] ?? suggestedDecision(item)
  const picture = pictureAfterCarrying(versions, items, decisionOf, standing)
  return {
    items,
    picture,
    decisionOf,
    decide: (item: CarryOverItem, decision: Decision) =>
      setChosen((all) => ({ ...all, [item.rating.revisionId]: decision })),
    /** In the new version; the person chooses where their own is gone. */
    role: role ?? picture.standing?.role ?? presetRole(framework),
    setRole,
    diff: versions.diff,
  }
}

export function useMakeCarryOver() {
  const queries = useQueryClient()
  // One key for one press: sent again after a lost answer, it is still the same move.
  const [key, setKey] = useState(newId)
  return useMutation({
    mutationFn: async (command: Parameters<typeof makeCarryOver>[0]) => {
      const outcome = await makeCarryOver(command, key)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onError: (error) => {
      if (error instanceof ApiError && error.problem.status >= 400) setKey(newId())
      return queries.invalidateQueries()
    },
    onSuccess: () => queries.invalidateQueries(),
  })
}

export function useUndoCarryOver() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      const outcome = await undoCarryOver(id)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSuccess: () => queries.invalidateQueries(),
  })
}
