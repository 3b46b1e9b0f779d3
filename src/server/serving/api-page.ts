// The readable page about the API, written from the OpenAPI document without a script.

import { problemKinds } from '../problem-kinds.ts'
import { escapeHtml, plainPage } from './plain-page.ts'

interface Operation {
  summary?: string
  description?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>
}

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  description?: string
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  additionalProperties?: Schema | boolean
  format?: string
}

/** The part of an OpenAPI document that the page reads. */
export interface ApiDocument {
  info: { title: string; version: string; description?: string }
  paths?: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

export function apiPage(document: ApiDocument): Response {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? 'Other'))]
  const sections = tags.map((tag) => {
    const mine = operations.filter(({ operation }) => (operation.tags?.[0] ?? 'Other') === tag)
    return `<h2>${escapeHtml(tag)}</h2>${mine.map(operationHtml).join('')}`
  })
  const links = operations.map(
    ({ path, method, operation }) =>
      `<li><a href="#${anchorOf(method, path)}">${escapeHtml(operation.summary ?? path)}</a></li>`,
  )
  return plainPage(
    `${document.info.title}: the API`,
    `<h1>${escapeHtml(document.info.title)}: the API</h1>${paragraphs(document.info.description)}
<p>The same as a machine-readable document: <a href="/openapi.json">openapi.json</a></p>
<nav aria-label="Operations"><ul>${links.join('')}</ul></nav>${sections.join('')}
<h2>Shapes</h2>${shapesHtml(document)}<h2>When something is refused</h2>
<p>Refusals are <code>application/problem+json</code> (RFC 9457). <code>errors</code> names each field that is not right,
<code>requestId</code> finds the request in the log.</p>${problemsHtml()}`,
  )
}

function operationHtml({
  path,
  method,
  operation,
}: {
  path: string
  method: string
  operation: Operation
}): string {
  const parameters = (operation.parameters ?? []).map((one) =>
    row([code(one.name), one.in, one.required === true ? 'required' : '', inline(one.description ?? '')]),
  )
  const body = operation.requestBody?.content?.['application/json']?.schema
  const answers = Object.entries(operation.responses ?? {}).map(([status, answer]) => {
    const schema = answer.content?.['application/json']?.schema
    return row([status, inline(answer.description ?? ''), schema === undefined ? '' : sayType(schema)])
  })
  return `<section><h3 id="${anchorOf(method, path)}">${escapeHtml(operation.summary ?? '')}</h3>
<p><code><span class="verb">${method.toUpperCase()}</span> ${escapeHtml(path)}</code></p>${paragraphs(operation.description)}
${table('Parameters', ['Name', 'Place', '', 'Meaning'], parameters)}${body === undefined ? '' : `<p>Body: ${sayType(body)}</p>${fieldsHtml(body)}`}
${table('Answers', ['Status', 'When', 'Shape'], answers)}</section>`
}

function fieldsHtml(schema: Schema): string {
  const required = new Set(schema.required ?? [])
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) =>
    row([code(name), sayType(field), required.has(name) ? 'required' : '', inline(field.description ?? '')]),
  )
  return table('Fields', ['Name', 'Type', '', 'Meaning'], rows)
}

function shapesHtml(document: ApiDocument): string {
  return Object.entries(document.components?.schemas ?? {})
    .map(
      ([name, schema]) =>
        `<h3 id="shape-${escapeHtml(name)}">${escapeHtml(name)}</h3>${paragraphs(schema.description)}${fieldsHtml(schema)}`,
    )
    .join('')
}

function problemsHtml(): string {
  return Object.entries(problemKinds)
    .map(
      ([kind, words]) =>
        `<h3 id="${kind}">${words.status} · ${escapeHtml(words.title)}</h3><p>${inline(words.about)}</p>`,
    )
    .join('')
}

function sayType(schema: Schema): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return `<a href="#shape-${escapeHtml(name)}">${escapeHtml(name)}</a>`
  }
  if (schema.enum !== undefined) return schema.enum.map((value) => code(JSON.stringify(value))).join(' or ')
  if (schema.anyOf !== undefined) return schema.anyOf.map(sayType).join(' or ')
  if (schema.items !== undefined) return `list of ${sayType(schema.items)}`
  const types = [schema.type ?? 'anything'].flat().join(' or ')
  return escapeHtml(schema.format === undefined ? types : `${types} (${schema.format})`)
}

function anchorOf(method: string, path: string): string {
  return `${method}${path.replaceAll(/[^a-z0-9]+/gi, '-')}`
}

function paragraphs(text: string | undefined): string {
  return (text ?? '')
    .split('\n\n')
    .filter((part) => part !== '')
    .map((part) => `<p>${inline(part)}</p>`)
    .join('')
}

function inline(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')
}

function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`
}

function row(cells: string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

function table(caption: string, titles: readonly string[], rows: string[]): string {
  if (rows.length === 0) return ''
  const head = titles.map((title) => `<th scope="col">${title}</th>`).join('')
  return `<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}
