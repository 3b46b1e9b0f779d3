// How well skills are proposed for entries of the journal: by search, by the reader of feedback, and as the program does it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DECODER_FILE, openDecoder } from '#build/core/decode/decoder-model.js'
import { readFeedback } from '#build/core/decode/read-feedback.js'
import { MOST_PROPOSED, proposeSkills, searchSkills } from '#build/core/evidence/propose-skills.js'
import { readBuiltInFramework } from '#build/server/built-in-framework.js'
import type { Figure } from './figure.ts'
import { projectRoot } from './running-server.ts'

interface LabelledEntry {
  id: string
  text: string
  /** What it shows most comes first; none where it shows nothing. */
  skills: string[]
}

type Propose = (text: string) => string[]

/** On `b.jsonl`: nothing was chosen by looking at it. */
export async function measureEvidenceProposals(): Promise<Figure[]> {
  const { framework } = await readBuiltInFramework(join(projectRoot, 'frameworks', 'skillmap'))
  const opened = openDecoder(readFileSync(join(projectRoot, DECODER_FILE), 'utf8'))
  if (!opened.ok) throw new Error(opened.failure)
  const model = opened.value
  const read = (text: string) => readFeedback(model, framework, text)
  const search: Propose = (text) => searchSkills(framework, text)
  const reader: Propose = (text) => {
    const best = new Map<string, number>()
    for (const { skills } of read(text))
      for (const { skill, confidence } of skills) best.set(skill, Math.max(confidence, best.get(skill) ?? 0))
    return [...best]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_PROPOSED)
      .map(([skill]) => skill)
  }
  const filled: Propose = (text) => [...new Set([...proposed(text), ...search(text)])].slice(0, MOST_PROPOSED)
  const proposed: Propose = (text) => proposeSkills(framework, text, read(text))
  const entries = readEntries('b')
  // What the program does not do stands beside what it does, and has no target of its own.
  return [
    ...figuresOf('by search', search, entries, [100, 100, 100]),
    ...figuresOf('by the reader, always three', reader, entries, [100, 100, 100]),
    ...figuresOf('by the reader, filled up by search', filled, entries, [100, 100, 100]),
    ...figuresOf('as the program proposes', proposed, entries, [20, 50, 25]),
  ]
}

function readEntries(name: string): LabelledEntry[] {
  const file = join(projectRoot, 'corpus', 'entries', `${name}.jsonl`)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledEntry)
}

function figuresOf(
  how: string,
  propose: Propose,
  entries: readonly LabelledEntry[],
  [three, wrong, nothing]: [number, number, number],
): Figure[] {
  const about = entries.filter(({ skills }) => skills.length > 0)
  const empty = entries.filter(({ skills }) => skills.length === 0)
  const answers = about.map(({ text, skills }) => {
    const all = propose(text)
    return { first: skills.includes(all[0] ?? ''), all, right: all.filter((one) => skills.includes(one)) }
  })
  const share = (count: number, of: number) => (100 * count) / of
  const made = answers.reduce((sum, { all }) => sum + all.length, 0)
  const right = answers.reduce((sum, answer) => sum + answer.right.length, 0)
  const firsts = answers.filter(({ first }) => first).length
  const note = `${about.length} entries; first right in ${Math.round(share(firsts, about.length))} %, ${(made / about.length).toFixed(1)} proposals each`
  const figure = (name: string, value: number, target: number): Figure => ({
    name: `entries, ${how}: ${name}`,
    value,
    unit: '%',
    target,
  })
  return [
    {
      ...figure(
        'none of three right',
        share(answers.filter((one) => one.right.length === 0).length, about.length),
        three,
      ),
      note,
    },
    figure('proposals that are wrong', share(made - right, made), wrong),
    {
      ...figure(
        'something proposed where nothing shows',
        share(empty.filter(({ text }) => propose(text).length > 0).length, empty.length),
        nothing,
      ),
      note: `${empty.length} entries`,
    },
  ]
}
