// What the person corrected about how their frameworks are read, and correcting more of it.
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { correctionsIn, type LinkCommand, type LinkCorrection } from '../../core/linking/link-correction.ts'
import { newId } from '../api.ts'
import { useFrameworkDigest } from '../data/use-framework.ts'
import { readLinkCorrections, saveLinkCorrection } from './api-links.ts'
import { expectValue } from './use-frameworks.ts'

const linkCorrectionsQuery = queryOptions({ queryKey: ['skill-links'], queryFn: readLinkCorrections })

const NONE: readonly LinkCorrection[] = []

/** Of this framework; the same list as long as nothing changes. */
export function useLinksCorrected(framework: Framework): readonly LinkCorrection[] {
  const kept = useQuery(linkCorrectionsQuery).data
  return useMemo(() => {
    const own = correctionsIn(framework, kept?.corrections ?? NONE)
    return own.length === 0 ? NONE : own
  }, [framework, kept])
}

/** Corrections are sent one after the other; each is shown at once. */
export function useCorrectLink(framework: Framework) {
  const queries = useQueryClient()
  const frameworkDigest = useFrameworkDigest()
  const { queryKey } = linkCorrectionsQuery
  return useMutation({
    mutationKey: queryKey,
    scope: { id: 'skill-links' },
    mutationFn: async (command: LinkCommand) => {
      const correction = { ...command, frameworkDigest, revisionId: newId() }
      let outcome = await saveLinkCorrection(correction, (await readLinkCorrections())?.revisionId ?? null)
      // Another window corrected something in between: of one skill, what was said last holds.
      if (!outcome.ok && outcome.failure.status === 412)
        outcome = await saveLinkCorrection(correction, (await readLinkCorrections())?.revisionId ?? null)
      return expectValue(outcome)
    },
    onMutate: ({ skill, known }) => {
      queries.setQueryData(queryKey, (before) => {
        const others = (before?.corrections ?? []).filter(
          (one) => one.framework !== framework.id || one.skill !== skill,
        )
        const added = known === null ? [] : [{ framework: framework.id, skill, known }]
        return { revisionId: before?.revisionId ?? '', corrections: [...others, ...added] }
      })
    },
    onSettled: async () => {
      // Only after the last of several: an earlier answer does not know of the later ones.
      if (queries.isMutating({ mutationKey: queryKey }) === 1) await queries.invalidateQueries({ queryKey })
    },
  })
}
