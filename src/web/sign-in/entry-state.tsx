// What is going on, and what did not work, read aloud as it changes.
import { signInWords } from '../words/sign-in.ts'
import type { useEntry } from './use-entry.ts'

export function EntryState({ entry }: { entry: ReturnType<typeof useEntry> }) {
  const { state, problem } = entry
  return (
    <>
      <p role="status" className="small quiet">
        {state === 'working' ? signInWords.working : state === 'leaving' ? signInWords.leaving : ''}
      </p>
      {problem === null ? null : (
        <p role="alert" className="entry-problem">
          {problem}
        </p>
      )}
    </>
  )
}
