// One move of a framework as a form.
import type { PlainMembers } from '../../core/revision/edit-yaml.ts'
import { formWords } from '../words/editor-forms.ts'
import { type Choice, NumberField, PickField, TextField } from './entry-fields.tsx'
import { membersIn, numberIn, orNothing, textIn, withMembers } from './entry-values.ts'
import type { EntryFormProps } from './role-form.tsx'

export function MoveForm({ framework, entry, onChange, roles }: EntryFormProps & { roles: Choice[] }) {
  const words = (key: string) => (text: string) => onChange({ [key]: orNothing(text) })
  return (
    <>
      <div className="editor-pair">
        <PickField
          label={formWords.from}
          value={textIn(entry, 'from')}
          choices={roles}
          onPick={(from) => onChange({ from })}
        />
        <PickField
          label={formWords.to}
          value={textIn(entry, 'to')}
          choices={roles}
          onPick={(to) => onChange({ to })}
        />
      </div>
      <PickField
        label={formWords.kind}
        value={textIn(entry, 'kind')}
        choices={Object.entries(framework.moveKinds).map(([value, { name }]) => ({ value, name }))}
        onPick={(kind) => onChange({ kind })}
      />
      <TextField label={formWords.changes} value={textIn(entry, 'changes')} onWrite={words('changes')} long />
      <TextField label={formWords.hard} value={textIn(entry, 'hard')} onWrite={words('hard')} long />
      <TextField label={formWords.trial} value={textIn(entry, 'trial')} onWrite={words('trial')} long />
      <WayBack back={membersIn(entry, 'back')} onChange={(back) => onChange({ back })} />
    </>
  )
}

function WayBack(props: { back: PlainMembers; onChange: (back: PlainMembers | null) => void }) {
  const { back, onChange } = props
  const ease = textIn(back, 'ease')
  const put = (changes: PlainMembers) => onChange(withMembers(back, changes))
  return (
    <>
      <PickField
        label={formWords.back}
        value={ease}
        choices={Object.entries(formWords.ease).map(([value, name]) => ({ value, name }))}
        none={formWords.backUnknown}
        onPick={(value) => (value === '' ? onChange(null) : put({ ease: value }))}
      />
      {ease === '' ? null : (
        <>
          <TextField
            label={formWords.backNote}
            value={textIn(back, 'note')}
            onWrite={(note) => put({ note: orNothing(note) })}
          />
          <div className="editor-pair">
            <NumberField
              label={formWords.easyUntil}
              value={numberIn(back, 'easy_until_years')}
              onWrite={(easy_until_years) => put({ easy_until_years })}
            />
            <NumberField
              label={formWords.hardAfter}
              value={numberIn(back, 'hard_after_years')}
              onWrite={(hard_after_years) => put({ hard_after_years })}
            />
          </div>
        </>
      )}
    </>
  )
}
