// Makes a role, or staying, the first destination, and takes that back again.
import { useState } from 'react'
import { STAY, type Target } from '../../core/target/target.ts'
import { useMe } from '../data/use-me.ts'
import { useSaveTarget } from '../data/use-save-target.ts'

/** So many destinations can be kept in mind at once. */
const MOST = 3

/** The destinations once `to` is the first: the others of the same role come after it, as many as there is room for. */
export function destinationsWith(target: Target | null, from: string, to: string): string[] {
  if (to === STAY) return [to]
  const others = target?.role === from ? target.destinations.filter((one) => one !== to) : []
  return [to, ...others].slice(0, MOST)
}

export function useChooseDestination(from: string, to: string) {
  const target = useMe().target
  const save = useSaveTarget()
  // Undefined while nothing was chosen here; null where there was no choice to go back to.
  const [before, setBefore] = useState<Target | null | undefined>(undefined)
  const isChosen = target?.role === from && target.destinations[0] === to
  const choose = () => {
    const destinations = destinationsWith(target, from, to)
    save.mutate({ role: from, destinations }, { onSuccess: () => setBefore(target) })
  }
  const undo = () => {
    const earlier = before ?? { role: from, destinations: [] }
    save.mutate(
      { role: earlier.role, destinations: earlier.destinations },
      { onSuccess: () => setBefore(undefined) },
    )
  }
  return { isChosen, choose, undo: isChosen && before !== undefined ? undo : null, error: save.error }
}
