// Begins with the files that take longest, so that no processor waits at the end for one that came last.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * What makes a file long, longest first: processes on a real Postgres, a browser and every page, processes that are
 * killed, a database. A new clone knows no times of its own, and the size of a file, by which Vitest would go, says
 * little.
 */
const LONG = [
  /tests\/postgres\//,
  /journeys\/(pages|static-site)/,
  /journeys\//,
  /proofs\/|durability/,
  /measurement\/|crowded|forecast/,
  /contracts\/(drafts|frameworks|imports|malformed)/,
  /contracts\/|src\/store\/|src\/cli\/|src\/server\//,
]

const place = ({ moduleId }: TestSpecification): number => {
  const found = LONG.findIndex((pattern) => pattern.test(moduleId))
  return found === -1 ? LONG.length : found
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => place(a) - place(b))
  }
}
