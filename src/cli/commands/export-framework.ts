// skillmap export-framework: a framework as a folder, one JSON, a table, a workbook or a document.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Framework } from '../../core/framework/framework.ts'
import { FRAMEWORK_FORMS, type FrameworkForm } from '../../core/framework-export/framework-forms.ts'
import { type Command, CommandFailure, textOption, UsageFailure } from '../command.ts'
import { frameworkNamed } from '../framework-named.ts'
import { saveNew } from '../save-new.ts'

/** What a terminal can show. */
const AS_TEXT: readonly FrameworkForm[] = ['json', 'csv', 'markdown']

export const exportFrameworkCommand: Command = {
  name: 'export-framework',
  summary: 'A framework as a folder, JSON, CSV, XLSX or Markdown',
  usage: 'skillmap export-framework [<folder or id>] [--as folder|json|csv|xlsx|markdown] [--out <file>]',
  about:
    'Writes a framework: a folder that you keep, the built-in one, or a version that Skillmap has stored. The folder and the JSON hold everything and can be read again; the workbook has sheets for roles, levels, weights, moves and each group of skills.',
  options: {
    '--as <form>': 'folder (the default), json, csv, xlsx or markdown.',
    '--out <file>':
      'Write there. Needed for a folder and a workbook; a folder that ends in .zip is an archive.',
  },
  examples: [
    'skillmap export-framework --as xlsx --out skillmap.xlsx',
    'skillmap export-framework ./our-framework --as markdown | less',
    'skillmap export-framework skillmap --as folder --out ./ours',
  ],
  parse: { as: { type: 'string' }, out: { type: 'string' } },
  positionals: [0, 1],
  async run(given, terminal) {
    const form = formOf(textOption(given, 'as') ?? 'folder')
    const out = textOption(given, 'out')
    if (out === undefined && !AS_TEXT.includes(form)) {
      throw new UsageFailure(`--as ${form} needs --out: a terminal cannot show it.`)
    }
    const framework = await frameworkNamed(given.positionals[0], terminal.env)
    const say = (line: string) => terminal.err(line)
    if (form === 'folder' && out !== undefined && !out.endsWith('.zip'))
      return saveFolder(framework, out, say)
    const { exportFramework } = await import('../../server/framework/export-framework.ts')
    const { bytes } = await exportFramework(framework, form)
    if (out === undefined) terminal.out(new TextDecoder().decode(bytes).trimEnd())
    else saveNew(out, bytes, say)
  },
}

function formOf(word: string): FrameworkForm {
  const form = FRAMEWORK_FORMS.find((one) => one === word)
  if (form === undefined) throw new UsageFailure(`--as takes ${FRAMEWORK_FORMS.join(', ')}.`)
  return form
}

/** Into a new or an empty folder. */
async function saveFolder(framework: Framework, folder: string, say: (line: string) => void): Promise<void> {
  const { writeFrameworkFolder } = await import('../../core/framework-export/write-folder.ts')
  try {
    mkdirSync(folder, { recursive: true })
    if (readdirSync(folder).length > 0)
      throw new CommandFailure(`${folder} was not written: it is not empty.`)
    for (const { path, text } of writeFrameworkFolder(framework)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text, { flag: 'wx' })
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error
    throw new CommandFailure(`${folder} was not written: ${error instanceof Error ? error.message : error}.`)
  }
  say(`Written: ${folder}`)
}
