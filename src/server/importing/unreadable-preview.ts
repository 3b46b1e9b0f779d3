// The preview of a file that could not be opened. Apart from the readers, which only the process that reads files needs.
import type { ImportPreview } from '../../core/importing/import-preview.ts'
import type { ImportProblem, ImportReading, Loss } from '../../core/importing/import-source.ts'

/** In the form of a reading. */
export function unreadablePreview(problem: ImportProblem, losses: Loss[] = []): ImportPreview {
  const reading: ImportReading = {
    kind: null,
    sure: 0,
    why: problem.message,
    framework: null,
    ratings: [],
    understood: [],
    losses,
    mapping: null,
    problems: [problem],
  }
  return { reading, excerpts: [], warnings: [], warningCount: 0 }
}
