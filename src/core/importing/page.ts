// A document as a person sees it: headings, paragraphs, list entries and tables, one after the other.
import type { Merge } from './import-source.ts'

export interface PageHeading {
  kind: 'heading'
  /** 1 to 6 as in HTML; 7 for a line in bold that stands for a heading. */
  depth: number
  text: string
  line: number
}

export interface PageParagraph {
  kind: 'paragraph'
  text: string
  line: number
}

export interface PageItem {
  kind: 'item'
  /** Position in a numbered list, from 1; null in a list with bullets. */
  number: number | null
  /** How many lists are around it, from 1. */
  depth: number
  /** The words in bold that it begins with, without a colon; empty where it has none. */
  label: string
  /** The words behind the label. */
  text: string
  /** Nothing but a link: an entry of a table of contents. */
  isLink: boolean
  line: number
}

export interface PageTable {
  kind: 'table'
  rows: string[][]
  /** Line of each row. */
  lines: number[]
  merges: Merge[]
  line: number
}

export type PageBlock = PageHeading | PageParagraph | PageItem | PageTable

export interface Page {
  path: string
  /** The title of an HTML document; empty where there is none. */
  title: string
  blocks: PageBlock[]
}
