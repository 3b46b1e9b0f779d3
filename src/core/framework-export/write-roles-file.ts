// Writes roles.yaml.
import type { Framework, Role } from '../framework/framework.ts'
import { unlessEmpty, wasLeftOut } from './left-out.ts'
import { writeYaml } from './write-yaml.ts'

const FILE = 'roles.yaml'

export function writeRolesFile(framework: Framework): string {
  const presetLeftOut = wasLeftOut(framework, FILE, 'preset')
  return writeYaml({
    roles: framework.roles.map((role) => ({
      id: role.id,
      name: role.name,
      code: wasLeftOut(framework, FILE, `${role.id} / code`) ? undefined : role.code,
      path: role.path,
      band: role.band,
      ...detailsOf(role),
      preset: role.preset && !presetLeftOut ? true : undefined,
    })),
  })
}

function detailsOf({ purpose, scope, usualStay, week, tags, mustHaves }: Role) {
  return { purpose, scope, usual_stay: usualStay, week, tags: unlessEmpty(tags), must_haves: mustHaves }
}
