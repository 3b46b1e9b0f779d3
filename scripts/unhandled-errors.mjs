// A reporter of Vitest: writes down how many errors nobody caught, which its report in JSON does not hold.
import { writeFileSync } from 'node:fs'

export default class UnhandledErrors {
  onTestRunEnd(_modules, errors) {
    writeFileSync(process.env.SKILLMAP_UNHANDLED_ERRORS, String(errors.length))
  }
}
