// Makes a framework of one's own from one that is there.
import { type FormEvent, useId, useState } from 'react'
import { newId } from '../api.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { frameworksWords } from '../words/frameworks.ts'
import { frameworkIdFor } from './framework-id.ts'
import { useMakeMine } from './use-frameworks.ts'

export function MakeMine(props: {
  name: string
  digest: string
  taken: readonly string[]
  onDone: (name: string | null) => void
}) {
  const { name: original, digest, taken, onDone } = props
  const field = useId()
  const make = useMakeMine()
  const [name, setName] = useState(frameworksWords.ownName(original))
  const [key] = useState(newId)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const command = { digest, id: frameworkIdFor(name, taken), name: name.trim(), key }
    make.mutate(command, { onSuccess: (made) => onDone(made.name) })
  }
  return (
    <form className="notice" onSubmit={submit}>
      <p>{frameworksWords.makeMineAbout(original)}</p>
      <div className="field">
        <label htmlFor={field}>{frameworksWords.makeMineName}</label>
        <input
          id={field}
          className="input"
          autoComplete="off"
          maxLength={200}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button" data-look="main" disabled={make.isPending}>
          {make.isPending ? frameworksWords.making : frameworksWords.makeMineDo}
        </button>
        <button type="button" className="button" data-look="plain" onClick={() => onDone(null)}>
          {frameworksWords.cancel}
        </button>
      </div>
      <ProblemLine error={make.error} />
    </form>
  )
}
