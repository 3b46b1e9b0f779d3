// A growth area that another page asks for: pinned once the plan is there, so that what it costs is said; then no longer asked.
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import type { Board } from './use-plan-board.ts'

/** `pin` is a skill from the address bar, or null. */
export function usePinAsked(board: Board, framework: Framework, pin: string | null): void {
  const navigate = useNavigate()
  const isReady = board.planning.settled !== null
  const { act, trial } = board
  const isPinned = pin === null || trial.now.pins.includes(pin)
  useEffect(() => {
    if (pin === null || !isReady) return
    if (!isPinned && findSkill(framework, pin) !== undefined) act({ kind: 'pin', skill: pin })
    void navigate({
      to: '/plan',
      search: ({ pin: _, ...others }) => others,
      replace: true,
      resetScroll: false,
    })
  }, [pin, isReady, isPinned, framework, act, navigate])
}
