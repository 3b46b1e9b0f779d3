// Types of the verdict over a run of Vitest, for its tests.

export interface RunReport {
  /** How many errors nobody caught. */
  unhandledErrors: number
  testResults: {
    name: string
    status: 'passed' | 'failed'
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

type Results = Pick<RunReport, 'testResults'>

export function filesToTryAgain(report: RunReport, how: { root: string; areCasesDrawn: boolean }): string[]
export function withSecondTry(first: Results, second: Results): Results
export function countRun(
  name: string,
  report: Results,
  code: number,
): { passed: number; failed: number; failures: string[] }
export function failuresOf(name: string, report: Results): string[]
