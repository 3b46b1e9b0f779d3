// Where two more raters would make one's own levels surest, and a way to ask about that skill.
import type { Framework } from '../../core/framework/framework.ts'
import { MOST_ASKED } from '../../core/round/skills-to-ask.ts'
import { whatNarrowsMost } from '../../core/round/what-narrows-most.ts'
import { useStanding } from '../levels/use-standing.ts'
import { skillName } from '../words/names.ts'
import { askWords, narrowKinds } from '../words/rounds.ts'

interface Props {
  framework: Framework
  chosen: readonly string[]
  onChoose: (skill: string) => void
}

const SHOWN = 3

export function WhoWouldNarrow({ framework, chosen, onChoose }: Props) {
  const { levels } = useStanding()
  const most = whatNarrowsMost([...levels.measured.levels.values()]).slice(0, SHOWN)
  if (most.length === 0) return null
  return (
    <section className="section stack-s">
      <h2>{askWords.narrows}</h2>
      <p className="small quiet">{askWords.narrowsAbout}</p>
      <ul>
        {most.map((one) => {
          const name = skillName(framework, one.skill)
          return (
            <li key={one.skill} className="rounds-entry">
              <span>
                {askWords.narrowsLine(narrowKinds[one.kind], name, one.now.toFixed(1), one.after.toFixed(1))}
              </span>
              {chosen.includes(one.skill) || chosen.length >= MOST_ASKED ? null : (
                <button
                  type="button"
                  className="button"
                  data-look="plain"
                  aria-label={`${askWords.choose}: ${name}`}
                  onClick={() => onChoose(one.skill)}
                >
                  {askWords.choose}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
