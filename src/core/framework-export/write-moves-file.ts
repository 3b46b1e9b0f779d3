// Writes moves.yaml.
import { MOVE_KINDS, STAY } from '../framework/assumed-words.ts'
import { canonicalJson } from '../framework/canonical-json.ts'
import type { Framework, Move, MoveKind } from '../framework/framework.ts'
import { writeYaml } from './write-yaml.ts'

export function writeMovesFile({ moveKinds, stay, moves }: Framework): string {
  const kinds = Object.entries(moveKinds).filter(
    ([kind, words]) => canonicalJson(words) !== canonicalJson(MOVE_KINDS[kind as MoveKind]),
  )
  return writeYaml({
    kinds: kinds.length === 0 ? undefined : Object.fromEntries(kinds),
    stay: canonicalJson(stay) === canonicalJson(STAY) ? undefined : stay,
    moves: moves.map(writtenMove),
  })
}

function writtenMove({ from, to, kind, changes, hard, back, trial }: Move) {
  return {
    from,
    to,
    kind,
    changes,
    hard,
    back: back && {
      ease: back.ease,
      note: back.note,
      easy_until_years: back.easyUntilYears,
      hard_after_years: back.hardAfterYears,
    },
    trial,
  }
}
