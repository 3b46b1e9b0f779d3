// What somebody handed over, as it came, on their page.

import { useSuspenseQuery } from '@tanstack/react-query'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { receivedWords } from '../words/share.ts'
import { ShareView } from './share-view.tsx'
import { receivedQuery, useTakeReceivedAway } from './use-share.ts'
import './share.css'

export function ReceivedShares({ personId }: { personId: string }) {
  const received = useSuspenseQuery(receivedQuery(personId)).data
  const away = useTakeReceivedAway()
  if (received.length === 0 && !away.isSuccess) return null
  return (
    <section className="section stack">
      <h2>
        {receivedWords.title} <WhoCanSee of="receivedShare" />
      </h2>
      <ProblemLine error={away.error} />
      <Reading>{away.isSuccess ? receivedWords.removed : ''}</Reading>
      {received.map((share, index) => (
        <div key={share.id} className="stack-s">
          <Disclosure summary={receivedWords.on(dateWords.day(share.file.sharedOn))} open={index === 0}>
            <ShareView content={share.file} />
          </Disclosure>
          <button
            type="button"
            className="button no-print"
            data-look="plain"
            onClick={() => away.mutate(share)}
          >
            {receivedWords.remove}
          </button>
        </div>
      ))}
    </section>
  )
}
