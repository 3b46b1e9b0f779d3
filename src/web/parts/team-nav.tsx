// The ways around of an organisation: a few words at the top, and below each the pages that whoever reads has.
import { Link, useRouterState } from '@tanstack/react-router'
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useSession } from '../data/use-session.ts'
import { OpenAsks } from '../round/open-asks.tsx'
import { teamWords } from '../words/team.ts'
import { linksFor, partOf, type TeamPart } from './team-links.tsx'
import './team-nav.css'

export function TeamNav() {
  const session = useSession()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const id = useId()
  const { open, setOpen, list, keep } = useOnePanel(path)
  if (session === undefined) return null
  const here = partOf(path)
  return (
    <ul className="team-nav" ref={list} onKeyDown={keep.onKeyDown} onBlur={keep.onBlur}>
      {linksFor(session).map(({ part, links }) => (
        <li key={part}>
          <button
            type="button"
            aria-expanded={open === part}
            aria-controls={open === part ? `${id}-${part}` : undefined}
            aria-current={here === part ? 'true' : undefined}
            onClick={() => setOpen(open === part ? null : part)}
          >
            {teamWords.parts[part]}
          </button>
          {open === part ? (
            <div className="team-nav-panel" id={`${id}-${part}`}>
              {part === 'organisation' && session.organisation !== null ? (
                <p className="small quiet">{session.organisation}</p>
              ) : null}
              <ul aria-label={teamWords.parts[part]}>
                {links.map(({ to, name }) => (
                  <li key={to}>
                    <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
                      {name}
                    </Link>
                    {to === '/asked' ? <OpenAsks /> : null}
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** One panel is open at most: it closes on another page, with Escape, and when one goes elsewhere. */
function useOnePanel(path: string) {
  const list = useRef<HTMLUListElement>(null)
  const [opened, setOpened] = useState<{ part: TeamPart; on: string } | null>(null)
  // Whatever was open belongs to the page it was opened on.
  const open = opened?.on === path ? opened.part : null
  const isOpen = open !== null
  useEffect(() => {
    if (!isOpen) return
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && !list.current?.contains(event.target)) setOpened(null)
    }
    document.addEventListener('pointerdown', press)
    return () => document.removeEventListener('pointerdown', press)
  }, [isOpen])
  const keep = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isOpen) return
      list.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus()
      setOpened(null)
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !list.current?.contains(relatedTarget)) setOpened(null)
    },
  }
  const setOpen = (part: TeamPart | null) => setOpened(part === null ? null : { part, on: path })
  return { open, setOpen, list, keep }
}
