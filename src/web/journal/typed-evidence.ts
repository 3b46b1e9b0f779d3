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
  return { happenedOn, text, template, skills, people: typedNames(credit), links: links.join('\n') }
}

function typedNames(credit: EvidenceContent['credit']): string {
  return credit.map(({ name }) => name).join(', ')
}

/** What is typed, over the content that the form began with. */
export function contentOfTyped(
  typed: TypedEvidence,
  people: readonly KeptPerson[],
  initial: EvidenceContent,
): EvidenceContent {
  return {
    happenedOn: typed.happenedOn,
    text: typed.text.trim(),
    template: typed.template,
    skills: typed.skills,
    links: linksIn(typed.links),
    // A name that was captured may have a comma in it, so what nobody touched is not read again.
    credit: typed.people === typedNames(initial.credit) ? initial.credit : creditIn(typed.people, people),
    source: initial.source,
  }
}

/** A name of somebody who is kept is that person. */
function creditIn(typed: string, people: readonly KeptPerson[]): EvidenceContent['credit'] {
  const names = typed
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...new Set(names)].map((name) => ({
    name,
    personId: people.find((one) => one.displayName.toLowerCase() === name.toLowerCase())?.id ?? null,
  }))
}

function linksIn(typed: string): string[] {
  return [...new Set(typed.split(/\s+/).filter((link) => link !== ''))]
}

/** The first that is no address of the web; null where all are. */
export function strangeLink(typed: string): string | null {
  return linksIn(typed).find((link) => !isSafeLink(link)) ?? null
}
