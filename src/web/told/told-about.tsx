// What people told somebody about one skill, newest first; nothing at all where nobody did.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { peopleQuery } from '../person/people-queries.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { toldRecordWords } from '../words/told-records.ts'
import { ToldRecord } from './told-record.tsx'
import { feedbackQuery } from './use-feedback.ts'

const SHOWN = 3

export function ToldAbout({ framework, skill }: { framework: Framework; skill: string }) {
  const records = useQuery(feedbackQuery).data?.records ?? []
  const people = useQuery(peopleQuery).data ?? []
  const about = records.filter(({ here }) => here.includes(skill))
  if (about.length === 0) return null
  return (
    <section className="section stack">
      <h2>
        {toldRecordWords.about} <WhoCanSee of="feedback" />
      </h2>
      <ul className="stack-s">
        {about.slice(0, SHOWN).map((record) => (
          <li key={record.id}>
            <ToldRecord framework={framework} record={record} people={people} />
          </li>
        ))}
      </ul>
      <p className="no-print">
        <Link to="/told">{toldRecordWords.toAll}</Link>
      </p>
    </section>
  )
}
