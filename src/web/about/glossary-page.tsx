// The words of the program, with the one that somebody came for marked.
import { useRouterState } from '@tanstack/react-router'
import { GlossaryView } from './glossary-view.tsx'
import './glossary.css'

export function GlossaryPage() {
  const wanted = useRouterState({ select: (state) => state.location.hash })
  return <GlossaryView wanted={wanted} isThere={() => true} />
}
