// The sheet as Markdown, to be read, printed or attached to an agreement.
import type { Sheet, SheetSection, SheetView } from './sheet.ts'
import { sheetWords as words } from './sheet-words.ts'

export function renderSheet(sheet: Sheet): string {
  const blocks = [
    `# ${words.title}`,
    [sheet.organisation === null ? null : plain(sheet.organisation), words.madeOn(sheet.madeOn), words.lead]
      .filter((one) => one !== null)
      .join(' '),
    `## ${words.always}`,
    words.principles.map((one) => `- ${one}`).join('\n'),
    `## ${words.views}`,
    words.viewsLead,
    ...sheet.views.flatMap(viewBlocks),
    `## ${words.kept}`,
    ...sheet.sections.flatMap(sectionBlocks),
    `## ${words.columns}`,
    words.columnsLead,
    ...sheet.sections.map(columnTable),
  ]
  return `${blocks.join('\n\n')}\n`
}

function viewBlocks({ title, shows, toWhom, ofWhom, never, on }: SheetView): string[] {
  const facts = [
    [words.shows, shows],
    [words.toWhom, toWhom],
    [words.ofWhom, ofWhom],
    [words.never, never],
  ]
  const state = on === null ? words.isOff : words.isOn(on.since, plain(on.purpose))
  return [`### ${title}`, state, facts.map(([name, text]) => `- ${name}: ${text}`).join('\n')]
}

function sectionBlocks({ title, what, why, who, keeps }: SheetSection): string[] {
  const facts = [
    `- ${words.whatFor}: ${why}`,
    ...who.map(({ may, words: says }) => `- ${words.who} ${may}: ${says}`),
    `- ${words.keeps}: ${keeps.join('; ')}`,
  ]
  return [`### ${title}`, what, facts.join('\n')]
}

function columnTable({ title, columns }: SheetSection): string {
  const rows = columns.map(
    ({ name, about, purpose, keeps }) => `| \`${name}\` | ${about} | ${purpose} | ${keeps} |`,
  )
  const head = `| ${words.column} | ${words.about} | ${words.purpose} | ${words.keeps} |\n|---|---|---|---|`
  return `**${title}**\n\n${head}\n${rows.join('\n')}`
}

/** What somebody typed stays text: nothing of it becomes markup. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>()#+!|~]/g, (sign) => `\\${sign}`)
}
