// How the reader rates others, beside others who rated the same people; nothing until they have rated two.
import { habitWords } from '../../core/measurement/habit-words.ts'
import type { RatingHabit as Habit } from '../../core/measurement/rating-habit.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { comparisonWords } from '../words/people-comparison.ts'

export function RatingHabit({ habit }: { habit: Habit | null }) {
  if (habit === null) return null
  return (
    <section className="section stack" id="how-you-rate">
      <h2>{comparisonWords.habit}</h2>
      {habitWords(habit).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="small quiet">
        {comparisonWords.habitReaders} <WhoCanSee of="raterStrictness" />
      </p>
    </section>
  )
}
