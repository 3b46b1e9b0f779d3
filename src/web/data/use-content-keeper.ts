// A keeper that is alive as long as its page: tries again, sends what waits before the page goes.
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { ContentKeeper, Kept } from './content-keeper.ts'

const TRY_AGAIN_MS = 5_000

/** `stale` is what has to be read anew once the page was left. */
export function useKept<Item extends { id: string; revisionId: string }, Content>(
  keeper: ContentKeeper<Item, Content>,
  stale: QueryKey,
): Kept<Item, Content> {
  const queries = useQueryClient()
  const kept = useSyncExternalStore(keeper.subscribe, keeper.kept)
  const [noun] = stale
  useEffect(() => {
    keeper.flush()
    const timer = setInterval(keeper.flush, TRY_AGAIN_MS)
    addEventListener('online', keeper.flush)
    addEventListener('pagehide', keeper.flush)
    return () => {
      keeper.flush()
      clearInterval(timer)
      removeEventListener('online', keeper.flush)
      removeEventListener('pagehide', keeper.flush)
      void queries.invalidateQueries({ queryKey: [noun] })
    }
  }, [keeper, queries, noun])
  return kept
}
