// The words that Skillmap itself uses, in plain English, with the words that people may look for instead.

/** Which part of the program a word belongs to. */
export type GlossaryTopic = 'framework' | 'skills' | 'you' | 'numbers' | 'moves'

export interface Term {
  /** Never changes: addresses point at it. */
  id: string
  /** As the interface writes it. */
  name: string
  topic: GlossaryTopic
  /** One or two sentences. */
  meaning: string
  /** Accepted in searches and named on the page; the interface uses `name` only. */
  also: string[]
}

/**
 * About the program and not about one framework: a framework may have other paths, groups and levels, but a gap is a
 * gap in all of them. In reading order.
 */
export const GLOSSARY: readonly Term[] = [
  {
    id: 'framework',
    name: 'Framework',
    topic: 'framework',
    meaning:
      'Everything that a map is drawn from: paths, roles, skills, a scale, and what each role expects. It is a folder of files that can be read, corrected and replaced.',
    also: ['ladder', 'career ladder', 'levelling guide', 'competency framework'],
  },
  {
    id: 'path',
    name: 'Path',
    topic: 'framework',
    meaning: 'A family of roles whose value comes from the same kind of work.',
    also: ['track', 'stream', 'career track'],
  },
  {
    id: 'role',
    name: 'Role',
    topic: 'framework',
    meaning:
      'A set of expectations that people recognise, at a given scope. A title is only its local name, and two companies may use the same title for different roles.',
    also: ['position', 'job', 'title'],
  },
  {
    id: 'band',
    name: 'Band',
    topic: 'framework',
    meaning:
      'The altitude at which roles of different paths count as equal, so that they can be read across. A higher band is another job, not a better one.',
    also: ['grade', 'seniority', 'altitude', 'step'],
  },
  {
    id: 'grades-elsewhere',
    name: 'Grades elsewhere',
    topic: 'framework',
    meaning:
      'A claim that a role is about equal to some grades of a company, with a source, a date and how far it can be trusted. Such claims age quickly.',
    also: ['level equivalence', 'mapping', 'company levels', 'L5'],
  },
  {
    id: 'scope',
    name: 'Scope',
    topic: 'framework',
    meaning:
      'The largest unit whose results a role can change: a team, several teams, an organisation, a company, an industry.',
    also: ['reach', 'span', 'sphere of influence'],
  },
  {
    id: 'typical-week',
    name: 'Typical week',
    topic: 'framework',
    meaning: 'How the hours of a role usually divide among kinds of work. Your own week may look different.',
    also: ['time split', 'calendar'],
  },
  {
    id: 'matrix',
    name: 'Matrix',
    topic: 'framework',
    meaning: 'All expectations at once: a row for each skill, a column for each role.',
    also: ['competency matrix', 'heat map', 'grid'],
  },

  {
    id: 'skill',
    name: 'Skill',
    topic: 'skills',
    meaning: 'Something that can be learned, that shows in what a person does, and that can be practised.',
    also: ['ability', 'competency', 'capability'],
  },
  {
    id: 'skill-group',
    name: 'Skill group',
    topic: 'skills',
    meaning: 'A family of skills. Groups give the colours, and the summary of what a role rests on.',
    also: ['category', 'pillar', 'dimension', 'area'],
  },
  {
    id: 'hard-skill',
    name: 'Hard skill',
    topic: 'skills',
    meaning: 'Its quality can be tested without knowing who was in the room.',
    also: ['technical skill'],
  },
  {
    id: 'soft-skill',
    name: 'Soft skill',
    topic: 'skills',
    meaning:
      'Its quality shows only in its effect on people, yourself included. Soft does not mean vague or easy.',
    also: ['people skill', 'teamwork skill', 'interpersonal skill'],
  },
  {
    id: 'scale',
    name: 'Scale',
    topic: 'skills',
    meaning: 'The levels in their order, the same for every skill of a framework.',
    also: ['proficiency scale', 'rating scale'],
  },
  {
    id: 'level',
    name: 'Level',
    topic: 'skills',
    meaning:
      'A point on the scale, told as things that others can see. A level contains the ones below it. Level 0 means not expected, or nothing shown yet; it is no judgement.',
    also: ['mark', 'proficiency'],
  },
  {
    id: 'behaviour',
    name: 'Behaviour',
    topic: 'skills',
    meaning:
      'Something that a named colleague could have seen or heard. Behaviours tell one level from the next.',
    also: ['sign', 'signal', 'anchor', 'indicator', 'descriptor'],
  },
  {
    id: 'practice',
    name: 'Practice',
    topic: 'skills',
    meaning: 'Something to do that can be started this week and repeated, and that leads to the next level.',
    also: ['exercise', 'action', 'deliberate practice'],
  },
  {
    id: 'tempting-imitation',
    name: 'Tempting imitation',
    topic: 'skills',
    meaning: 'What looks like a level from outside and does harm in the long run.',
    also: ['anti-pattern', 'derailer', 'staller'],
  },
  {
    id: 'builds-on',
    name: 'Builds on',
    topic: 'skills',
    meaning: 'A skill without which practising another is mostly lost time.',
    also: ['prerequisite', 'dependency', 'unlocks'],
  },
  {
    id: 'who-can-see-it',
    name: 'Who can see it',
    topic: 'skills',
    meaning:
      'How often colleagues, a manager or people who report to you can watch a skill. Where few can, your own view and theirs may differ most.',
    also: ['observability', 'seen by few'],
  },
  {
    id: 'access',
    name: 'Access',
    topic: 'skills',
    meaning:
      'Whether a skill can be practised before holding a role that needs it: fully, in part, or only rehearsed.',
    also: ['open', 'partial', 'gated'],
  },

  {
    id: 'rating',
    name: 'Rating',
    topic: 'you',
    meaning:
      'Your answer for one skill: a level, or why you cannot give one. Nobody else can read it unless you share it.',
    also: ['self-rating', 'mark', 'answer'],
  },
  {
    id: 'assessment',
    name: 'Assessment',
    topic: 'you',
    meaning: 'Your ratings of one time, taken together.',
    also: ['evaluation', 'self-assessment', 'review'],
  },
  {
    id: 'assumed',
    name: 'Assumed level',
    topic: 'you',
    meaning:
      'Where you have rated nothing, what your role expects stands in, and is marked so. It says something about the role and nothing about you.',
    also: ['default level'],
  },
  {
    id: 'approaching',
    name: 'Approaching',
    topic: 'you',
    meaning: 'On the way from a level to the next. Every number still uses the level that is already there.',
    also: ['half step', 'in between'],
  },
  {
    id: 'destination',
    name: 'Destination',
    topic: 'you',
    meaning: 'A role that you may want to go to, or staying where you are. It can be changed at any time.',
    also: ['goal', 'target role', 'aim'],
  },
  {
    id: 'what-if',
    name: 'What if',
    topic: 'you',
    meaning: 'Levels tried out on the map to see what they would change. Nothing is saved by trying.',
    also: ['simulation', 'try out'],
  },
  {
    id: 'focus',
    name: 'Focus',
    topic: 'you',
    meaning: 'The five skills that are worth most on the way to a destination, with the reason for each.',
    also: ['growth area', 'development need', 'priorities', 'what to work on'],
  },
  {
    id: 'kept-person',
    name: 'Somebody you keep',
    topic: 'you',
    meaning:
      'A person without an account, whom you wrote down for yourself: somebody who told you something, or whom you lead. Only you see them; they are neither asked nor told, until they join your organisation and you say who they are: then they read what you noted about them.',
    also: ['people', 'colleague', 'report', 'team member'],
  },

  {
    id: 'expectation',
    name: 'Expectation',
    topic: 'numbers',
    meaning: 'The level that a role asks for in a skill.',
    also: ['requirement', 'target level'],
  },
  {
    id: 'weight',
    name: 'Weight',
    topic: 'numbers',
    meaning: 'How much a skill decides success in a role: helpful (1), important (2) or critical (3).',
    also: ['importance'],
  },
  {
    id: 'gap',
    name: 'Gap',
    topic: 'numbers',
    meaning: 'The levels that are missing between where you are and what a role expects.',
    also: ['delta', 'missing levels', 'critical gap'],
  },
  {
    id: 'surplus',
    name: 'Surplus',
    topic: 'numbers',
    meaning: 'What you have beyond what a role expects: a strength to bring along.',
    also: ['overshoot', 'strength'],
  },
  {
    id: 'climb',
    name: 'Climb',
    topic: 'numbers',
    meaning:
      'How far a role is: for every skill the missing levels times its weight, added up. It counts what is to be learned, not how long it takes.',
    also: ['distance', 'effort'],
  },
  {
    id: 'role-overlap',
    name: 'Role overlap',
    topic: 'numbers',
    meaning:
      'How much of what one role expects is expected by another already. It compares the two roles and knows nothing about you.',
    also: ['similarity', 'overlap'],
  },
  {
    id: 'coverage',
    name: 'What you cover',
    topic: 'numbers',
    meaning:
      'How much of what a role expects is met already by what is rated of you, told as a rough range because ratings are rough and own ones run lenient.',
    also: ['readiness', 'fit', 'match', 'coverage'],
  },
  {
    id: 'score',
    name: 'Score',
    topic: 'numbers',
    meaning:
      'What puts skills in order of worth: weight times gap, more where other skills build on it, less where it can hardly be practised yet.',
    also: ['priority', 'ranking'],
  },
  {
    id: 'must-haves',
    name: 'Must-haves',
    topic: 'numbers',
    meaning: 'At most five skills without which a role does not work.',
    also: ['essentials', 'core skills'],
  },
  {
    id: 'ready-to-try',
    name: 'Ready to try',
    topic: 'numbers',
    meaning:
      'At most three critical skills are open, and none by more than one level. Skills that can only be learned in the role do not count.',
    also: ['ready', 'promotable'],
  },
  {
    id: 'soft-share',
    name: 'Soft share',
    topic: 'numbers',
    meaning: 'How much of a role, or of a climb, is soft; each skill counts with its level and its weight.',
    also: ['hard share', 'hard and soft'],
  },

  {
    id: 'move',
    name: 'Move',
    topic: 'moves',
    meaning: 'A change from one role to another. It has a direction: the way back is a move of its own.',
    also: ['transition', 'switch', 'change of role'],
  },
  {
    id: 'swing',
    name: 'Swing',
    topic: 'moves',
    meaning: 'A move between managing and individual work, either way.',
    also: ['pendulum', 'back to engineering'],
  },
  {
    id: 'stay',
    name: 'Stay and deepen',
    topic: 'moves',
    meaning: 'Choosing to remain and go deeper. A full answer, and never the lack of one.',
    also: ['stay', 'remain', 'terminal level'],
  },
  {
    id: 'route',
    name: 'Route',
    topic: 'moves',
    meaning: 'Several moves in a row, with the time in each role counted as practice for what it asks.',
    also: ['career path', 'stepping stone'],
  },
  {
    id: 'way-back',
    name: 'The way back',
    topic: 'moves',
    meaning: 'How easily a move is undone, and for how long.',
    also: ['reversible', 'undo'],
  },
  {
    id: 'promotion',
    name: 'Promotion',
    topic: 'moves',
    meaning:
      'An employer’s recognition that a move upward has happened. It is an event that others decide, so Skillmap does not count it as a destination.',
    also: ['level up', 'levelling'],
  },
]

export function findTerm(id: string): Term | undefined {
  return GLOSSARY.find((term) => term.id === id)
}
