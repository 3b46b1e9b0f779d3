// Reads a framework that Skillmap wrote as one JSON file.
import { describeIssue, describeUnknownKey, memberOf } from '../framework/describe-issue.ts'
import type { Framework } from '../framework/framework.ts'
import { lintFramework } from '../framework/lint-framework.ts'
import { hasErrors } from '../framework/problem.ts'
import { currentShape } from '../framework/stored-framework.ts'
import { FRAMEWORK_JSON, frameworkJson } from './framework-json.ts'
import type { ImportProblem } from './import-source.ts'
import { type Found, found, type ImportBundle, type Recognition, unreadSource } from './recognition.ts'

const MOST_PROBLEMS = 100

export function recogniseFrameworkJson({ documents, sources }: ImportBundle): Recognition | undefined {
  const document = documents.find(({ json }) => memberOf(json, 'skillmap') === FRAMEWORK_JSON.skillmap)
  if (document === undefined) return undefined
  return {
    kind: 'skillmap-json',
    sure: 1,
    why: 'The file says that it is a framework of Skillmap.',
    read: () => {
      const others = sources.filter(({ path }) => path !== document.path)
      const result = frameworkInEnvelope(document.json, document.path)
      return {
        ...result,
        losses: others.map((other) => unreadSource(other, 'One file holds the whole framework.')),
      }
    },
  }
}

/** Checks every member, and lints the whole. */
export function frameworkInEnvelope(json: unknown, path: string): Found {
  const version = memberOf(json, 'version')
  if (version !== FRAMEWORK_JSON.version) {
    const message = `The file has version ${String(version).slice(0, 20)} of the format; version ${FRAMEWORK_JSON.version} is read.`
    return found({ problems: [{ place: { path }, message, mend: 'Write it again with this program.' }] })
  }
  const given = memberOf(json, 'framework')
  // What an earlier release wrote is brought to the shape of this one, as if it came from the database.
  const value = typeof given === 'object' && given !== null ? currentShape(given as Framework) : given
  const parsed = frameworkJson.safeParse(value)
  if (!parsed.success) return found({ problems: problemsOf(parsed.error.issues, value, path) })
  const framework: Framework = parsed.data
  const problems = lintFramework(framework)
  if (!hasErrors(problems)) return found({ framework })
  return found({
    problems: problems
      .filter((problem) => problem.severity === 'error')
      .slice(0, MOST_PROBLEMS)
      .map(({ message, mend }) => ({ place: { path }, message, mend })),
  })
}

type Issue = Parameters<typeof describeIssue>[0]

function problemsOf(issues: Issue[], root: unknown, path: string): ImportProblem[] {
  return issues.slice(0, MOST_PROBLEMS).flatMap((issue) => {
    const around = issue.path
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ place: { path }, ...describeUnknownKey(key, [], around, root) }))
    const value = around.reduce<unknown>((inner, step) => memberOf(inner, step), root)
    return [{ place: { path }, ...describeIssue(issue, value, around, root) }]
  })
}
