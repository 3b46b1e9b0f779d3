// Asks in a small window who somebody is, before what is hard to undo; the page below keeps what was typed.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { beginProofAtProvider, type NotIn, proveByPasskey, readProof } from '../account/api-sign-in.ts'
import { hasPasskeys } from '../account/passkey.ts'
import { queryClient } from '../data/queries.ts'
import { proofWords } from '../words/account.ts'
import { signInWords } from '../words/sign-in.ts'
import { explainProblem } from '../words/trouble.ts'
import '../parts/dialog.css'
import './prove-again.css'

/** How often to look whether the other window is done, in milliseconds. */
const LOOK_EVERY = 1000
let asking: Promise<boolean> | null = null

/** True once it is proved. Asked again meanwhile, the one window answers both. */
export function proveAgain(): Promise<boolean> {
  asking ??= new Promise<boolean>((resolve) => {
    const place = document.body.appendChild(document.createElement('div'))
    const root = createRoot(place)
    const end = (isProved: boolean) => {
      asking = null
      root.unmount()
      place.remove()
      resolve(isProved)
    }
    root.render(<ProofDialog end={end} />)
  })
  return asking
}

const proofQuery = { queryKey: ['proof'], queryFn: readProof, staleTime: 0, gcTime: 0 }

function ProofDialog({ end }: { end: (isProved: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isElsewhere, setElsewhere] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const proof = useQuery(
    { ...proofQuery, refetchInterval: isElsewhere ? LOOK_EVERY : false, refetchIntervalInBackground: true },
    queryClient,
  ).data
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (isElsewhere && proof?.isFresh) end(true)
  }, [isElsewhere, proof, end])
  const refuse = (why: NotIn) =>
    setProblem(why === 'unanswered' ? signInWords.unanswered : explainProblem(why))
  const byPasskey = async () => {
    setProblem(null)
    const proved = await proveByPasskey()
    if (proved.ok) end(true)
    else refuse(proved.failure)
  }
  const byProvider = async () => {
    setProblem(null)
    // Opened while the press still counts; where to go is known a moment later.
    const other = window.open('', '_blank', 'popup,width=520,height=720')
    if (other === null) return setProblem(proofWords.blocked)
    const begun = await beginProofAtProvider()
    if (!begun.ok) {
      other.close()
      return refuse(begun.failure)
    }
    setElsewhere(true)
    other.location.href = begun.value
  }
  const canPasskey = proof?.passkeys === true && hasPasskeys()
  return (
    <dialog
      ref={dialog}
      className="dialog prove-again"
      aria-labelledby="prove-title"
      onClose={() => end(false)}
    >
      <h2 id="prove-title">{proofWords.title}</h2>
      <p>{proofWords.text}</p>
      {problem === null ? null : (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
      <p role="status" className="small quiet">
        {isElsewhere ? proofWords.elsewhere : ''}
      </p>
      {proof !== undefined && !canPasskey && proof.provider === null ? <p>{proofWords.none}</p> : null}
      <div className="actions">
        {canPasskey ? (
          <button type="button" className="button" data-look="main" onClick={byPasskey}>
            {proofWords.passkey}
          </button>
        ) : null}
        {proof?.provider == null ? null : (
          <button
            type="button"
            className="button"
            data-look={canPasskey ? undefined : 'main'}
            onClick={byProvider}
          >
            {proofWords.provider(proof.provider)}
          </button>
        )}
        <button type="button" className="button" data-look="plain" onClick={() => dialog.current?.close()}>
          {proofWords.cancel}
        </button>
      </div>
    </dialog>
  )
}
