// The framework that this person's map is drawn from.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Framework } from '../../core/framework/framework.ts'
import { frameworkQuery } from './queries.ts'
import { useMe } from './use-me.ts'

export function useFramework(): Framework {
  const me = useMe()
  return useSuspenseQuery(frameworkQuery(me.framework.digest)).data
}

/** The digest under which `useFramework` is stored: what ratings and targets are pinned to. */
export function useFrameworkDigest(): string {
  return useMe().framework.digest
}
