// What somebody handed over, as it came, on their page.
import { useSuspenseQuery } from '@tanstack/react-query'
import { receivedQuery, useTakeReceivedAway } from '../data/use-share.ts'
import { dateWords } from '../words/date.ts'
import { receivedWords } from '../words/share.ts'
import { Disclosure } from './disclosure.tsx'
import { ProblemLine } from './problem-line.tsx'
import { Reading } from './reading.tsx'
import { ShareView } from './share-view.tsx'
import '../pages/share.css'

export function ReceivedShares({ personId }: { personId: string }) {
  const received = useSuspenseQuery(receivedQuery(personId)).data
  const away = useTakeReceivedAway()
  if (received.length === 0 && !away.isSuccess) return null
  return (
    <section className="section stack">
      <h2>{receivedWords.title}</h2>
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
