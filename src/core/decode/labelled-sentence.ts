// One sentence of the labelled corpus, and how a corpus is read: one JSON object a line.

export type Polarity = 'gap' | 'strength' | 'none'
export type Wording = 'direct' | 'behaviour' | 'incident' | 'praise' | 'mixed' | 'none' | 'vague'

export interface LabelledSentence {
  id: string
  text: string
  /** Skill ids of the built-in framework; none where it is about no skill or too vague to tell. */
  skills: string[]
  /** One for each skill; one in all where there is no skill. */
  polarity: Polarity[]
  kind: Wording
  voice: string
  style: string
  /** Sentences of one situation share it. */
  scenario: string
}

/** The first letters of the id say who wrote it. */
export function writerOf({ id }: LabelledSentence): string {
  return id.split('-')[0] ?? ''
}

/** Lines that are no labelled sentence are told with their number and left out. */
export function readCorpus(text: string): { sentences: LabelledSentence[]; problems: string[] } {
  const sentences: LabelledSentence[] = []
  const problems: string[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const sentence = readLine(line)
    if (sentence === null) problems.push(`Line ${index + 1} is no labelled sentence.`)
    else sentences.push(sentence)
  }
  return { sentences, problems }
}

const KINDS: readonly string[] = ['direct', 'behaviour', 'incident', 'praise', 'mixed', 'none', 'vague']

function readLine(line: string): LabelledSentence | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const one = value as Record<string, unknown>
  const isText = (name: string) => typeof one[name] === 'string' && one[name] !== ''
  const isList = (name: string) =>
    Array.isArray(one[name]) && (one[name] as unknown[]).every((entry) => typeof entry === 'string')
  const fits =
    ['id', 'text', 'kind', 'voice', 'style', 'scenario'].every(isText) &&
    ['skills', 'polarity'].every(isList) &&
    KINDS.includes(one.kind as string)
  return fits ? (value as LabelledSentence) : null
}

const GRAM = 5
const OVERLAP = 0.5

/**
 * Training sentences that share no more than half of their character 5-grams with any test sentence: what was
 * reworded only slightly would make a test too easy.
 */
export function withoutOverlap(
  training: readonly LabelledSentence[],
  test: readonly LabelledSentence[],
): LabelledSentence[] {
  const holders = new Map<string, number[]>()
  for (const [index, { text }] of test.entries()) {
    for (const gram of gramsOf(text)) {
      const list = holders.get(gram)
      if (list === undefined) holders.set(gram, [index])
      else list.push(index)
    }
  }
  return training.filter(({ text }) => {
    const grams = gramsOf(text)
    const shared = new Map<number, number>()
    for (const gram of grams) {
      for (const index of holders.get(gram) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
    }
    return Math.max(0, ...shared.values()) < OVERLAP * grams.size
  })
}

function gramsOf(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
  return new Set(
    Array.from({ length: Math.max(1, plain.length - GRAM + 1) }, (_, at) => plain.slice(at, at + GRAM)),
  )
}
