// One role of a framework as a form.
import type { Framework } from '../../core/framework/framework.ts'
import type { PlainMembers } from '../../core/revision/edit-yaml.ts'
import { formWords } from '../words/editor-forms.ts'
import { type Choice, NumberField, PickField, SeveralField, TextField } from './entry-fields.tsx'
import { idsIn, listIn, membersIn, numberIn, orNothing, textIn, withMembers } from './entry-values.ts'

export interface EntryFormProps {
  framework: Framework
  entry: PlainMembers
  /** Members that change; null takes one out. */
  onChange: (members: PlainMembers) => void
}

const MOST_MUST_HAVES = 5

export function RoleForm({ framework, entry, onChange, skills }: EntryFormProps & { skills: Choice[] }) {
  const words = (key: string) => (text: string) => onChange({ [key]: orNothing(text) })
  return (
    <>
      <TextField
        label={formWords.name}
        value={textIn(entry, 'name')}
        onWrite={(name) => (name.trim() === '' ? undefined : onChange({ name: name.trim() }))}
      />
      <div className="editor-pair">
        <PickField
          label={formWords.path}
          value={textIn(entry, 'path')}
          choices={framework.paths.map(({ id, name }) => ({ value: id, name }))}
          onPick={(path) => onChange({ path })}
        />
        {framework.bands.length === 0 ? null : (
          <PickField
            label={formWords.band}
            value={textIn(entry, 'band')}
            choices={framework.bands.map(({ band, name }) => ({ value: String(band), name }))}
            none={formWords.noBand}
            onPick={(band) => onChange({ band: band === '' ? null : Number(band) })}
          />
        )}
      </div>
      <TextField label={formWords.purpose} value={textIn(entry, 'purpose')} onWrite={words('purpose')} long />
      <TextField label={formWords.scope} value={textIn(entry, 'scope')} onWrite={words('scope')} />
      <UsualStay stay={membersIn(entry, 'usual_stay')} onChange={(usual_stay) => onChange({ usual_stay })} />
      <SeveralField
        label={formWords.mustHaves}
        hint={formWords.mustHavesHint}
        values={idsIn(entry, 'must_haves')}
        choices={skills}
        most={MOST_MUST_HAVES}
        onWrite={(must_haves) => onChange({ must_haves: orNothing(must_haves) })}
      />
      <TextField
        label={formWords.tags}
        hint={formWords.tagsHint}
        value={idsIn(entry, 'tags').join(', ')}
        onWrite={(text) => onChange({ tags: orNothing(text.split(/[,\s]+/).filter((tag) => tag !== '')) })}
      />
    </>
  )
}

/** The years beside the words are optional, and come in twos. */
function UsualStay(props: { stay: PlainMembers; onChange: (stay: PlainMembers | null) => void }) {
  const { stay, onChange } = props
  const years = listIn(stay, 'years')
  const [from, to] = [numberIn({ from: years[0] ?? null }, 'from'), numberIn({ to: years[1] ?? null }, 'to')]
  const put = (low: number | null, high: number | null) => {
    const known = low ?? high
    onChange(withMembers(stay, { years: known === null ? null : [low ?? known, high ?? known] }))
  }
  return (
    <>
      <TextField
        label={formWords.stay}
        hint={formWords.stayHint}
        value={textIn(stay, 'text')}
        onWrite={(text) => onChange(text.trim() === '' ? null : withMembers(stay, { text: text.trim() }))}
      />
      {textIn(stay, 'text') === '' ? null : (
        <div className="editor-pair">
          <NumberField label={formWords.stayFrom} value={from} onWrite={(low) => put(low, to)} />
          <NumberField label={formWords.stayTo} value={to} onWrite={(high) => put(from, high)} />
        </div>
      )}
    </>
  )
}
