// Words of the links that download a framework.
import type { FrameworkForm } from '../../core/framework-export/framework-forms.ts'

export const frameworkExportWords = {
  title: 'Take it with you',
  about:
    'The folder and the JSON hold everything and can be read again; the others are for reading and working.',
  forms: {
    folder: ['Folder', 'a zip archive of the files that people edit'],
    json: ['JSON', 'one file for programs'],
    xlsx: ['Workbook', 'XLSX: roles, levels, weights and a sheet for each group'],
    csv: ['Table', 'CSV: a row for each skill of each role'],
    markdown: ['Document', 'Markdown: to read from front to back'],
  } satisfies Record<FrameworkForm, [name: string, about: string]>,
} as const
