// The published JSON Schemas, made from the same shapes that reading uses.
import * as z from 'zod'
import { expectationRow } from './expectations-file.ts'
import { frameworkFile } from './framework-file.ts'
import { movesFile } from './moves-file.ts'
import { rolesFile } from './roles-file.ts'
import { skillFrontMatter, translationFrontMatter } from './skill-file.ts'

const SHAPES = {
  'framework.schema.json': frameworkFile,
  'roles.schema.json': rolesFile,
  'moves.schema.json': movesFile,
  'expectation-row.schema.json': expectationRow,
  'skill-front-matter.schema.json': skillFrontMatter,
  'translation-front-matter.schema.json': translationFrontMatter,
}

/** File name → text, for the folder `schemas/`. JSON Schema 2020-12, which editors use to help while typing. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SHAPES).map(([name, shape]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(shape, { io: 'input', reused: 'inline' }), null, 2)}\n`,
    ]),
  )
}
