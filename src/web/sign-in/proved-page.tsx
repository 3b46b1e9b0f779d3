// The end of proving anew at the provider, in a window of its own.
import { useEffect } from 'react'
import { signInWords } from '../words/sign-in.ts'
import { EntryFrame } from './entry-frame.tsx'

export function ProvedPage() {
  useEffect(() => {
    // A browser may refuse; then the words below say what to do.
    window.close()
  }, [])
  return (
    <EntryFrame title={signInWords.provedTitle}>
      <p>{signInWords.proved}</p>
    </EntryFrame>
  )
}
