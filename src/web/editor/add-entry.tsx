// Adding a role or a move to a framework: what it must have; the form then asks for the rest.
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { PlainMembers } from '../../core/revision/edit-yaml.ts'
import { editorWords } from '../words/editor.ts'
import { formWords } from '../words/editor-forms.ts'
import { type Choice, PickField } from './entry-fields.tsx'
import { textIn } from './entry-values.ts'
import { idFromName } from './file-names.ts'

type OnAdd = (members: PlainMembers, after: number) => Promise<void>

export function AddRole(props: { framework: Framework; roles: readonly PlainMembers[]; onAdd: OnAdd }) {
  const { framework, roles, onAdd } = props
  const id = useId()
  const [name, setName] = useState('')
  const [path, setPath] = useState(framework.paths[0]?.id ?? '')
  const role = idFromName(name)
  const isTaken = roles.some((one) => textIn(one, 'id') === role)
  const last = roles.findLastIndex((one) => textIn(one, 'path') === path)
  return (
    <Adding
      open={formWords.newRole}
      add={formWords.newRoleAdd}
      isReady={role !== '' && path !== '' && !isTaken}
      onAdd={async () => {
        await onAdd({ id: role, name: name.trim(), path }, last < 0 ? roles.length - 1 : last)
        setName('')
      }}
    >
      <div className="field">
        <label htmlFor={id}>{formWords.name}</label>
        <input id={id} className="input" value={name} onChange={(event) => setName(event.target.value)} />
        {isTaken && role !== '' ? <span className="field-error">{formWords.taken}</span> : null}
      </div>
      <PickField
        label={formWords.path}
        value={path}
        choices={framework.paths.map((one) => ({ value: one.id, name: one.name }))}
        onPick={setPath}
      />
    </Adding>
  )
}

export function AddMove(props: {
  framework: Framework
  moves: readonly PlainMembers[]
  roles: readonly Choice[]
  onAdd: OnAdd
}) {
  const { framework, moves, roles, onAdd } = props
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [kind, setKind] = useState('')
  const isTaken = moves.some((one) => textIn(one, 'from') === from && textIn(one, 'to') === to)
  const last = moves.findLastIndex((one) => textIn(one, 'from') === from)
  return (
    <Adding
      open={formWords.newMove}
      add={formWords.newMoveAdd}
      isReady={from !== '' && to !== '' && from !== to && kind !== '' && !isTaken}
      onAdd={async () => {
        await onAdd({ from, to, kind }, last < 0 ? moves.length - 1 : last)
        setTo('')
      }}
    >
      <PickField label={formWords.from} value={from} choices={roles} onPick={setFrom} />
      <PickField label={formWords.to} value={to} choices={roles} onPick={setTo} />
      {isTaken && to !== '' ? <span className="field-error">{formWords.taken}</span> : null}
      <PickField
        label={formWords.kind}
        value={kind}
        choices={Object.entries(framework.moveKinds).map(([value, one]) => ({ value, name: one.name }))}
        onPick={setKind}
      />
    </Adding>
  )
}

function Adding(props: {
  open: string
  add: string
  isReady: boolean
  onAdd: () => Promise<void>
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen)
    return (
      <div>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {props.open}
        </button>
      </div>
    )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!props.isReady) return
    await props.onAdd()
    setOpen(false)
  }
  return (
    <form className="editor-adding stack-s" aria-label={props.open} onSubmit={(event) => void submit(event)}>
      {props.children}
      <div className="actions">
        <button type="submit" className="button" data-look="main" disabled={!props.isReady}>
          {props.add}
        </button>
        <button type="button" className="button" data-look="plain" onClick={() => setOpen(false)}>
          {editorWords.cancel}
        </button>
      </div>
    </form>
  )
}
