// One family of skills as a sheet: each skill with what it looks like at every level.
import { mixHex } from '../framework/colour.ts'
import type { Framework, Resource, Skill, SkillGroup } from '../framework/framework.ts'
import { anchorOf } from '../framework/look-up.ts'
import { head, idCell, label, listed, type Sheet, type SheetRow, words } from './sheet.ts'

const SKILL_TITLES = 'Skill, id, Level, Name, A colleague can see, To move on, Read, Anti-pattern'.split(', ')

export function groupSheet(framework: Framework, group: SkillGroup): Sheet {
  const skills = framework.skills.filter((skill) => skill.group === group.id)
  const rows = [head(SKILL_TITLES), ...skills.flatMap((skill) => skillRows(framework, skill, group))]
  return { name: group.name, columns: [30, 16, 7, 16, 64, 52, 36, 36], frozenRows: 1, frozenColumns: 1, rows }
}

/** The definition, then a row for each level that is written. */
function skillRows(framework: Framework, skill: Skill, group: SkillGroup): SheetRow[] {
  const fill = mixHex('#ffffff', group.colour.light, 0.2)
  const kind = skill.kind === 'unknown' ? '' : framework.kinds[skill.kind].name
  const title: SheetRow = [
    { value: skill.name, bold: true, fill },
    { ...idCell(skill.id), fill },
    { value: '', fill },
    { value: kind, fill },
    { value: skill.definition, fill },
    ...[0, 1, 2].map(() => ({ value: '', fill })),
  ]
  const levels = framework.scale.flatMap(({ level, name }): SheetRow[] => {
    const anchor = anchorOf(skill, level)
    if (anchor === undefined) return []
    return [
      [
        null,
        null,
        { value: level, bold: true, centred: true },
        label(name),
        listed(anchor.behaviours.map((behaviour) => behaviour.text)),
        listed(anchor.practices.map((practice) => practice.text)),
        listed(anchor.reading.map(resourceLine)),
        words(anchor.antiPattern?.text ?? ''),
      ],
    ]
  })
  return [title, ...levels]
}

export function resourceLine({ source, take }: Resource): string {
  return take === undefined ? source : `${source}: ${take}`
}
