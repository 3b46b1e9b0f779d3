// What the column under the hand means: the level there is, the next one, and buttons to try another.
import type { Framework, Skill } from '../../../core/framework/framework.ts'
import { expectationOf, findSkill, topLevel } from '../../../core/framework/look-up.ts'
import { focus } from '../../../core/planning/focus.ts'
import { levelPicture } from '../../../core/planning/level-picture.ts'
import { type LevelEntry, levelOf } from '../../../core/planning/levels.ts'
import { inSentence } from '../../../core/planning/plain-words.ts'
import { ScoreParts } from '../../focus/focus-list.tsx'
import { KindTag, SkillLink } from '../../parts/skill-link.tsx'
import { levelWords, weightWords } from '../../words/level.ts'
import { mapWords } from '../../words/map.ts'
import type { LevelSource, WhatIf } from '../profile/what-if.ts'
import { useLevelsOf } from './live.ts'

interface PanelProps {
  framework: Framework
  whatIf: WhatIf
  source: LevelSource
  fromRole: string
  toRole: string
  skill: string | null
}

export function SkillPanel(props: PanelProps) {
  const skill = props.skill ? findSkill(props.framework, props.skill) : undefined
  return (
    <div className="skill-panel" data-empty={skill ? undefined : true}>
      {skill ? <SkillMeaning {...props} skill={skill} /> : <p className="quiet">{mapWords.panelHint}</p>}
    </div>
  )
}

function SkillMeaning(props: Omit<PanelProps, 'skill'> & { skill: Skill }) {
  const { framework, whatIf, source, toRole, skill } = props
  const entry = levelOf(useLevelsOf(source), skill.id)
  const need = expectationOf(framework, toRole, skill.id)
  const top = topLevel(framework)
  const tried = levelOf(whatIf.base, skill.id).level !== entry.level
  return (
    <>
      <div className="skill-panel-head">
        <h3>
          <SkillLink framework={framework} skill={skill} />
        </h3>
        <p className="small quiet">
          {mapWords.panelFacts(entry.level, need.level, weightWords[need.weight] ?? '')}{' '}
          <KindTag framework={framework} skill={skill} />
        </p>
        <Steppers whatIf={whatIf} skill={skill} entry={entry} top={top} />
        <Score {...props} />
      </div>
      {/* By level, so that a text that goes on being there is neither written nor laid out again. */}
      <LevelText
        key={`${skill.id} ${entry.level}`}
        framework={framework}
        skill={skill}
        level={entry.level}
        title={tried ? mapWords.triedLevel : mapWords.thisLevel}
      />
      {entry.level < top ? (
        <LevelText
          key={`${skill.id} ${entry.level + 1}`}
          framework={framework}
          skill={skill}
          level={entry.level + 1}
          title={mapWords.nextLevel}
        />
      ) : null}
    </>
  )
}

function Steppers(props: { whatIf: WhatIf; skill: Skill; entry: LevelEntry; top: number }) {
  const { whatIf, skill, entry, top } = props
  const tried = levelOf(whatIf.base, skill.id).level !== entry.level
  return (
    <p className="steppers">
      <button
        type="button"
        className="stepper"
        aria-label={mapWords.lower(skill.name)}
        disabled={entry.level <= 0}
        onClick={() => whatIf.set(skill.id, entry.level - 1)}
      >
        −
      </button>
      <button
        type="button"
        className="stepper"
        aria-label={mapWords.raise(skill.name)}
        disabled={entry.level >= top}
        onClick={() => whatIf.set(skill.id, entry.level + 1)}
      >
        +
      </button>
      <span className="small quiet">
        {tried ? mapWords.tried : entry.assumed ? levelWords.assumedTitle : levelWords.rated}
      </span>
    </p>
  )
}

function Score({ framework, source, fromRole, toRole, skill }: Omit<PanelProps, 'skill'> & { skill: Skill }) {
  const levels = useLevelsOf(source)
  const item = focus(framework, levels, toRole, { fromRole }).find((one) => one.skill === skill.id)
  return item ? <ScoreParts item={item} /> : null
}

function LevelText(props: { framework: Framework; skill: Skill; level: number; title: string }) {
  const picture = levelPicture(props.framework, props.skill, props.level)
  return (
    <div className="skill-panel-level">
      <h4>
        {props.title}{' '}
        <span className="quiet">
          {mapWords.levelNamed(picture.level, inSentence(picture.name, props.framework.language))}
        </span>
      </h4>
      <ul className="marked-list small">
        {picture.lines.slice(0, 3).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {picture.fromScale ? <p className="small quiet">{levelWords.notWrittenShort}</p> : null}
    </div>
  )
}
