// Reads Snowflake, Medium's growth framework: tracks with milestones, and titles that ask for a sum of points.
import { memberOf } from '../framework/describe-issue.ts'
import { readYaml } from '../framework/read-yaml.ts'
import { completeDraft } from './complete-draft.ts'
import {
  addExpectation,
  addGroup,
  addPath,
  addRole,
  addSkill,
  addStatement,
  type Draft,
  newDraft,
} from './draft.ts'
import type { ImportDocument } from './import-document.ts'
import type { ImportPlace, Loss } from './import-source.ts'
import { listIn, membersIn, otherKeys, textIn, textsIn } from './loose-value.ts'
import { oneLine } from './naming.ts'
import { type Found, found, type ImportBundle, type Recognition, unreadSource } from './recognition.ts'
import { isLeading } from './seniority.ts'
import { type SpreadTitle, spreadPoints } from './spread-points.ts'

const KEYS = ['milestones', 'milestonePoints', 'pointsToLevels', 'titles', 'tracks']
const TRACK_KEYS = ['displayName', 'category', 'description', 'summary', 'milestones']
const MILESTONE_KEYS = ['summary', 'signals', 'examples']
/** Points of milestones 0 to 5 in Snowflake's `milestoneToPoints`. */
const USUAL_POINTS = [0, 1, 3, 6, 12, 20]

export function recogniseSnowflake({ documents, sources, choices }: ImportBundle): Recognition | undefined {
  for (const document of documents) {
    const value = snowflakeValue(document)
    if (value === undefined) continue
    const { path } = document
    return {
      kind: 'snowflake',
      sure: 0.98,
      why: 'It has tracks with display names and milestones with signals, as Snowflake has.',
      read: () => {
        const result = readTracks(path, value, choices.name ?? 'Snowflake')
        const others = sources.filter((source) => source.path !== path)
        const losses = others.map((other) => unreadSource(other, 'It holds no tracks of Snowflake.'))
        return { ...result, losses: [...result.losses, ...losses] }
      },
    }
  }
  return undefined
}

/** The data as JSON, or taken out of the program's `constants.js`. */
function snowflakeValue({ path, text, json }: ImportDocument): Record<string, unknown> | undefined {
  const value = json ?? fromProgram(path, text)
  const tracks = membersIn(value, 'tracks')
  const isTracks = tracks.some(([, track]) =>
    listIn(track, 'milestones').some((one) => textIn(one, 'summary') !== ''),
  )
  if (isTracks) return value as Record<string, unknown>
  // The tracks alone, without titles and points around them.
  const bare = membersIn({ tracks: value }, 'tracks')
  return bare.length > 0 &&
    bare.every(([, track]) => textIn(track, 'displayName') !== '' && listIn(track, 'milestones').length > 0)
    ? { tracks: value }
    : undefined
}

/** A literal of JavaScript is close enough to YAML in one line style to be read as such. */
function fromProgram(path: string, text: string): Record<string, unknown> | undefined {
  if (!text.includes('displayName') || !text.includes('milestones')) return undefined
  const value: Record<string, unknown> = {}
  for (const key of ['tracks', 'titles', 'pointsToLevels']) {
    const start = new RegExp(`\\b${key}\\b[^=\\n]{0,200}=\\s*(?=[{[])`).exec(text)
    if (start === null) continue
    const literal = literalAt(text, start.index + start[0].length)
    const read = literal === undefined ? undefined : readYaml(path, literal, [])
    if (read !== undefined) value[key] = read.value
  }
  return value
}

/** The literal that opens at `from`, up to its closing bracket, without comments; undefined where it never closes. */
function literalAt(text: string, from: number): string | undefined {
  let depth = 0
  let kept = ''
  const token =
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\]]|[^"'/{}[\]]+|[\s\S]/y
  token.lastIndex = from
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const part = match[0]
    if (part.startsWith('//') || part.startsWith('/*')) continue
    kept += /^['"]/.test(part) ? quoted(part) : part.replaceAll('\t', '  ')
    if (part === '{' || part === '[') depth++
    else if (part === '}' || part === ']') depth--
    if (depth === 0) return kept
  }
  return undefined
}

function quoted(literal: string): string {
  return JSON.stringify(literal.slice(1, -1).replace(/\\(.)/g, '$1'))
}

interface Reading {
  path: string
  draft: Draft
  losses: Loss[]
}

function readTracks(path: string, value: Record<string, unknown>, name: string): Found {
  const reading: Reading = { path, draft: newDraft(name), losses: [] }
  for (const [id, track] of membersIn(value, 'tracks')) readTrack(id, track, reading)
  const titles = titlesOf(value)
  if (titles.length > 0) addTitles(titles, value, reading)
  else addMilestonesAsRoles(reading.draft)
  for (const key of otherKeys(value, KEYS)) lose(reading, `/${key}`, `"${key}"`)
  const completed = completeDraft(reading.draft, path)
  return found({ framework: completed.framework, losses: reading.losses, problems: completed.problems })
}

