// A file of a framework as a form beside its text: the roles, the moves, or what stands at the head of a skill.
import { useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { Removable } from '../../core/revision/plan-removal.ts'
import { skillOfPath } from '../../core/revision/skill-path.ts'
import { ApiError } from '../api.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { formWords } from '../words/editor-forms.ts'
import { AddMove, AddRole } from './add-entry.tsx'
import type { DraftKeeper, KeptFile } from './draft-keeper.ts'
import type { Choice } from './entry-fields.tsx'
import { textIn } from './entry-values.ts'
import { fileName } from './file-names.ts'
import { MoveForm } from './move-form.tsx'
import { RoleForm } from './role-form.tsx'
import { SkillForm } from './skill-form.tsx'
import { TakeOut } from './take-out.tsx'
import { type Entries, useEntries } from './use-entries.ts'

export interface FileFormProps {
  frameworkId: string
  file: KeptFile
  files: readonly KeptFile[]
  /** The published version: paths, groups, bands and the words of the framework. */
  framework: Framework
  keeper: DraftKeeper
}

/** `onEntry`: another entry of the file was chosen. */
export function FileForm(props: FileFormProps & { onEntry: (at: number) => void }) {
  const { frameworkId, file, keeper } = props
  const entries = useEntries(frameworkId, file.path, file.text, keeper)
  const Shown = file.path === 'roles.yaml' ? Roles : file.path === 'moves.yaml' ? Moves : Skill
  return (
    <section className="editor-form stack" aria-label={formWords.form(fileName(file.path, file.text))}>
      {entries.problem === null ? null : (
        <div className="notice" data-tone="trouble">
          <ProblemLine error={new ApiError(entries.problem)} />
          <p>{formWords.cannot}</p>
        </div>
      )}
      {entries.entries === null ? (
        <p className="quiet small">{entries.problem === null ? formWords.reading : null}</p>
      ) : (
        // Nothing is written into a text that cannot be read.
        <fieldset className="editor-fields stack" disabled={entries.problem !== null}>
          <Shown {...props} entries={entries} />
        </fieldset>
      )}
    </section>
  )
}

type ShownProps = FileFormProps & { entries: Entries; onEntry: (at: number) => void }

function Roles({ entries, onEntry, ...props }: ShownProps) {
  const roles = entries.entries ?? []
  const [chosen, setChosen] = useChosen(onEntry)
  const at = Math.min(chosen, roles.length - 1)
  const role = roles[at]
  const what: Removable | null = role ? { kind: 'role', id: textIn(role, 'id') } : null
  return (
    <>
      <EntryPicker
        label={formWords.role}
        names={roles.map((one) => textIn(one, 'name') || textIn(one, 'id'))}
        at={at}
        onPick={setChosen}
      />
      {role ? (
        <RoleForm
          key={textIn(role, 'id')}
          framework={props.framework}
          entry={role}
          skills={skillChoices(props.files)}
          onChange={(members) => void entries.edit({ kind: 'set', at, members })}
        />
      ) : null}
      <TakeOut {...props} what={what} name={role ? textIn(role, 'name') : ''} />
      <AddRole
        framework={props.framework}
        roles={roles}
        onAdd={async (members, after) => {
          await entries.edit({ kind: 'add', after, members })
          setChosen(after + 1)
        }}
      />
    </>
  )
}

function Moves({ entries, onEntry, ...props }: ShownProps) {
  const moves = entries.entries ?? []
  const roles = useRoleChoices(props)
  const [chosen, setChosen] = useChosen(onEntry)
  const at = Math.min(chosen, moves.length - 1)
  const move = moves[at]
  const nameOf = (role: string) => roles.find((one) => one.value === role)?.name ?? role
  const names = moves.map((one) => formWords.moveName(nameOf(textIn(one, 'from')), nameOf(textIn(one, 'to'))))
  return (
    <>
      <EntryPicker label={formWords.move} names={names} at={at} onPick={setChosen} />
      {move ? (
        <MoveForm
          key={at}
          framework={props.framework}
          entry={move}
          roles={roles}
          onChange={(members) => void entries.edit({ kind: 'set', at, members })}
        />
      ) : null}
      <TakeOut
        {...props}
        what={move ? { kind: 'move', from: textIn(move, 'from'), to: textIn(move, 'to') } : null}
        name={names[at] ?? ''}
      />
      <AddMove
        framework={props.framework}
        moves={moves}
        roles={roles}
        onAdd={async (members, after) => {
          await entries.edit({ kind: 'add', after, members })
          setChosen(after + 1)
        }}
      />
    </>
  )
}

function Skill({ entries, onEntry: _, ...props }: ShownProps) {
  const id = skillOfPath(props.file.path) ?? ''
  const [skill] = entries.entries ?? []
  return (
    <>
      {skill ? (
        <SkillForm
          framework={props.framework}
          entry={skill}
          skills={skillChoices(props.files).filter((one) => one.value !== id)}
          onChange={(members) => void entries.edit({ kind: 'set', at: 0, members })}
        />
      ) : null}
      <TakeOut {...props} what={{ kind: 'skill', id }} name={skill ? textIn(skill, 'name') : id} />
    </>
  )
}

/** The text beside the form goes where the form is. */
function useChosen(onEntry: (at: number) => void): [number, (at: number) => void] {
  const [chosen, setChosen] = useState(0)
  const choose = (at: number) => {
    setChosen(at)
    onEntry(at)
  }
  return [chosen, choose]
}

function EntryPicker(props: { label: string; names: string[]; at: number; onPick: (at: number) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="select"
        value={String(props.at)}
        onChange={(event) => props.onPick(Number(event.target.value))}
      >
        {props.names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is known by its place in the file.
          <option key={at} value={at}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

function useRoleChoices({ frameworkId, files, keeper }: FileFormProps): Choice[] {
  const text = files.find((file) => file.path === 'roles.yaml')?.text ?? null
  const { entries } = useEntries(frameworkId, 'roles.yaml', text, keeper)
  return (entries ?? []).map((role) => ({ value: textIn(role, 'id'), name: textIn(role, 'name') }))
}

function skillChoices(files: readonly KeptFile[]): Choice[] {
  return files
    .flatMap((file) => {
      const id = skillOfPath(file.path)
      return id === null || file.text === null ? [] : [{ value: id, name: fileName(file.path, file.text) }]
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
