// Questions and what stands under them as one list of rows, so that a thing can be moved from one question to another.

import type { FormAnswer } from './packet.ts'

export type AnswerRow =
  | { key: string; kind: 'question'; question: string }
  | { key: string; kind: 'item'; question: string; place: string }

/** A thing that stands under several questions has a row under each of them. */
export function answerRows(answers: readonly FormAnswer[]): AnswerRow[] {
  const times = new Map<string, number>()
  return answers.flatMap(({ question, items }, index): AnswerRow[] => [
    { key: `question ${index}`, kind: 'question', question },
    ...items.map((place): AnswerRow => {
      const time = (times.get(place) ?? 0) + 1
      times.set(place, time)
      return { key: `${time} ${place}`, kind: 'item', question, place }
    }),
  ])
}

/** The answers after their rows were put in another order. What comes before all questions goes under the first. */
export function answersInOrder(
  answers: readonly FormAnswer[],
  rows: readonly AnswerRow[],
  keys: readonly string[],
): FormAnswer[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const under = new Map<string, string[]>(answers.map(({ question }) => [question, []]))
  let question = answers[0]?.question ?? ''
  for (const key of keys) {
    const row = byKey.get(key)
    if (row?.kind === 'question') question = row.question
    const items = under.get(question)
    if (row?.kind === 'item' && items !== undefined && !items.includes(row.place)) items.push(row.place)
  }
  return answers.map((answer) => ({ ...answer, items: under.get(answer.question) ?? [] }))
}
