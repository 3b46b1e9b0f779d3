// A file that somebody handed over: looked at first, then kept with one of the people, or closed again.
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { NameField } from '../person/person-form.tsx'
import { receivedWords } from '../words/share.ts'
import { type LookedAt, lookAtShare } from './api-share.ts'
import { ShareView } from './share-view.tsx'
import { useReceive } from './use-share.ts'
import './share.css'

const NEW = 'new'

export function ReceiveShare({ people }: { people: readonly KeptPerson[] }) {
  const id = useId()
  const [page, setPage] = useState('')
  const [who, setWho] = useState(NEW)
  const [name, setName] = useState('')
  const receive = useReceive()
  const look = useMutation({
    mutationFn: async (file: File) => {
      const text = await file.text()
      const looked = expectValue(await lookAtShare(text))
      return { text, looked }
    },
    onSuccess: ({ text, looked }) => {
      setPage(text)
      setWho(looked.personId ?? NEW)
      setName(looked.file.from.trim())
    },
  })
  const close = () => {
    look.reset()
    setPage('')
  }
  const looked = page === '' ? null : (look.data?.looked ?? null)
  const kept = receive.data?.received
  const keptWith = people.find((one) => one.id === kept?.personId)?.displayName ?? name
  return (
    <div className="stack-s">
      <div className="field">
        <label htmlFor={id}>{receivedWords.bring}</label>
        <input
          id={id}
          className="input"
          type="file"
          accept=".html,text/html"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            receive.reset()
            if (file !== undefined) look.mutate(file)
            event.target.value = ''
          }}
        />
        <span className="field-hint">{receivedWords.bringHelp}</span>
      </div>
      <Reading>{look.isPending ? receivedWords.reading : ''}</Reading>
      <ProblemLine error={look.error ?? receive.error} />
      {looked === null ? null : (
        <Looked
          looked={looked}
          people={people}
          who={who}
          onWho={setWho}
          name={name}
          onName={setName}
          isKeeping={receive.isPending}
          onKeep={() =>
            receive.mutate(
              { page, ...(who === NEW ? { personId: null, name } : { personId: who }) },
              { onSuccess: () => setPage('') },
            )
          }
          onClose={close}
        />
      )}
      {kept === undefined ? null : (
        <p role="status">
          <Link to="/people/$id" params={{ id: kept.personId }}>
            {receivedWords.kept(keptWith)}
          </Link>
        </p>
      )}
    </div>
  )
}

function Looked(props: {
  looked: LookedAt
  people: readonly KeptPerson[]
  who: string
  onWho: (who: string) => void
  name: string
  onName: (name: string) => void
  isKeeping: boolean
  onKeep: () => void
  onClose: () => void
}) {
  const { looked, people, who, onWho, name, isKeeping, onKeep, onClose } = props
  const id = useId()
  const { file, known, ratings } = looked
  const isNamed = file.from.trim() !== ''
  return (
    <div className="share-paper stack-s">
      <ShareView content={file} />
      {known ? <p>{receivedWords.known}</p> : null}
      <p className="small quiet">{receivedWords.ratings(ratings)}</p>
      <div className="field">
        <label htmlFor={id}>{receivedWords.isFrom}</label>
        <select id={id} className="select" value={who} onChange={(event) => onWho(event.target.value)}>
          <option value={NEW}>
            {isNamed ? receivedWords.newPerson(file.from) : receivedWords.somebodyNew}
          </option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.displayName}
            </option>
          ))}
        </select>
      </div>
      {who === NEW && !isNamed ? <NameField id={`${id}-name`} value={name} onChange={props.onName} /> : null}
      <div className="actions">
        <button
          type="button"
          className="button"
          data-look="main"
          disabled={isKeeping || (who === NEW && name.trim() === '')}
          onClick={onKeep}
        >
          {receivedWords.keep}
        </button>
        <button type="button" className="button" data-look="plain" onClick={onClose}>
          {receivedWords.letGo}
        </button>
      </div>
    </div>
  )
}
