// Levels with their likely ranges against what a role asks, as a small table.
import type { Readiness } from '../../core/conversation/standing.ts'
import { oneDecimal } from '../../core/planning/plain-words.ts'
import { talkWords } from '../words/talk.ts'

export function TalkLevels({ standing, heading: Heading }: { standing: Readiness; heading: 'h2' | 'h3' }) {
  return (
    <>
      <Heading>{talkWords.standingAgainst(standing.role)}</Heading>
      {standing.words === '' ? null : <p>{standing.words}</p>}
      <table className="talk-levels">
        <thead>
          <tr>
            <th scope="col">{talkWords.skill}</th>
            <th scope="col">{talkWords.level}</th>
            <th scope="col">{talkWords.range}</th>
            <th scope="col">{talkWords.asked}</th>
          </tr>
        </thead>
        <tbody>
          {standing.levels.map(({ skill, name, level, low, high, asked }) => (
            <tr key={skill}>
              <th scope="row">{name}</th>
              <td>{oneDecimal(level)}</td>
              <td>
                {oneDecimal(low)}–{oneDecimal(high)}
              </td>
              <td>{asked}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
