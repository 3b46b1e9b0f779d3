// The role that the first screen starts with.
import type { Framework } from '../../core/framework/framework.ts'

export function presetRole(framework: Framework): string {
  return (framework.roles.find((role) => role.preset) ?? framework.roles[0])?.id ?? ''
}
