// From whatever somebody brings to a framework, with everything that did not make it told by place.
import type { Framework } from '../framework/framework.ts'
import { compareText } from '../framework/problem.ts'
import { documentsOf, type ImportDocument } from './import-document.ts'
import { findExcess } from './import-limits.ts'
import type {
  ImportChoices,
  ImportedRating,
  ImportPlace,
  ImportProblem,
  ImportReading,
  ImportSource,
  Loss,
} from './import-source.ts'
import { recogniseEngineeringLadders } from './read-engineering-ladders.ts'
import { recogniseFinancialTimes } from './read-financial-times.ts'
import { recogniseFrameworkJson } from './read-framework-json.ts'
import { recogniseLongTable } from './read-long-table.ts'
import { recogniseOwnDocument } from './read-own-document.ts'
import { recogniseOwnFolder } from './read-own-folder.ts'
import { recognisePages } from './read-pages.ts'
import { recogniseSnowflake } from './read-snowflake.ts'
import { recogniseTables } from './read-tables.ts'
import { recogniseWorkbook } from './read-workbook.ts'
import type { ImportBundle, Recogniser, Recognition } from './recognition.ts'

/** Where two are equally sure, the first one is chosen: the most particular stand first. */
const RECOGNISERS: Recogniser[] = [
  recogniseFrameworkJson,
  recogniseOwnFolder,
  recogniseWorkbook,
  recogniseLongTable,
  recogniseOwnDocument,
  recogniseFinancialTimes,
  recogniseSnowflake,
  recogniseEngineeringLadders,
  recogniseTables,
  recognisePages,
]

const LOOKED_FOR =
  'a framework of Skillmap (folder, JSON, workbook, table or document), the formats of the Financial Times, Snowflake and engineeringladders, ' +
  'headings with lists, and tables of roles, skills, levels or people'

/**
 * Pure and deterministic: recognises by content alone, never by names or endings, and never throws, whatever the
 * sources hold. A framework that comes out has no errors in lint.
 */
export function readImport(sources: ImportSource[], choices: ImportChoices = {}): ImportReading {
  const excess = findExcess(sources)
  if (excess !== undefined) return nothing('There is more than an import may hold.', [excess])
  const documents = documentsOf(sources)
  const recognition = recognise({ sources, documents, choices: withoutBlanks(choices) })
  if (recognition === undefined)
    return nothing('Nothing in it is known.', [...unreadable(documents), notRecognised(sources, choices)])
  const { kind, sure, why } = recognition
  const { framework, ratings, losses, mapping, problems } = recognition.read()
  return {
    kind,
    sure,
    why,
    framework,
    ratings,
    understood: understoodOf(framework, ratings),
    losses: listed(losses),
    mapping,
    problems: recognition.amount === undefined ? problems : [...problems, ...unreadable(documents)],
  }
}

/** A name of nothing but spaces is none. */
function withoutBlanks({ name, ...choices }: ImportChoices): ImportChoices {
  return name === undefined || name.trim() === '' ? choices : { ...choices, name }
}

/** Files among others that are no text at all. */
function unreadable(documents: ImportDocument[]): ImportProblem[] {
  return documents.flatMap((document) => document.content().problem ?? [])
}

/** Formats that leave no doubt are not compared with the rest. */
const NO_DOUBT = 0.98

function recognise(bundle: ImportBundle): Recognition | undefined {
  const wanted = bundle.choices.kind
  let best: Recognition | undefined
  for (const recogniser of RECOGNISERS) {
    const next = recogniser(bundle)
    if (next === undefined || (wanted !== undefined && next.kind !== wanted)) continue
    if (next.sure >= NO_DOUBT) return next
    if (best === undefined || isBetter(next, best)) best = next
  }
  return best
}

/** A page may hold a small table beside a long ladder of lists, or the other way round: what says more counts. */
function isBetter(next: Recognition, best: Recognition): boolean {
  const [more, less] = [next.amount ?? 0, best.amount ?? 0]
  if (
    next.amount !== undefined &&
    best.amount !== undefined &&
    Math.max(more, less) > 2 * Math.min(more, less)
  )
    return more > less
  return next.sure > best.sure
}

/** More losses than this are counted, not listed. */
const LISTED_LOSSES = 2000

function listed(losses: Loss[]): Loss[] {
  const sorted = losses.toSorted((a, b) => comparePlaces(a.place, b.place))
  const more = sorted.length - LISTED_LOSSES
  const [first] = sorted
  if (more <= 0 || first === undefined) return sorted
  const rest: Loss = {
    place: { path: first.place.path },
    what: `${more} more parts`,
    why: 'They are counted here and not listed one by one.',
  }
  return [...sorted.slice(0, LISTED_LOSSES), rest]
}

function notRecognised(sources: ImportSource[], choices: ImportChoices): ImportProblem {
  return {
    place: { path: sources[0]?.path ?? '.' },
    message:
      sources.length === 0 ? 'There is nothing to read.' : `Looked for ${LOOKED_FOR}; found none of them.`,
    mend:
      choices.kind === undefined
        ? 'Compare it with the examples in docs/bring-your-framework.md.'
        : 'Let it be recognised by itself, without choosing a kind.',
  }
}

function nothing(why: string, problems: ImportProblem[]): ImportReading {
  return {
    kind: null,
    sure: 0,
    why,
    framework: null,
    ratings: [],
    understood: [],
    losses: [],
    mapping: null,
    problems,
  }
}

function understoodOf(framework: Framework | null, ratings: ImportedRating[]): ImportReading['understood'] {
  const counts: [string, number][] = []
  if (framework !== null) {
    const anchors = framework.skills.flatMap((skill) => skill.anchors)
    counts.push(
      ['paths', framework.paths.length],
      ['roles', framework.roles.length],
      ['groups', framework.groups.length],
      ['skills', framework.skills.length],
      ['levels', framework.scale.length - 1],
      ['statements', anchors.reduce((sum, anchor) => sum + anchor.behaviours.length, 0)],
      [
        'expectations',
        Object.values(framework.expectations).reduce((sum, own) => sum + Object.keys(own).length, 0),
      ],
      ['moves', framework.moves.length],
    )
  }
  counts.push(['people', new Set(ratings.map(({ person }) => person)).size], ['ratings', ratings.length])
  return counts.filter(([, count]) => count > 0).map(([what, count]) => ({ what, count }))
}

function comparePlaces(a: ImportPlace, b: ImportPlace): number {
  return (
    compareText(a.path, b.path) || compareText(a.sheet ?? '', b.sheet ?? '') || (a.line ?? 0) - (b.line ?? 0)
  )
}
