// Decides whether a current role and some destinations make sense in a framework.
import type { Framework } from '../framework/framework.ts'
import { fail, type Result, succeed } from '../result.ts'
import { STAY, type Target } from './target.ts'

export interface ChooseTargetCommand {
  frameworkDigest: string
  role: string
  destinations: string[]
  /** Chosen by the writer, so that a retry is recognised. */
  revisionId: string
}

/** `field` is a path into the command, such as `destinations/1`. */
export interface TargetFailure {
  field: string
  message: string
}

/** A next target. Destinations are roles other than the current one, or `stay`; each at most once. */
export function chooseTarget(
  framework: Framework,
  command: ChooseTargetCommand,
  now: string,
): Result<Omit<Target, 'version'>, TargetFailure> {
  const roles = new Set(framework.roles.map((role) => role.id))
  if (!roles.has(command.role)) return fail({ field: 'role', message: `No role is called ${command.role}.` })
  for (const [index, destination] of command.destinations.entries()) {
    const field = `destinations/${index}`
    if (destination !== STAY && !roles.has(destination)) {
      return fail({ field, message: `No role is called ${destination}.` })
    }
    if (destination === command.role) {
      return fail({ field, message: 'This is your current role. To remain and deepen, choose to stay.' })
    }
    if (command.destinations.indexOf(destination) !== index) {
      return fail({ field, message: `${destination} is there twice.` })
    }
  }
  return succeed({ ...command, updatedAt: now })
}
