// Tokens of directories: made, shown once, and ended.

import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemLine } from '../parts/problem-line.tsx'
import { TextField } from '../parts/text-field.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { accessWords as words } from '../words/organisation.ts'
import { endDirectoryToken, makeDirectoryToken, type TokenEntry } from './api-people-admin.ts'
import { tokensQuery, useOrganisationChange } from './organisation-queries.ts'

export function DirectoryTokens() {
  const tokens = useSuspenseQuery(tokensQuery).data
  const [label, setLabel] = useState('')
  const make = useOrganisationChange(makeDirectoryToken)
  const end = useOrganisationChange(endDirectoryToken)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (label.trim() !== '') make.mutate(label, { onSuccess: () => setLabel('') })
  }
  return (
    <section className="section">
      <h2>
        {words.tokens} <WhoCanSee of="directoryToken" shared />
      </h2>
      <p>{words.tokensHelp}</p>
      {tokens.length === 0 ? <p>{words.noTokens}</p> : null}
      <ul className="organisation-list">
        {tokens.map((token) => (
          <li key={token.id}>
            <span>
              {token.label} <span className="small quiet">{stateOf(token)}</span>
            </span>
            {token.endedAt === null ? (
              <button
                type="button"
                className="button"
                data-look="plain"
                aria-label={`${words.end}: ${token.label}`}
                disabled={end.isPending}
                onClick={() => end.mutate(token.id)}
              >
                {words.end}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemLine error={end.error} />
      {make.data === undefined ? null : (
        <div className="notice" role="status">
          <p>{words.secret}</p>
          <code className="organisation-secret">{make.data.secret}</code>
          <p className="small quiet">{words.address}</p>
          <code className="organisation-secret">{`${location.origin}/scim/v2`}</code>
        </div>
      )}
      <form className="organisation-form" onSubmit={submit}>
        <TextField label={words.label} most={100} value={label} onChange={setLabel} />
        <button type="submit" className="button" disabled={make.isPending || label.trim() === ''}>
          {words.make}
        </button>
      </form>
      <ProblemLine error={make.error} />
    </section>
  )
}

function stateOf({ endedAt, lastUsedAt }: TokenEntry): string {
  if (endedAt !== null) return words.hasEnded(dateWords.minute(endedAt))
  return lastUsedAt === null ? words.neverUsed : words.used(dateWords.minute(lastUsedAt))
}
