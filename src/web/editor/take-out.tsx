// Taking a role, a move or a skill out of a framework: first what depends on it, then the person decides.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { Dependent, Removable } from '../../core/revision/plan-removal.ts'
import { skillOfPath } from '../../core/revision/skill-path.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dependentWords, formWords } from '../words/editor-forms.ts'
import { planRemoval } from './api-draft-forms.ts'
import type { KeptFile } from './draft-keeper.ts'
import type { FileFormProps } from './file-form.tsx'
import { fileName } from './file-names.ts'

interface Props extends FileFormProps {
  /** Null where there is nothing to take out. */
  what: Removable | null
  name: string
}

export function TakeOut({ frameworkId, files, framework, keeper, what, name }: Props) {
  const isSaved = files.every((file) => file.state === 'saved')
  const key = JSON.stringify(what)
  const [asked, setAsked] = useState<string | null>(null)
  const ask = useMutation({
    mutationFn: async (one: Removable) => expectValue(await planRemoval(frameworkId, one)),
  })
  if (what === null) return null
  const plan = asked === key ? ask.data : undefined
  if (plan === undefined)
    return (
      <div className="stack-s">
        <ProblemLine error={asked === key ? ask.error : null} />
        <div>
          <button
            type="button"
            className="button"
            data-look="plain"
            disabled={!isSaved || ask.isPending}
            title={isSaved ? undefined : formWords.whenSaved}
            onClick={() => {
              setAsked(key)
              ask.mutate(what)
            }}
          >
            {formWords.take[what.kind]}
          </button>
        </div>
      </div>
    )
  return (
    <div className="notice" role="alert">
      <h3>{formWords.takeWhat(name)}</h3>
      <Dependents dependents={plan.dependents} nameOf={(id) => nameIn(framework, files, id)} />
      <p className="small quiet">{formWords.afterwards}</p>
      <div className="actions">
        <button
          type="button"
          className="button"
          // What was told is about the draft as it was saved then.
          disabled={!isSaved}
          onClick={() => {
            for (const { path, text } of plan.files) keeper.change(path, text)
            setAsked(null)
          }}
        >
          {formWords.takeDo}
        </button>
        <button type="button" className="button" data-look="plain" onClick={() => setAsked(null)}>
          {formWords.keep}
        </button>
      </div>
    </div>
  )
}

/** Of a role, of a skill, or of the two roles of a move, as `from > to`. */
function nameIn(framework: Framework, files: readonly KeptFile[], id: string): string {
  if (id.includes(' > ')) {
    const [from = '', to = ''] = id.split(' > ').map((role) => nameIn(framework, files, role))
    return formWords.moveName(from, to)
  }
  const skill = files.find((file) => skillOfPath(file.path) === id)
  const role = framework.roles.find((one) => one.id === id)
  return role?.name ?? (skill ? fileName(skill.path, skill.text) : id)
}

interface DependentsProps {
  dependents: readonly Dependent[]
  nameOf: (id: string) => string
}

function Dependents({ dependents, nameOf }: DependentsProps) {
  const goes = dependents.filter((one) => one.goes)
  const stays = dependents.filter((one) => !one.goes)
  if (dependents.length === 0) return <p>{formWords.nothingDepends}</p>
  return (
    <>
      {goes.length > 0 ? <DependentList title={formWords.goesToo} dependents={goes} nameOf={nameOf} /> : null}
      {stays.length > 0 ? <DependentList title={formWords.stays} dependents={stays} nameOf={nameOf} /> : null}
    </>
  )
}

function DependentList({ title, dependents, nameOf }: DependentsProps & { title: string }) {
  return (
    <>
      <p>{title}</p>
      <ul className="marked-list small">
        {dependents.map((one) => (
          <li key={`${one.kind} ${one.file}`}>{dependentWords(one, nameOf)}</li>
        ))}
      </ul>
    </>
  )
}
