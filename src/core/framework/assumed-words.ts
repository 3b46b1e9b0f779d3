// The words for kinds, moves and staying where a framework brings none of its own.
import type { Framework, KindWords, MoveKind, StayText } from './framework.ts'

export const KINDS: Framework['kinds'] = {
  hard: { name: 'Hard', about: 'Its quality can be tested without knowing who was in the room.' },
  soft: { name: 'Soft', about: 'Its quality can only be judged by its effect on people, yourself included.' },
}

export const MOVE_KINDS: Record<MoveKind, KindWords> = {
  up: { name: 'Up', about: 'Same path and more scope.' },
  cross: { name: 'Across', about: 'Another path at a near altitude.' },
  swing: { name: 'Swing', about: 'Between leading people and individual work, either way.' },
  side: { name: 'Sideways', about: 'A neighbouring role.' },
  out: { name: 'Out', about: 'Independent work.' },
  back: { name: 'Back', about: 'A return to work you know or to a narrower remit.' },
}

export const STAY: StayText = { changes: 'Nothing changes but depth.', hard: 'Doing it as a decision.' }
