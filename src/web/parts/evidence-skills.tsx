// The skills that an entry may show: proposed from its words, chosen by the person, with a level and behaviours on request.
import { useMemo } from 'react'
import type { SupportedSkill } from '../../core/evidence/evidence.ts'
import { proposeSkills } from '../../core/evidence/propose-skills.ts'
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { useSettled } from '../data/use-settled.ts'
import { evidenceWords } from '../words/evidence.ts'
import { skillName } from '../words/names.ts'
import { Disclosure } from './disclosure.tsx'

interface Props {
  framework: Framework
  text: string
  chosen: readonly SupportedSkill[]
  onChange: (skills: SupportedSkill[]) => void
}

/** Milliseconds of rest before words are looked at. */
const REST = 250

export function EvidenceSkills({ framework, text, chosen, onChange }: Props) {
  const settled = useSettled(text, REST)
  const proposed = useMemo(() => proposeSkills(framework, settled), [framework, settled])
  const offered = [...new Set([...chosen.map(({ skill }) => skill), ...proposed])]
  const isChosen = (id: string) => chosen.some(({ skill }) => skill === id)
  const toggle = (id: string) =>
    onChange(
      isChosen(id)
        ? chosen.filter(({ skill }) => skill !== id)
        : [...chosen, { skill: id, level: null, behaviours: [], note: '' }],
    )
  const change = (changed: SupportedSkill) =>
    onChange(chosen.map((one) => (one.skill === changed.skill ? changed : one)))
  return (
    <fieldset className="evidence-skills">
      <legend className="field-label">{evidenceWords.skills}</legend>
      <div className="choices">
        {offered.map((id) => (
          <label key={id} className="choice">
            <input type="checkbox" checked={isChosen(id)} onChange={() => toggle(id)} />
            <span>{skillName(framework, id)}</span>
          </label>
        ))}
        <AnotherSkill framework={framework} taken={offered} onChoose={toggle} />
      </div>
      {chosen.map((one) => {
        const skill = findSkill(framework, one.skill)
        return skill === undefined ? null : (
          <LevelOf key={one.skill} framework={framework} skill={skill} chosen={one} onChange={change} />
        )
      })}
    </fieldset>
  )
}

function AnotherSkill(props: {
  framework: Framework
  taken: readonly string[]
  onChoose: (id: string) => void
}) {
  const { framework, taken } = props
  return (
    <select
      className="select evidence-another"
      aria-label={evidenceWords.another}
      value=""
      onChange={(event) => props.onChoose(event.target.value)}
    >
      <option value="">{evidenceWords.another}</option>
      {framework.groups.map((group) => (
        <optgroup key={group.id} label={group.name}>
          {framework.skills
            .filter((skill) => skill.group === group.id && !taken.includes(skill.id))
            .map((skill) => (
              <option key={skill.id} value={skill.id}>
                {skill.name}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  )
}

function LevelOf(props: {
  framework: Framework
  skill: Skill
  chosen: SupportedSkill
  onChange: (skill: SupportedSkill) => void
}) {
  const { framework, skill, chosen, onChange } = props
  const behaviours = skill.anchors.find(({ level }) => level === chosen.level)?.behaviours ?? []
  const tick = (id: string) =>
    onChange({
      ...chosen,
      behaviours: chosen.behaviours.includes(id)
        ? chosen.behaviours.filter((one) => one !== id)
        : [...chosen.behaviours, id],
    })
  return (
    <div className="evidence-level">
      <span>{skill.name}</span>
      <select
        className="select"
        aria-label={evidenceWords.level(skill.name)}
        value={chosen.level ?? ''}
        onChange={(event) => {
          const level = event.target.value === '' ? null : Number(event.target.value)
          onChange({ ...chosen, level, behaviours: [] })
        }}
      >
        <option value="">{evidenceWords.noLevel}</option>
        {framework.scale
          .filter(({ level }) => level >= 1)
          .map(({ level, name }) => (
            <option key={level} value={level}>
              {level} {name}
            </option>
          ))}
      </select>
      {behaviours.length === 0 ? null : (
        <Disclosure summary={evidenceWords.shows(skill.name)} open={chosen.behaviours.length > 0}>
          {behaviours.map(({ id, text }) => (
            <label key={id} className="tick">
              <input type="checkbox" checked={chosen.behaviours.includes(id)} onChange={() => tick(id)} />
              <span>{text}</span>
            </label>
          ))}
        </Disclosure>
      )}
    </div>
  )
}
