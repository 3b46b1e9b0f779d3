// Says that one is signed out, and offers to end the session at the provider too.
import { useState } from 'react'
import { takeProviderGoodbye } from '../account/provider-goodbye.ts'
import { signInWords } from '../words/sign-in.ts'
import { EntryFrame } from './entry-frame.tsx'

export function SignedOutPage() {
  const [goodbye] = useState(takeProviderGoodbye)
  return (
    <EntryFrame title={signInWords.outTitle}>
      <p>{signInWords.out}</p>
      {goodbye === null ? null : (
        <div className="stack-s">
          <p>{signInWords.outProvider}</p>
          <p>
            <a href={goodbye}>{signInWords.outProviderDo}</a>
          </p>
        </div>
      )}
      <p>
        <a className="button" href="/">
          {signInWords.outAgain}
        </a>
      </p>
    </EntryFrame>
  )
}
