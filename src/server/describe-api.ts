// The OpenAPI document: what is said about the API as a whole, around what each route says of itself.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from './app-env.ts'
import type { ApiDocument } from './serving/api-page.ts'

const ABOUT = `The API that Skillmap’s own pages and command line use. It answers on this computer only and holds one person’s data.

Changes to a rating or a target must name the revision they replace, so that two windows never overwrite each other. What creates something takes an \`Idempotency-Key\`, so that a retry creates it once. Bodies are JSON, unknown fields are refused by name, and times are in UTC.`

export function documentOf(app: OpenAPIHono<AppEnv>, version: string): ApiDocument {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Skillmap',
      version,
      description: ABOUT,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/', description: 'The address that Skillmap printed.' }],
  })
  const securitySchemes = {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'skillmap-<port>',
      description: 'Set by the one-time link; see `npx skillmap open`.',
    },
    secret: {
      type: 'http',
      scheme: 'bearer',
      description: 'The secret in run/server.json of the data folder, which only its owner can read.',
    },
  }
  const components = { ...document.components, securitySchemes }
  return { ...document, components } as unknown as ApiDocument
}
