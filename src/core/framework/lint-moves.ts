// Rules about moves: both ends exist, each move stands once, and leads somewhere else.
import { eachRepeated, type LintContext } from './lint-context.ts'

export function lintMoves({ framework, roles, error, isKnown }: LintContext): void {
  for (const move of framework.moves) {
    const name = `${move.from}>${move.to}`
    const key = `/moves/${name}`
    isKnown('role', move.from, roles, `${key}/from`, ', from which a move starts')
    isKnown('role', move.to, roles, `${key}/to`, ', to which a move leads')
    if (move.from === move.to) {
      error(
        key,
        `A move leads from "${move.from}" back to itself.`,
        'Remove it: staying is part of every role and needs no move.',
      )
    }
    const { easyUntilYears = 0, hardAfterYears = Number.POSITIVE_INFINITY } = move.back ?? {}
    if (easyUntilYears > hardAfterYears) {
      error(
        `${key}/back`,
        `The way back from "${move.to}" to "${move.from}" is hard before it stops being easy.`,
        'Make easy_until_years the smaller of the two.',
      )
    }
  }
  eachRepeated(
    framework.moves,
    (move) => `${move.from}>${move.to}`,
    (name, number) =>
      error(
        `/moves/${name}#${number}`,
        `The move ${name.replace('>', ' → ')} stands twice.`,
        'Keep one of the two.',
      ),
  )
}
