// What the journal is looked through for: words, a skill, a person, a time.
import type { EvidencePage } from '../../core/evidence/evidence-page.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { journalWords } from '../words/evidence.ts'
import { skillName } from '../words/names.ts'

export interface JournalAsked {
  text: string
  skill: string
  person: string
  /** '', a number of months, or a year. */
  time: string
}

export const NOTHING_ASKED: JournalAsked = { text: '', skill: '', person: '', time: '' }

interface Props {
  framework: Framework
  named: EvidencePage['named']
  asked: JournalAsked
  onAsk: (part: Partial<JournalAsked>) => void
}

export function JournalFilters({ framework, named, asked, onAsk }: Props) {
  const skills = [...new Set([...named.skills, ...(asked.skill === '' ? [] : [asked.skill])])]
    .map((id) => ({ value: id, name: skillName(framework, id) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return (
    <search className="journal-filters no-print">
      <input
        type="search"
        className="input"
        aria-label={journalWords.find}
        placeholder={journalWords.find}
        autoComplete="off"
        value={asked.text}
        onChange={(event) => onAsk({ text: event.target.value })}
      />
      <Filter
        label={journalWords.skill}
        any={journalWords.anySkill}
        value={asked.skill}
        choices={skills}
        onChoose={(skill) => onAsk({ skill })}
      />
      {named.people.length === 0 ? null : (
        <Filter
          label={journalWords.person}
          any={journalWords.anybody}
          value={asked.person}
          choices={named.people.map((name) => ({ value: name, name }))}
          onChoose={(person) => onAsk({ person })}
        />
      )}
      <Filter
        label={journalWords.time}
        any={journalWords.anyTime}
        value={asked.time}
        choices={[
          { value: '3', name: journalWords.lastMonths[3] },
          { value: '12', name: journalWords.lastMonths[12] },
          ...named.years.map((year) => ({ value: year, name: year })),
        ]}
        onChoose={(time) => onAsk({ time })}
      />
    </search>
  )
}

function Filter(props: {
  label: string
  any: string
  value: string
  choices: readonly { value: string; name: string }[]
  onChoose: (value: string) => void
}) {
  return (
    <select
      className="select"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChoose(event.target.value)}
    >
      <option value="">{props.any}</option>
      {props.choices.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  )
}
