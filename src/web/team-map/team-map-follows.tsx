// What follows from a team side by side: what rests on one, what nobody carries, who could show whom, who wants to grow.
import type { Framework } from '../../core/framework/framework.ts'
import { listInWords } from '../../core/planning/plain-words.ts'
import type { TeamPerson, TeamProfile, TeamSkill } from '../../core/team-map/team-map.ts'
import { SkillLink } from '../parts/skill-link.tsx'
import { teamMapWords } from '../words/team-map.ts'

export function TeamMapFollows(props: {
  framework: Framework
  people: readonly TeamPerson[]
  skills: readonly TeamSkill[]
  profile: TeamProfile
}) {
  const { framework, people, skills, profile } = props
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? ''
  const { restOnOne, nobodyCarries, volunteers } = profile
  const pairs = skills.filter((one) => one.pairs.length > 0)
  const wishes = people.filter(({ destinations }) => destinations.length > 0)
  const lines = (list: readonly TeamSkill[], say: (one: TeamSkill) => string) => (
    <ul className="team-map-lines">
      {list.map((one) => (
        <li key={one.skill.id}>
          <SkillLink framework={framework} skill={one.skill} /> <span>{say(one)}</span>
        </li>
      ))}
    </ul>
  )
  const willing = (skill: string) => {
    const found = volunteers.find((one) => one.skill === skill)
    return found === undefined ? '' : teamMapWords.wantsTo(listInWords(found.people.map(nameOf)))
  }
  return (
    <section className="section stack">
      <h2>{teamMapWords.follows}</h2>
      <p className="quiet small">{teamMapWords.followsHelp}</p>
      <h3>{teamMapWords.restOnOne}</h3>
      {restOnOne.length === 0 ? <p>{teamMapWords.nothingFollows}</p> : null}
      {restOnOne.length === 0 ? null : (
        <>
          <p className="quiet small">{teamMapWords.restOnOneHelp}</p>
          {lines(restOnOne, (one) =>
            [...one.carriedBy.map((id) => `${nameOf(id)}.`), willing(one.skill.id)].join(' '),
          )}
        </>
      )}
      {nobodyCarries.length === 0 ? null : (
        <>
          <h3>{teamMapWords.nobodyCarries}</h3>
          <p className="quiet small">{teamMapWords.nobodyCarriesHelp}</p>
          {lines(nobodyCarries, (one) => willing(one.skill.id))}
        </>
      )}
      {pairs.length === 0 ? null : (
        <>
          <h3>{teamMapWords.teach}</h3>
          {lines(pairs, (one) =>
            one.pairs
              .map(({ teacher, learner }) => teamMapWords.pairs(nameOf(teacher), nameOf(learner)))
              .join(' '),
          )}
        </>
      )}
      {wishes.length === 0 ? null : (
        <>
          <h3>{teamMapWords.roles}</h3>
          <p className="quiet small">{teamMapWords.rolesHelp}</p>
          <ul>
            {wishes.map(({ id, name, destinations }) => (
              <li key={id}>
                {name}: {listInWords(destinations.map((role) => role.name))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