function readTrack(id: string, track: unknown, reading: Reading): void {
  const { draft } = reading
  const category = oneLine(textIn(track, 'category'))
  const group = addGroup(
    draft,
    category === '' ? 'Tracks' : category.length === 1 ? `Category ${category}` : category,
  )
  const definition = [textIn(track, 'summary'), textIn(track, 'description')].filter((text) => text !== '')
  const skill = addSkill(
    draft,
    textIn(track, 'displayName') || id,
    group,
    definition.map(oneLine).join('\n\n'),
  )
  for (const [index, milestone] of listIn(track, 'milestones').entries()) {
    const level = index + 1
    draft.levelNames.set(level, `Milestone ${level}`)
    const examples = textsIn(milestone, 'examples').map(oneLine)
    const summary = oneLine(textIn(milestone, 'summary'))
    const ending = examples.length === 0 ? '' : `. For example: ${examples.join('; ')}`
    addStatement(draft, skill, level, ending === '' ? summary : `${summary.replace(/[.:;]$/, '')}${ending}`)
    for (const signal of textsIn(milestone, 'signals')) addStatement(draft, skill, level, signal)
    for (const key of otherKeys(milestone, MILESTONE_KEYS))
      lose(reading, `/tracks/${id}/milestones/${index}/${key}`, `"${key}" of a milestone`)
  }
  for (const key of otherKeys(track, TRACK_KEYS))
    lose(reading, `/tracks/${id}/${key}`, `"${key}" of ${textIn(track, 'displayName') || id}`)
}

function titlesOf(value: Record<string, unknown>): SpreadTitle[] {
  return listIn(value, 'titles').flatMap((title) => {
    const points = memberOf(title, 'minPoints')
    const name = oneLine(textIn(title, 'label'))
    return typeof points === 'number' && points >= 0 && name !== '' ? [{ name, points }] : []
  })
}

function pointsOf(value: Record<string, unknown>): number[] {
  const given = membersIn(value, 'milestonePoints')
  const points = given.flatMap(([, entry]) => (typeof entry === 'number' ? [entry] : []))
  return points.length > 1 ? points : USUAL_POINTS
}

/**
 * A title asks for points from any tracks. To show it on a map the points are spread as evenly as they go, every
 * track alike; this is an assumption and told as one.
 */
function addTitles(titles: SpreadTitle[], value: Record<string, unknown>, { draft }: Reading): void {
  const ordered = titles.toSorted((a, b) => a.points - b.points)
  const thresholds = [...new Set(ordered.map(({ points }) => points))]
  const isForked = ordered.some(({ name, points }) =>
    ordered.some((other) => other.points === points && other.name !== name),
  )
  for (const title of ordered) {
    const band = thresholds.indexOf(title.points) + 1
    const alone = ordered.filter(({ points }) => points === title.points).length === 1
    const path = !isForked || alone ? 'Engineering' : isLeading(title.name) ? 'Leading' : 'Individual'
    const key = addRole(draft, title.name, addPath(draft, path), {
      band,
      purpose: purposeOf(title, thresholds, value),
    })
    draft.bandNames.set(band, `From ${title.points} points`)
    const levels = spreadPoints(title.points, pointsOf(value), draft.skills.size)
    for (const [index, skill] of [...draft.skills.keys()].entries())
      addExpectation(draft, key, skill, {
        level: levels[index] ?? 0,
        weight: (levels[index] ?? 0) > 0 ? 1 : 0,
      })
  }
  draft.assumptions.push({
    where: 'expectations.csv',
    field: 'level',
    assumed:
      'the points of each title, spread evenly over all tracks and weighed 1, because any tracks may bring them',
  })
}

function purposeOf({ points }: SpreadTitle, thresholds: number[], value: Record<string, unknown>): string {
  const next = thresholds.find((other) => other > points)
  const steps = membersIn(value, 'pointsToLevels')
    .filter(([from]) => Number(from) >= points && (next === undefined || Number(from) < next))
    .map(([from, step]) => `${String(step)} from ${from} points`)
  const range = next === undefined ? `${points} points or more` : `${points} to ${next - 1} points`
  return `${range} over all tracks${steps.length === 0 ? '' : `; levels ${steps.join(', ')}`}.`
}

function addMilestonesAsRoles(draft: Draft): void {
  const path = addPath(draft, 'Milestones')
  for (const [level, name] of draft.levelNames) {
    const role = addRole(draft, name, path, { band: level })
    draft.bandNames.set(level, name)
    for (const skill of draft.skills.keys()) addExpectation(draft, role, skill, { level })
  }
  draft.assumptions.push({
    where: 'roles.yaml',
    field: 'roles',
    assumed: 'one for each milestone, because there are no titles',
  })
}

function lose({ losses, path }: Reading, at: string, what: string): void {
  const place: ImportPlace = { path, cell: at }
  losses.push({ place, what, why: 'A framework has no place for it.' })
}
