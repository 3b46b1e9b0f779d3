// The page of the program's own words: its headings, and where each word is shown.

import type { GlossaryTopic } from '../../core/glossary/glossary.ts'
import { numbersTitle } from './level.ts'

/** A page without anything in its address, and the name it goes by here. */
interface Place {
  to: '/map' | '/matrix' | '/roles' | '/skills' | '/about-skills' | '/about-numbers' | '/focus' | '/assess'
  name: string
}

const map: Place = { to: '/map', name: 'The map' }
const matrix: Place = { to: '/matrix', name: 'The matrix' }
const roles: Place = { to: '/roles', name: 'Roles' }
const skills: Place = { to: '/skills', name: 'Skills' }
const hardAndSoft: Place = { to: '/about-skills', name: 'What hard and soft skills are' }
const numbers: Place = { to: '/about-numbers', name: numbersTitle }
const focus: Place = { to: '/focus', name: 'What to work on first' }
const assess: Place = { to: '/assess', name: 'Rating' }

export const glossaryWords = {
  title: 'Words of this program',
  lead: 'What Skillmap means by the words it uses. The framework that you look at has names of its own for its paths, groups and levels.',
  also: (words: string) => `Also called ${words}`,
  shown: 'Shown under',
  topics: {
    framework: 'The framework',
    skills: 'Skills and levels',
    you: 'You',
    numbers: 'Numbers',
    moves: 'Moves',
  } satisfies Record<GlossaryTopic, string>,
} as const

/** By the id of a word: where it is met first. Words that are met everywhere have no place. */
export const placesOfTerms: Readonly<Record<string, Place>> = {
  framework: numbers,
  path: roles,
  role: roles,
  band: map,
  'grades-elsewhere': numbers,
  scope: roles,
  'typical-week': roles,
  matrix,
  skill: skills,
  'skill-group': skills,
  'hard-skill': hardAndSoft,
  'soft-skill': hardAndSoft,
  scale: numbers,
  level: matrix,
  behaviour: skills,
  practice: skills,
  'tempting-imitation': skills,
  'builds-on': skills,
  'who-can-see-it': skills,
  access: skills,
  rating: assess,
  assessment: assess,
  assumed: assess,
  approaching: assess,
  destination: map,
  'what-if': map,
  focus,
  expectation: matrix,
  weight: matrix,
  gap: numbers,
  surplus: numbers,
  climb: numbers,
  'role-overlap': numbers,
  coverage: numbers,
  score: numbers,
  'must-haves': numbers,
  'ready-to-try': numbers,
  'soft-share': hardAndSoft,
  move: map,
  swing: map,
  stay: map,
  route: map,
  'way-back': map,
}
