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

/** zod says what stands at each place of a tuple, but not that there is nothing else. */
function closeTuple({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.prefixItems === undefined) return
  jsonSchema.minItems = jsonSchema.prefixItems.length
  jsonSchema.maxItems = jsonSchema.prefixItems.length
}

/** File name → text, for the folder `schemas/`. JSON Schema 2020-12, which editors use to help while typing. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SHAPES).map(([name, shape]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(shape, { io: 'input', reused: 'inline', override: closeTuple }), null, 2)}\n`,
    ]),
  )
}
