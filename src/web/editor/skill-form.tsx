// What stands at the head of a skill, as a form.
import type { PlainMembers, PlainValue } from '../../core/revision/edit-yaml.ts'
import { formWords } from '../words/editor-forms.ts'
import { type Choice, NumberField, PickField, SeveralField, TextField } from './entry-fields.tsx'
import { idsIn, isMembers, listIn, membersIn, numberIn, orNothing, textIn } from './entry-values.ts'
import type { EntryFormProps } from './role-form.tsx'

export function SkillForm({ framework, entry, onChange, skills }: EntryFormProps & { skills: Choice[] }) {
  return (
    <>
      <TextField
        label={formWords.name}
        value={textIn(entry, 'name')}
        onWrite={(name) => (name.trim() === '' ? undefined : onChange({ name: name.trim() }))}
      />
      <div className="editor-pair">
        <PickField
          label={formWords.kind}
          value={textIn(entry, 'kind')}
          choices={(['hard', 'soft'] as const).map((kind) => ({
            value: kind,
            name: framework.kinds[kind].name,
          }))}
          none={formWords.kindUnknown}
          onPick={(kind) => onChange({ kind: orNothing(kind) })}
        />
        <PickField
          label={formWords.group}
          value={textIn(entry, 'group')}
          choices={framework.groups.map(({ id, name }) => ({ value: id, name }))}
          onPick={(group) => onChange({ group })}
        />
      </div>
      <SeveralField
        label={formWords.prerequisites}
        values={idsIn(entry, 'prerequisites')}
        choices={skills}
        onWrite={(prerequisites) => onChange({ prerequisites: orNothing(prerequisites) })}
      />
      <PickField
        label={formWords.access}
        value={textIn(entry, 'access')}
        choices={Object.entries(formWords.accesses).map(([value, name]) => ({ value, name }))}
        none={formWords.notSaid}
        onPick={(access) => onChange({ access: orNothing(access) })}
      />
      <Observability
        seen={membersIn(entry, 'observability')}
        onChange={(observability) => onChange({ observability })}
      />
      <Weeks
        lines={listIn(entry, 'weeks').filter(isMembers)}
        top={framework.scale.length - 1}
        onChange={(weeks) => onChange({ weeks: orNothing(weeks) })}
      />
    </>
  )
}

/** Said of all three or of none. */
function Observability(props: { seen: PlainMembers; onChange: (seen: PlainMembers | null) => void }) {
  const { seen, onChange } = props
  const observers = Object.entries(formWords.observers)
  const pick = (observer: string, value: string) => {
    if (value === '') return onChange(null)
    const all = observers.map(([one]) => [one, one === observer ? Number(value) : (numberIn(seen, one) ?? 0)])
    onChange(Object.fromEntries(all))
  }
  return (
    <fieldset className="stack-s">
      <legend>{formWords.observability}</legend>
      <div className="editor-three">
        {observers.map(([observer, name]) => (
          <PickField
            key={observer}
            label={name}
            value={textIn(seen, observer)}
            choices={formWords.often.map((often, value) => ({ value: String(value), name: often }))}
            none={formWords.notSaid}
            onPick={(value) => pick(observer, value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Weeks(props: { lines: PlainMembers[]; top: number; onChange: (weeks: PlainValue[]) => void }) {
  const { lines, top, onChange } = props
  const put = (at: number, changes: PlainMembers) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...changes } : line)))
  const keys = [
    ['up_to', formWords.upTo],
    ['low', formWords.low],
    ['high', formWords.high],
  ] as const
  return (
    <fieldset className="stack-s">
      <legend>{formWords.weeks}</legend>
      <span className="field-hint">{formWords.weeksHint}</span>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity than its place.
        <div key={at} className="editor-weeks">
          {keys.map(([key, label]) => (
            <NumberField
              key={key}
              label={label}
              value={numberIn(line, key)}
              onWrite={(value) => (value === null ? undefined : put(at, { [key]: value }))}
            />
          ))}
          <button
            type="button"
            className="button"
            data-look="sign"
            aria-label={formWords.removeLine(at + 1)}
            onClick={() => onChange(lines.toSpliced(at, 1))}
          >
            ×
          </button>
        </div>
      ))}
      <div>
        <button
          type="button"
          className="button"
          onClick={() => onChange([...lines, { up_to: top, low: 4, high: 8 }])}
        >
          {formWords.addWeeks}
        </button>
      </div>
    </fieldset>
  )
}
