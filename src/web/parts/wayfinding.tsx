// How pages lead to one another: over the router in the program, by plain links on a published site.
import type { Link as RouterLink, useNavigate as useRouterNavigate } from '@tanstack/react-router'
import { type ComponentType, createContext, useContext } from 'react'

export interface Wayfinding {
  Link: ComponentType<never>
  useNavigate: () => unknown
  /** The address of the map with these search parameters. */
  mapHref: (search: Record<string, string>) => string
}

/** Set once around everything: parts that lead somewhere do not know where they are shown. */
export const WayfindingContext = createContext<Wayfinding | null>(null)

function useWayfinding(): Wayfinding {
  const found = useContext(WayfindingContext)
  if (found === null) throw new Error('WayfindingContext is missing around this page.')
  return found
}

function LinkOfPlace(props: Record<string, unknown>) {
  const Shown = useWayfinding().Link as ComponentType<Record<string, unknown>>
  return <Shown {...props} />
}

/** Takes what the router's own link takes, checked against the program's addresses. */
export const Link = LinkOfPlace as unknown as typeof RouterLink

export const useNavigate = (() => useWayfinding().useNavigate()) as typeof useRouterNavigate

export function useMapHref(): Wayfinding['mapHref'] {
  return useWayfinding().mapHref
}
