// Who of several people can be compared: those whom a chain of shared raters joins.

import { listInWords } from '../planning/plain-words.ts'
import type { Together } from './measure-together.ts'
import type { PeopleComparison } from './people-comparison.ts'
import { connectedNetworks } from './rating-columns.ts'

/**
 * People by network, the largest first; somebody whom only they themselves or a confidential round rated is a network
 * alone. Between networks nothing tells strict raters from low levels.
 */
export function networksOf({ columns, people }: Together): string[][] {
  const networks = new Map<number, string[]>()
  for (const [place, number] of connectedNetworks(columns).entries()) {
    const id = people[place] as string
    networks.set(number, [...(networks.get(number) ?? []), id])
  }
  return [...networks.values()].toSorted((a, b) => b.length - a.length)
}

const MAY_BE_RATERS = 'so that a difference may be one between strict and generous raters'

/**
 * In words, for one of several people: beside whose levels theirs can be held, and beside whose not. Empty where there
 * is nobody else.
 */
export function networkWords(
  networks: PeopleComparison['networks'],
  { id, displayName }: { id: string; displayName: string },
): string {
  const own = networks.find((one) => one.some((other) => other.id === id))
  if (own === undefined) return ''
  const nameOf = ({ name }: { name: string | null }) => name ?? 'you'
  const joined = own.filter((other) => other.id !== id).map(nameOf)
  const apart = networks
    .filter((one) => one !== own)
    .flat()
    .map(nameOf)
  return sayNetwork(displayName, joined, apart)
}

/** "those of Ben and you", or "your own" where there is nobody else. */
function thoseOf(names: readonly string[]): string {
  return names.length === 1 && names[0] === 'you' ? 'your own' : `those of ${nameSome(names)}`
}

function sayNetwork(name: string, joined: readonly string[], apart: readonly string[]): string {
  if (joined.length === 0 && apart.length === 0) return ''
  if (joined.length === 0)
    return `The levels of ${name} cannot be held beside ${thoseOf(apart)}: they share no rater, ${MAY_BE_RATERS}.`
  const beside = `The levels of ${name} can be held beside ${thoseOf(joined)}: shared raters join them.`
  if (apart.length === 0) return beside
  return `${beside} With ${nameSome(apart)} they share none, ${MAY_BE_RATERS}.`
}

/** More names than this nobody reads in a sentence. */
const MOST_NAMES = 5

function nameSome(names: readonly string[]): string {
  return names.length > MOST_NAMES ? `${names.length} others` : listInWords(names)
}
