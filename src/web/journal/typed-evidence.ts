// An entry as it stands in a form: names and links as they are typed.
import type { EvidenceContent, SupportedSkill } from '../../core/evidence/evidence.ts'
import { isSafeLink } from '../../core/evidence/safe-link.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { today } from '../data/today.ts'

export interface TypedEvidence extends Pick<EvidenceContent, 'happenedOn' | 'text' | 'template'> {
  skills: SupportedSkill[]
  /** With commas between. */
  people: string
  /** With spaces or line ends between. */
  links: string
}

/** A blank sheet, for today. */
export function blankEvidence(): EvidenceContent {
  return {
    happenedOn: today(),
    text: '',
    links: [],
    credit: [],
    skills: [],
    template: 'plain',
    source: { kind: 'typed' },
  }
}

export function typedOf({
  happenedOn,
  text,
  template,
  skills,
  credit,
  links,
}: EvidenceContent): TypedEvidence {
  const people = credit.map(({ name }) => name).join(', ')
  return { happenedOn, text, template, skills, people, links: links.join('\n') }
}

/** A name of somebody who is kept is that person. */
export function contentOfTyped(
  typed: TypedEvidence,
  people: readonly KeptPerson[],
  source: EvidenceContent['source'],
): EvidenceContent {
  const names = typed.people
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return {
    happenedOn: typed.happenedOn,
    text: typed.text.trim(),
    template: typed.template,
    skills: typed.skills,
    links: linksIn(typed.links),
    credit: [...new Set(names)].map((name) => ({
      name,
      personId: people.find((one) => one.displayName.toLowerCase() === name.toLowerCase())?.id ?? null,
    })),
    source,
  }
}

function linksIn(typed: string): string[] {
  return [...new Set(typed.split(/\s+/).filter((link) => link !== ''))]
}

/** The first that is no address of the web; null where all are. */
export function strangeLink(typed: string): string | null {
  return linksIn(typed).find((link) => !isSafeLink(link)) ?? null
}
