// The matrix on a phone: one role, or two beside each other, as a list to read; never all the cells.
import type { Framework, Role, Skill } from '../../../core/framework/framework.ts'
import { expectationOf, findRole } from '../../../core/framework/look-up.ts'
import { type Levels, levelOf } from '../../../core/planning/levels.ts'
import { GroupDot } from '../../parts/group-dot.tsx'
import { OwnMark } from '../../parts/own-mark.tsx'
import { RolePicker } from '../../role/role-picker.tsx'
import { levelName, weightWords } from '../../words/level.ts'
import { matrixWords } from '../../words/matrix.ts'
import { roleInSentence } from '../../words/names.ts'
import { Asked } from './cell-detail.tsx'
import type { MatrixState } from './matrix-state.ts'
import type { Matrix } from './read-matrix.ts'

interface ListProps {
  framework: Framework
  matrix: Matrix
  state: MatrixState
  mine: Levels | null
  /** Whose column is read where the address names none. */
  usualRole: string
  set: (change: Partial<MatrixState>) => Promise<void>
}

export function MatrixList(props: ListProps) {
  const { framework, matrix, state, mine, set } = props
  const role = findRole(framework, state.role ?? props.usualRole)
  const beside = state.beside === role?.id ? undefined : findRole(framework, state.beside ?? '')
  const roles = [role, beside].filter((one) => one !== undefined)
  return (
    <div className="matrix-list">
      <div className="matrix-list-roles no-print">
        <RolePicker
          framework={framework}
          label={matrixWords.role}
          value={role?.id ?? ''}
          onChange={(id) => void set({ role: id })}
        />
        <RolePicker
          framework={framework}
          label={matrixWords.beside}
          value={beside?.id ?? ''}
          none={matrixWords.besideNone}
          onChange={(id) => void set({ beside: id || null })}
        />
      </div>
      <p className="small quiet">
        {beside && role ? matrixWords.sides(role.name, roleInSentence(framework, beside.id)) : ''}{' '}
        {matrixWords.listHelp}
      </p>
      {matrix.groups.map(({ group, rows }) => {
        const asked = rows.filter(({ skill }) =>
          roles.some((one) => isShown(framework, one, skill, state.weight)),
        )
        return asked.length === 0 ? null : (
          <section key={group.id} className="section stack-s">
            <h2 className="matrix-list-group">
              <GroupDot framework={framework} group={group.id} /> {group.name}
            </h2>
            <ul>
              {asked.map(({ skill }) => (
                <li key={skill.id}>
                  <Entry framework={framework} skill={skill} roles={roles} mine={mine} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function isShown(framework: Framework, role: Role, skill: Skill, least: number): boolean {
  const { level, weight } = expectationOf(framework, role.id, skill.id)
  return level > 0 && weight >= least
}

function Entry(props: { framework: Framework; skill: Skill; roles: Role[]; mine: Levels | null }) {
  const { framework, skill, roles, mine } = props
  const own = mine ? levelOf(mine, skill.id) : null
  return (
    <details className="matrix-entry">
      <summary>
        <span className="matrix-entry-name">{skill.name}</span>
        {roles.map((role) => (
          <Digit key={role.id} framework={framework} skill={skill} role={role} named={roles.length > 1} />
        ))}
      </summary>
      <div className="stack-s">
        {roles.map((role) => (
          <Asked key={role.id} framework={framework} skill={skill} role={role} />
        ))}
        {own && !own.assumed ? (
          <p>
            {matrixWords.yours(levelName(framework, own.level))} <OwnMark />
          </p>
        ) : null}
      </div>
    </details>
  )
}

function Digit(props: { framework: Framework; skill: Skill; role: Role; named: boolean }) {
  const { framework, skill, role, named } = props
  const { level, weight } = expectationOf(framework, role.id, skill.id)
  return (
    <span className="matrix-digit" data-weight={level > 0 ? weight : undefined}>
      {named ? <span className="visually-hidden">{role.name}: </span> : null}
      <span>{level > 0 ? level : '·'}</span>
      <span className={named ? 'visually-hidden' : 'small quiet'}>
        {level > 0 ? weightWords[weight] : matrixWords.listNotAsked}
      </span>
    </span>
  )
}
