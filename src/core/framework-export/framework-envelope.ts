// A framework as one JSON file, with what it is written on the outside.
import type { Framework } from '../framework/framework.ts'

export interface FrameworkEnvelope {
  skillmap: 'framework'
  /** Of the envelope, not of the framework. */
  version: 1
  framework: Framework
}

export function frameworkEnvelope(framework: Framework): FrameworkEnvelope {
  return { skillmap: 'framework', version: 1, framework }
}

export function writeFrameworkJson(framework: Framework): string {
  return `${JSON.stringify(frameworkEnvelope(framework), null, 2)}\n`
}
