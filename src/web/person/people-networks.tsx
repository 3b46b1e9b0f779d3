// Who of the people one keeps can be compared with whom; nothing where there is only one.
import type { PeopleComparison } from '../../core/measurement/people-comparison.ts'
import { comparisonWords } from '../words/people-comparison.ts'

type Networks = PeopleComparison['networks']

export function PeopleNetworks({ networks }: { networks: Networks }) {
  const names = networks.map((one) => one.map(({ name }) => name ?? comparisonWords.you))
  if (names.flat().length < 2) return null
  if (names.length === 1) return <p>{comparisonWords.oneGroup}</p>
  const joined = names.filter((one) => one.length > 1)
  const alone = names.filter((one) => one.length === 1).flat()
  return (
    <div className="stack-s">
      <p>{comparisonWords.groupsHelp}</p>
      <ul className="marked-list">
        {joined.map((one) => (
          <li key={one.join()}>{comparisonWords.group(one)}</li>
        ))}
        {alone.length > 0 ? <li>{comparisonWords.noRater(alone)}</li> : null}
      </ul>
    </div>
  )
}
