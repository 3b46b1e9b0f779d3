// The words of the plan as a timeline.
import { capitalise, counted, listInWords } from '../../core/planning/plain-words.ts'

interface PlanCounts {
  steps: number
  skills: number
  quarters: number
  later: number
  waiting: number
}

export const timelineWords = {
  label: 'The plan, quarter by quarter',
  help: 'A bar runs through the quarters in which a skill is practised. Where it ends firmly, the level is reached; where it stays open, it goes on.',
  thisQuarter: 'This quarter',
  kept: 'This quarter, kept as it is',
  later: 'After this plan',
  waiting: 'Waits for an opportunity',
  table: 'The same as a table',
  quarter: 'Quarter',
  quarterFrom: (quarter: number, month: string) => `${quarter}, from ${month}`,
  skill: 'Skill',
  level: 'Level',
  hours: 'Hours',
  state: 'Then',
  reached: 'reached',
  underWay: 'under way',
  nothing: 'Nothing is planned.',
  /** "This quarter: … In all nine steps in seven skills over eight quarters; four steps come after this plan." */
  reading: (now: string[], { steps, skills, quarters, later, waiting }: PlanCounts) => {
    const first = now.length > 0 ? `This quarter: ${listInWords(now)}.` : 'Nothing in this quarter.'
    const inAll = `${counted(steps, 'step')} in ${counted(skills, 'skill')} over ${counted(quarters, 'quarter')}`
    const rest = [
      ...(later > 0 ? [`${counted(later, 'step')} ${later === 1 ? 'comes' : 'come'} after this plan`] : []),
      ...(waiting > 0
        ? [`${counted(waiting, 'skill')} ${waiting === 1 ? 'waits' : 'wait'} for an opportunity`]
        : []),
    ]
    return `${first} ${capitalise([inAll, ...rest].join('; '))}.`
  },
  to: (skill: string, level: number) => `${skill} to level ${level}`,
  onTheWay: (skill: string, level: number) => `${skill} on the way to level ${level}`,
} as const
