// What can follow from a sentence that is kept: it counts for a level, or becomes a growth area; neither by itself.
import { Link } from '@tanstack/react-router'
import { levelHeard } from '../../core/feedback/level-heard.ts'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { levelOf } from '../../core/planning/levels.ts'
import { toldKeepWords } from '../words/told.ts'
import { ToldCount } from './told-count.tsx'
import type { ToldReader } from './told-reader.ts'

export function ToldFollows(props: {
  reader: ToldReader
  record: ListedFeedback
  isBusy: boolean
  onCount: (level: number | null) => void
}) {
  const { reader, record, isBusy, onCount } = props
  const { framework, role, levels, people } = reader
  const skill = findSkill(framework, record.here[0] ?? '')
  if (record.judgement === 'dismissed') return <p className="small quiet">{toldKeepWords.dismissHint}</p>
  if (skill === undefined) return null
  const who = people.find(({ id }) => id === record.saidBy)
  const own = levelOf(levels, skill.id)
  const { seen } = levelHeard(framework, { role, skill: skill.id, polarity: record.polarity, own })
  return (
    <>
      {who === undefined || skill.private ? null : (
        <ToldCount
          key={skill.id}
          framework={framework}
          record={record}
          name={who.displayName}
          proposed={seen}
          isBusy={isBusy}
          onCount={onCount}
        />
      )}
      {record.polarity === 'gap' ? (
        <p className="told-grow">
          <Link to="/plan" search={{ pin: skill.id }} className="button">
            {toldKeepWords.grow}
          </Link>
          <span className="small quiet">{toldKeepWords.growHint}</span>
        </p>
      ) : null}
    </>
  )
}
