// The matrix of a framework as two sheets: the level that each role expects in each skill, and how much it weighs.
import { mixHex } from '../framework/colour.ts'
import type { Expectation, Framework, Skill, SkillGroup } from '../framework/framework.ts'
import { expectationOf, topLevel } from '../framework/look-up.ts'
import { idCell, type Sheet, type SheetCell, type SheetRow, words } from './sheet.ts'

const SKILL_WIDTH = 32
const ID_WIDTH = 16
const ROLE_WIDTH = 12

/** What stands above the skills, so that levels and weights can be told apart whatever their sheets are called. */
export const LEVELS_CORNER = 'Skill (levels)'
export const WEIGHTS_CORNER = 'Skill (weights)'

type Draw = (expectation: Expectation, group: SkillGroup) => SheetCell | null

/** Darker is higher; bold is critical. */
export function levelSheet(framework: Framework, name: string): Sheet {
  const top = topLevel(framework)
  return matrix(framework, name, LEVELS_CORNER, (expectation, group) => ({
    value: expectation.level,
    centred: true,
    bold: expectation.weight === 3,
    fill: mixHex('#ffffff', group.colour.light, (0.75 * expectation.level) / top),
  }))
}

export function weightSheet(framework: Framework, name: string): Sheet {
  return matrix(framework, name, WEIGHTS_CORNER, (expectation, group) => ({
    value: expectation.weight,
    centred: true,
    bold: expectation.weight === 3,
    fill: mixHex('#ffffff', group.colour.light, (0.5 * expectation.weight) / 3),
  }))
}

/** Names in the first row and column, ids in the second: the first for people, the second for programs. */
function matrix(framework: Framework, name: string, corner: string, draw: Draw): Sheet {
  const { roles, groups } = framework
  const rows: SheetRow[] = [
    [
      { value: corner, bold: true },
      idCell('id'),
      ...roles.map((role) => ({ value: role.name, bold: true, centred: true })),
    ],
    [null, null, ...roles.map((role) => ({ ...idCell(role.id), centred: true }))],
    ...groups.flatMap((group) => groupRows(framework, group, draw)),
  ]
  const columns = [SKILL_WIDTH, ID_WIDTH, ...roles.map(() => ROLE_WIDTH)]
  return { name, columns, frozenRows: 2, frozenColumns: 2, rows }
}

function groupRows(framework: Framework, group: SkillGroup, draw: Draw): SheetRow[] {
  const skills = framework.skills.filter((skill) => skill.group === group.id)
  if (skills.length === 0) return []
  const filled = { fill: group.colour.light }
  const title: SheetRow = [
    { value: group.name, bold: true, ...filled },
    ...Array.from({ length: framework.roles.length + 1 }, () => ({ value: '', ...filled })),
  ]
  return [title, ...skills.map((skill) => skillRow(framework, skill, group, draw))]
}

function skillRow(framework: Framework, skill: Skill, group: SkillGroup, draw: Draw): SheetRow {
  const cells = framework.roles.map((role) => {
    const expectation = expectationOf(framework, role.id, skill.id)
    return expectation.level === 0 && expectation.weight === 0 ? null : draw(expectation, group)
  })
  return [words(skill.name), idCell(skill.id), ...cells]
}
