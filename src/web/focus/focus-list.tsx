// The skills to work on, each with now and needed, its weight, and the reason in a sentence.
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import type { FocusItem } from '../../core/planning/focus.ts'
import { explainScore } from '../../core/planning/focus-words.ts'
import { practiceThisWeek } from '../../core/planning/level-picture.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { LevelPips } from '../parts/level-pips.tsx'
import { KindTag, SkillLink } from '../parts/skill-link.tsx'
import { focusWords } from '../words/focus.ts'
import { levelWords, weightWords } from '../words/level.ts'

export function FocusList(props: {
  framework: Framework
  items: FocusItem[]
  brief?: boolean
  /** One more fact about an item, such as how long its next level takes. */
  note?: (item: FocusItem) => string
}) {
  return (
    <ol className="focus-list">
      {props.items.map((item, index) => (
        <FocusEntry
          key={item.skill}
          framework={props.framework}
          item={item}
          place={index + 1}
          brief={props.brief ?? false}
          note={props.note?.(item) ?? ''}
        />
      ))}
    </ol>
  )
}

function FocusEntry(props: {
  framework: Framework
  item: FocusItem
  place: number
  brief: boolean
  note: string
}) {
  const { framework, item, place, brief, note } = props
  const skill = findSkill(framework, item.skill)
  if (!skill) return null
  return (
    <li className="focus-entry">
      <span className="focus-place" aria-hidden="true">
        {place}
      </span>
      <div className="focus-body">
        <h3>
          <SkillLink framework={framework} skill={skill} />
        </h3>
        <p className="focus-facts">
          <LevelPips framework={framework} group={skill.group} now={item.now} needed={item.needed} />
          <span>
            {item.now} → {item.needed}
            {item.approaching ? (
              <>
                {' '}
                <span className="assumed">{levelWords.approaching(item.now + 1)}</span>
              </>
            ) : null}
            {item.assumed ? (
              <>
                {' '}
                <span className="assumed" title={levelWords.assumedTitle}>
                  {levelWords.assumed}
                </span>
              </>
            ) : null}
          </span>
          <span>{weightWords[item.weight]}</span>
          <KindTag framework={framework} skill={skill} />
        </p>
        <p>{item.reason}</p>
        {note === '' ? null : <p className="quiet">{note}</p>}
        {brief ? null : <FirstPractice framework={framework} item={item} />}
        {brief ? null : <ScoreParts item={item} />}
      </div>
    </li>
  )
}

/** Only where the framework has one of its own: the general question would be the same for every skill. */
function FirstPractice({ framework, item }: { framework: Framework; item: FocusItem }) {
  const skill = findSkill(framework, item.skill)
  const practice = skill ? practiceThisWeek(framework, skill, item.now) : null
  if (!practice || practice.fromScale) return null
  return (
    <p>
      <span className="quiet">{focusWords.practice}</span> {practice.text}
    </p>
  )
}

export function ScoreParts({ item }: { item: FocusItem }) {
  return (
    <Disclosure summary={focusWords.score(item.score)}>
      <dl className="score-parts">
        {explainScore(item).map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
