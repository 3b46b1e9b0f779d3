// Types of the verdict over a run of Vitest, for its tests.

export interface RunReport {
  testResults: {
    name: string
    status: 'passed' | 'failed'
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

export function filesToTryAgain(report: RunReport, how: { root: string; areCasesDrawn: boolean }): string[]
export function withSecondTry(first: RunReport, second: RunReport): RunReport
export function countRun(
  name: string,
  report: RunReport,
  code: number,
): { passed: number; failed: number; failures: string[] }
export function failuresOf(name: string, report: RunReport): string[]
