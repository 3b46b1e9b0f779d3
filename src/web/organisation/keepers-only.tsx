// A page that only administrators of people have; for everybody else there is no such page.
import type { ReactNode } from 'react'
import { useSession } from '../data/use-session.ts'
import { Missing } from '../parts/trouble.tsx'
import { keepsPeople } from './keeps-people.ts'

export function KeepersOnly({ children }: { children: ReactNode }) {
  const session = useSession()
  if (session === undefined) return null
  return keepsPeople(session) ? children : <Missing />
}
