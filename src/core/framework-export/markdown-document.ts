// Collects the parts of a Markdown document with linked contents, as common Markdown readers make the links.
import { markdownInside } from './plain-markdown.ts'

interface Heading {
  depth: number
  text: string
  slug: string
}

export class MarkdownDocument {
  private readonly parts: string[] = []
  private readonly headings: Heading[] = []
  private readonly slugs = new Map<string, number>()

  /** Plain words; what could be markup in them is made harmless. */
  heading(depth: 2 | 3 | 4, text: string): void {
    this.headings.push({ depth, text, slug: this.slugOf(text) })
    this.parts.push(`${'#'.repeat(depth)} ${markdownInside(text)}`)
  }

  /** Markdown that is already written. */
  add(...markdown: string[]): void {
    this.parts.push(...markdown.filter((part) => part !== ''))
  }

  table(titles: string[], rows: string[][]): void {
    if (rows.length === 0) return
    const line = (cells: string[]) => `| ${cells.map(tableCell).join(' | ')} |`
    this.parts.push([line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n'))
  }

  /** Nested as the headings are, down to `deepest`. */
  contents(deepest: number): string {
    return this.headings
      .filter(({ depth }) => depth <= deepest)
      .map(({ depth, text, slug }) => `${'  '.repeat(depth - 2)}- [${markdownInside(text)}](#${slug})`)
      .join('\n')
  }

  body(): string {
    return this.parts.join('\n\n')
  }

  /** As GitHub, GitLab and most viewers do: letters, digits, "-" and "_"; a repeated heading gets a number. */
  private slugOf(text: string): string {
    const base = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-')
    const count = this.slugs.get(base) ?? 0
    this.slugs.set(base, count + 1)
    return count === 0 ? base : `${base}-${count}`
  }
}

/** A "|" would end the cell. */
function tableCell(markdown: string): string {
  return markdown.replaceAll('|', '\\|')
}
