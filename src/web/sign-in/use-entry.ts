// What a page of getting in is doing: asking the device, leaving for the provider, or saying why it did not work.
import { useState } from 'react'
import type { Result } from '../../core/result.ts'
import { beginAtProvider, type NotIn } from '../account/api-sign-in.ts'
import { signInWords } from '../words/sign-in.ts'
import { explainProblem } from '../words/trouble.ts'

export function useEntry() {
  const [state, setState] = useState<'' | 'working' | 'leaving'>('')
  const [problem, setProblem] = useState<string | null>(null)
  const refuse = (why: NotIn) => {
    setState('')
    setProblem(why === 'unanswered' ? signInWords.unanswered : explainProblem(why))
  }
  return {
    state,
    problem,
    /** Asks the device, then goes on. */
    async byPasskey(enter: () => Promise<Result<undefined, NotIn>>, goOn: () => void) {
      setProblem(null)
      setState('working')
      const entered = await enter()
      if (entered.ok) goOn()
      else refuse(entered.failure)
    },
    async byProvider(asked: { to?: string; invitation?: string }) {
      setProblem(null)
      setState('leaving')
      const begun = await beginAtProvider(asked)
      if (begun.ok) location.assign(begun.value)
      else refuse(begun.failure)
    },
  }
}
