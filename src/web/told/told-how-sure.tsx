// How sure a reading is, in figures, what else it could be, and which words spoke for it; opened on request.
import { Link } from '@tanstack/react-router'
import type { FeedbackReading } from '../../core/decode/read-feedback.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { quoted, skillName } from '../words/names.ts'
import { toldPartWords } from '../words/told.ts'

export function ToldHowSure({ framework, part }: { framework: Framework; part: FeedbackReading }) {
  const words = part.matched.map(({ start, end }) =>
    quoted(part.text.slice(start - part.start, end - part.start)),
  )
  return (
    <Disclosure summary={toldPartWords.howSure}>
      <table className="data-table told-likely">
        <thead>
          <tr>
            <th scope="col">{toldPartWords.skill}</th>
            <th scope="col">{toldPartWords.likelihood}</th>
          </tr>
        </thead>
        <tbody>
          {part.skills.map(({ skill, confidence }) => (
            <tr key={skill}>
              <th scope="row">{skillName(framework, skill)}</th>
              <td>{toldPartWords.percent(confidence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">
        {words.length === 0 ? toldPartWords.noWords : toldPartWords.words(words.join(', '))}
      </p>
      <p className="small quiet">
        {toldPartWords.calibrated} <Link to="/frameworks/reading">{toldPartWords.howRead}</Link>
      </p>
    </Disclosure>
  )
}
