// Marks which words of a sentence went and which came, for showing both versions as one.

export interface MarkedWords {
  text: string
  mark: 'kept' | 'gone' | 'new'
}

/** Longer texts are shown one after the other: a table of all their words would take too long. */
const MOST_WORDS = 400

/** Where fewer words than this share stayed, two sentences are easier to read than one made of both. */
const LEAST_KEPT = 0.5

/** The longest common run of words stays (Wagner & Fischer 1974); what is between is gone or new. */
export function markWords(before: string, after: string): MarkedWords[] {
  const [old, fresh] = [piecesOf(before), piecesOf(after)]
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) return joined([gone(before), isNew(after)])
  const lengths = commonLengths(old, fresh)
  const marked: MarkedWords[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < fresh.length) {
    const [left, right] = [old[row], fresh[column]]
    if (left !== undefined && left === right) {
      marked.push({ text: left, mark: 'kept' })
      row += 1
      column += 1
    } else if (
      right === undefined ||
      (left !== undefined && (lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0))
    ) {
      marked.push(gone(left ?? ''))
      row += 1
    } else {
      marked.push(isNew(right))
      column += 1
    }
  }
  const kept = marked.filter((one) => one.mark === 'kept').length
  if (kept < LEAST_KEPT * Math.max(old.length, fresh.length)) return joined([gone(before), isNew(after)])
  return joined(marked)
}

const gone = (text: string): MarkedWords => ({ text, mark: 'gone' })
const isNew = (text: string): MarkedWords => ({ text, mark: 'new' })

/** Words with the space behind them. */
function piecesOf(text: string): string[] {
  return text.match(/\s*\S+\s*$|\s*\S+\s/g) ?? []
}

function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0))
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      const [here, below] = [lengths[row] ?? [], lengths[row + 1] ?? []]
      here[column] =
        old[row] === fresh[column]
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, here[column + 1] ?? 0)
    }
  return lengths
}

/** Neighbours with the same mark become one. */
function joined(marked: readonly MarkedWords[]): MarkedWords[] {
  const result: MarkedWords[] = []
  for (const one of marked) {
    const last = result.at(-1)
    if (last?.mark === one.mark) last.text += one.text
    else result.push({ ...one })
  }
  return result
}
