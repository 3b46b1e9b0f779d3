// One skill of a team in words: of each person the range and where it comes from, who carries it, who could show whom.

import { listInWords } from '../../core/planning/plain-words.ts'
import type { TeamPerson, TeamSkill } from '../../core/team-map/team-map.ts'
import { dateWords } from '../words/date.ts'
import { teamMapWords } from '../words/team-map.ts'

export function TeamMapDetail({ people, entry }: { people: readonly TeamPerson[]; entry: TeamSkill }) {
  const { cells, carriedBy, pairs, unknown } = entry
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? ''
  return (
    <div className="stack small">
      <ul>
        {people.flatMap(({ id, name }) => {
          const cell = cells.get(id)
          if (cell === undefined) return []
          const { known, asked } = cell
          return [
            <li key={id}>
              <strong>{name}</strong> {teamMapWords.range(known)}; {teamMapWords.asks(asked)}{' '}
              <span className="quiet">({teamMapWords.from(known, dateWords.day(known.on))})</span>
            </li>,
          ]
        })}
      </ul>
      <p>
        {carriedBy.length === 0
          ? teamMapWords.carriedByNobody
          : teamMapWords.carriedBy(listInWords(carriedBy.map(nameOf)))}{' '}
        {unknown === 0 ? null : teamMapWords.unknown(unknown)}
      </p>
      {pairs.length === 0 ? null : (
        <p>
          {pairs
            .map(({ teacher, learner }) => teamMapWords.pairs(nameOf(teacher), nameOf(learner)))
            .join(' ')}
        </p>
      )}
    </div>
  )
}
