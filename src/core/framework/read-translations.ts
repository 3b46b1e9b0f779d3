// Checks translated skill files against their originals; showing them is later work.
import type { SkillFile } from './framework-files.ts'
import { groupedBy } from './grouped-by.ts'
import { compareText, errorAt, type Problem, warningAt } from './problem.ts'
import { readTranslation, type SkillText } from './read-skill.ts'
import { placeOf, type SourceMap } from './source-map.ts'

type Translation = SkillFile & { language: string }

export function readTranslations(
  files: Translation[],
  originals: Map<string, SkillText>,
  unreadable: ReadonlySet<string>,
  problems: Problem[],
): void {
  for (const file of files) {
    const sources: SourceMap = new Map()
    const text = readTranslation({ id: file.id, file: file.file, sources, problems }, file.text)
    const original = originals.get(file.id)
    if (original !== undefined && text !== undefined) compareIds(file, text, original, sources, problems)
    else if (original === undefined && !unreadable.has(file.id)) {
      const place = { file: file.file, line: null }
      problems.push(
        errorAt(
          place,
          `There is no skills/${file.id}.md to translate.`,
          'Write the original first, or correct the name of the file.',
        ),
      )
    }
  }
  for (const [language, list] of groupedBy(files, (file) => file.language)) {
    reportMissing(language, new Set(list.map((file) => file.id)), originals, problems)
  }
}

function compareIds(
  file: Translation,
  text: SkillText,
  original: SkillText,
  sources: SourceMap,
  problems: Problem[],
): void {
  const own = statementIds(text)
  const known = statementIds(original)
  for (const id of own) {
    if (known.has(id)) continue
    const place = placeOf(sources, `/skills/${file.id}/statements/${id}`)
    problems.push(
      errorAt(
        place,
        `[${id}] is not in the original.`,
        `Use the ids of skills/${file.id}.md: an id stays the same in every language.`,
      ),
    )
  }
  const missing = [...known].filter((id) => !own.has(id))
  if (missing.length > 0) {
    const names = missing.slice(0, 5).join(', ') + (missing.length > 5 ? ' and others' : '')
    problems.push(
      warningAt(
        { file: file.file, line: null },
        `${missing.length} entries of the original are not translated: ${names}.`,
        'Translate them; until then the original is shown.',
      ),
    )
  }
}

function statementIds(text: SkillText): Set<string> {
  return new Set(
    text.anchors.flatMap((anchor) =>
      [...anchor.behaviours, ...anchor.practices, ...(anchor.antiPattern ? [anchor.antiPattern] : [])].map(
        (entry) => entry.id,
      ),
    ),
  )
}

function reportMissing(
  language: string,
  translated: Set<string>,
  originals: Map<string, SkillText>,
  problems: Problem[],
): void {
  const missing = [...originals.keys()].filter((id) => !translated.has(id)).sort(compareText)
  const first = missing[0]
  if (first === undefined) return
  const names = missing.slice(0, 5).join(', ') + (missing.length > 5 ? ' and others' : '')
  problems.push(
    warningAt(
      { file: 'skills', line: null },
      `${missing.length} skills have no translation into "${language}": ${names}.`,
      `Add files such as skills/${first}.${language}.md; until then the original is shown.`,
    ),
  )
}
