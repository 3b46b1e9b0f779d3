// What a search found, in words: its name, the text to show, and where it was found.
import type { Framework } from '../framework/framework.ts'
import { markMatches } from './mark-matches.ts'
import { type Found, type FoundKind, moveName } from './search-entries.ts'
import type { SearchHit } from './search-framework.ts'

/** Headings over what was found. */
export const FOUND_KINDS: Record<FoundKind, string> = {
  skill: 'Skills',
  role: 'Roles',
  path: 'Paths',
  phrase: 'Said by people',
  behaviour: 'What a colleague can see',
  move: 'Moves',
  term: 'Words of this program',
}

export interface HitWords {
  /** A name, or the sentence itself. */
  title: string
  /** True where `title` is something that people say, and wants quotation marks. */
  spoken?: boolean
  /** Where it was found: "Visibility of work, level 4", "Visibility of work, said by people". */
  where: string
  /** A further sentence; absent where the title says it all. */
  text?: string | undefined
}

type Of<Kind extends FoundKind> = Extract<Found, { kind: Kind }>

/** In plain words; matched words are marked by whoever shows them (`markMatches`). */
export function hitWords(framework: Framework, hit: SearchHit): HitWords {
  const { found } = hit
  const also = hit.alias === undefined ? '' : `; also ${hit.alias}`
  switch (found.kind) {
    case 'skill':
      return skillWords(framework, found)
    case 'role':
      return roleWords(framework, found, also)
    case 'path':
      return { title: found.path.name, where: 'Path', text: found.path.about }
    case 'phrase':
      return phraseWords(found, hit)
    case 'behaviour':
      return { title: found.behaviour.text, where: `${found.skill.name}, level ${found.level}` }
    case 'move':
      return moveWords(framework, found, hit.terms)
    case 'term':
      return { title: found.term.name, where: `Word of this program${also}`, text: found.term.meaning }
  }
}

function skillWords(framework: Framework, { skill }: Of<'skill'>): HitWords {
  const group = framework.groups.find((one) => one.id === skill.group)?.name ?? skill.group
  return { title: skill.name, where: `Skill, ${group}`, text: skill.definition }
}

function roleWords(framework: Framework, { role }: Of<'role'>, also: string): HitWords {
  const path = framework.paths.find((one) => one.id === role.path)?.name ?? role.path
  return { title: role.name, where: `Role, ${path}${also}`, text: role.purpose }
}

/** What a phrase means is shown where the words stand in it, and not in the phrase. */
function phraseWords({ skill, phrase }: Of<'phrase'>, { fields }: SearchHit): HitWords {
  const text = fields.includes('said') ? undefined : phrase.means
  return { title: phrase.text, spoken: true, where: `${skill.name}, said by people`, text }
}

/** The sentence in which the words stand, or else what changes. */
function moveWords(framework: Framework, { move, from, to }: Of<'move'>, terms: readonly string[]): HitWords {
  const kind = framework.moveKinds[move.kind].name.toLowerCase()
  const matches = (text: string | undefined) =>
    markMatches(text ?? '', terms, framework.language).some((part) => part.matched)
  const text = [move.changes, move.hard].find(matches) ?? move.changes
  return { title: moveName(framework, from, to), where: `Move, ${kind}`, text }
}
