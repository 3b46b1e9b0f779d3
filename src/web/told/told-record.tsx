// One record of what somebody was told: the sentence, what it is about, who said it and when.
import { Link } from '@tanstack/react-router'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { dateWords } from '../words/date.ts'
import { quoted } from '../words/names.ts'
import { toldRecordWords } from '../words/told-records.ts'

export function ToldRecord(props: {
  framework: Framework
  record: ListedFeedback
  people: readonly KeptPerson[]
}) {
  const { framework, record, people } = props
  return (
    <>
      <p className="told-record-text" dir="auto">
        {quoted(record.text)}
      </p>
      <p className="small quiet told-record-facts">
        {record.skills.map((id, index) => (
          <SkillOfRecord
            key={id}
            framework={framework}
            id={record.here[index] ?? ''}
            name={record.names[index] ?? id}
          />
        ))}
        <span>{record.polarity === 'strength' ? toldRecordWords.praise : toldRecordWords.missed}</span>
        <span>{saidWords(record, people)}</span>
      </p>
    </>
  )
}

function SkillOfRecord({ framework, id, name }: { framework: Framework; id: string; name: string }) {
  const skill = findSkill(framework, id)
  if (skill === undefined)
    return (
      <span>
        {name}, {toldRecordWords.elsewhere}
      </span>
    )
  return (
    <Link to="/skill/$skill" params={{ skill: id }}>
      {skill.name}
    </Link>
  )
}

function saidWords({ saidBy, saidOn }: ListedFeedback, people: readonly KeptPerson[]): string {
  const day = dateWords.day(saidOn)
  if (saidBy === null) return day
  const name = people.find(({ id }) => id === saidBy)?.displayName ?? toldRecordWords.somebody
  return `${toldRecordWords.by(name)}, ${day}`
}
