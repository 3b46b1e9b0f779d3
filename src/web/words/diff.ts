// The words of two versions of a framework side by side.
import { certainty, sayExpectation } from '../../core/revision/diff-words.ts'
import type { Match, SentencePlace } from '../../core/revision/framework-diff.ts'

export const diffWords = {
  title: (name: string) => `What changed in ${name}`,
  titleAcross: (before: string, after: string) => `From ${before} to ${after}`,
  eyebrow: 'Two versions of a framework',
  before: 'Before',
  after: 'After',
  swap: 'Swap them',
  same: 'These are the same version.',
  missing: 'There is no such version here. It may have been written on another computer, or removed.',
  version: (name: string, version: string, firstUsed: string) =>
    `${name} ${version}, here since ${firstUsed}`,
  help: 'Words that went are struck through; words that came are underlined.',
  went: 'went:',
  came: 'came:',
  level: (place: SentencePlace) =>
    place.part === 'behaviour' ? `Level ${place.level}` : `Level ${place.level}, ${place.part}`,
  was: (before: string) => `was ${before}`,
  from: (skill: string | null, place: SentencePlace) =>
    `moved here from ${skill === null ? '' : `${skill}, `}level ${place.level}`,
  isNew: 'new',
  isGone: 'gone',
  spelling: 'spelling only',
  otherId: 'the same words under another id',
  sure: (match: Match) => (match.by === 'id' ? '' : `${certainty(match.confidence)} the same sentence`),
  expectation: sayExpectation,
  rose: 'asks for more',
  fell: 'asks for less',
  toList: 'All versions',
} as const
