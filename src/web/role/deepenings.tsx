// Where depth would count most in a role, each skill with its next level.
import type { Framework } from '../../core/framework/framework.ts'
import { LevelPips } from '../parts/level-pips.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { stayWords } from '../words/stay.ts'
import type { Deepening } from './deepening.ts'

/** Nothing where all of it is at the top already. */
export function Deepenings({ framework, found }: { framework: Framework; found: Deepening[] }) {
  if (found.length === 0) return null
  return (
    <section className="section stack">
      <h2>{stayWords.deepen}</h2>
      <p className="quiet">{stayWords.deepenHelp}</p>
      <ul className="must-haves">
        {found.map(({ skill, now, next }) => (
          <li key={skill.id}>
            <SkillLink framework={framework} skill={skill} />
            <LevelPips framework={framework} group={skill.group} now={now} needed={next} />
            <Link to="/skill/$skill" params={{ skill: skill.id }} hash={`level-${next}`} className="small">
              {stayWords.nextLevel(next)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
