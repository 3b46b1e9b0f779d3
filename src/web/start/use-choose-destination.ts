// Makes a role, or staying, the first destination, and takes that back again.
import { useState } from 'react'
import { STAY, type Target } from '../../core/target/target.ts'
import { useMe } from '../data/use-me.ts'
import { useSaveTarget } from '../data/use-save-target.ts'

/** So many destinations can be kept in mind at once. */
const MOST = 3

export function useChooseDestination(from: string, to: string) {
  const target = useMe().target
  const save = useSaveTarget()
  // Undefined while nothing was chosen here; null where there was no choice to go back to.
  const [before, setBefore] = useState<Target | null | undefined>(undefined)
  const isChosen = target?.role === from && target.destinations[0] === to
  const choose = () => {
    const others = target?.role === from ? target.destinations.filter((one) => one !== to) : []
    const destinations = to === STAY ? [to] : [to, ...others].slice(0, MOST)
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
