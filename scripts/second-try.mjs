// What a run of Vitest counts for, and which of its files are run once more, by themselves, before the verdict.
import { relative } from 'node:path'

/** When more files than these fail it is no accident, and a second run would only take time. */
const MOST_FILES = 5

/**
 * Paths of the files to run again. None where cases are drawn anew for each run: the second time they would be others,
 * and a case that failed has failed. None where an error was caught by nobody: it belongs to no file, so no second run
 * of some files could show that it does not come again.
 */
export function filesToTryAgain({ testResults, unhandledErrors }, { root, areCasesDrawn }) {
  const failed = testResults.filter(({ status }) => status === 'failed')
  return areCasesDrawn || unhandledErrors > 0 || failed.length > MOST_FILES
    ? []
    : failed.map(({ name }) => relative(root, name))
}

/** The report as if the files of the second run had ended the first time as they did then. */
export function withSecondTry(first, second) {
  const again = new Set(second.testResults.map(({ name }) => name))
  return {
    testResults: [...first.testResults.filter(({ name }) => !again.has(name)), ...second.testResults],
  }
}

/** A test that did not run counts as failed, and so does a run without tests or one that ended badly for no test's sake. */
export function countRun(name, { testResults }, code) {
  const states = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status))
  const passed = states.filter((status) => status === 'passed').length
  const failures = failuresOf(name, { testResults })
  const failed = states.filter((status) => status === 'failed').length
  const left = states.length - passed - failed
  if (left > 0) failures.push(`${name}: ${left} did not run, and every test must`)
  const isBroken = passed === 0 || (code !== 0 && failed === 0)
  if (isBroken) failures.push(`${name}: exit code ${code}`)
  return { passed, failed: failed + left + (isBroken ? 1 : 0), failures }
}

/** Each failed test, or what broke a file outside of its tests, with the first line of what it said. */
export function failuresOf(name, { testResults }) {
  return testResults.flatMap(({ assertionResults, message, status }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [`${name}: ${firstLine(message)}`]
    return failed.map(
      ({ fullName, failureMessages: [first] }) => `${name}: ${fullName}\n        ${firstLine(first)}`,
    )
  })
}

function firstLine(message = '') {
  return message.split('\n')[0]
}
