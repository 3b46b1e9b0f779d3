// What the headings of columns commonly mean, in English and a few words of German and French.
import type { ColumnMeaning } from './import-source.ts'
import { keyOf } from './naming.ts'

const WORDS: Record<Exclude<ColumnMeaning, 'value'>, string> = {
  path: 'path, career path, track, ladder, career ladder, job family, discipline, stream, laufbahn, filière',
  role: 'role, roles, role name, position, job, job title, title, job role, rolle, stelle, funktion, poste, rôle',
  group:
    'group, skill group, category, skill category, theme, family, skill family, pillar, domain, section, area of skill, competency area, competency group, bereich, kategorie, catégorie',
  skill:
    'skill, skills, skill name, competency, competencies, competence, capability, capabilities, topic, axis, dimension, attribute, criterion, skill area, area, competency name, fähigkeit, fähigkeiten, kompetenz, kompetenzen, compétence, compétences',
  level:
    'level, levels, skill level, rating, score, expected level, required level, target level, target, expected, required, proficiency, proficiency level, milestone, current level, self rating, self-assessment, stufe, niveau, soll',
  text: 'text, description, expectation, expectations, behaviour, behaviours, behavior, behaviors, indicator, indicators, criteria, statement, statements, example, examples, what it looks like, expected behaviour, expected behavior, colleagues see, a colleague can see, what colleagues see, what good looks like, what this looks like, looks like, evidence, guidance, requirement, requirements, beschreibung, erwartung, erwartungen, verhalten, attentes',
  definition: 'definition, skill definition, skill description, about, meaning, summary, definitionen',
  weight: 'weight, weighting, importance, priority, relevance, gewicht, gewichtung, wichtigkeit, poids',
  person:
    'person, people, employee, employee name, team member, member, member name, full name, colleague, engineer name, developer name, who, e-mail, email, email address, mitarbeiter, mitarbeiterin, mitarbeitende, collaborateur',
  date: 'date, rated on, assessed on, assessment date, last assessed, last updated, updated, when, datum',
  rater: 'rated by, rater, assessor, assessed by, reviewer, reviewed by, bewertet von',
  ignored:
    'notes, note, comment, comments, remark, remarks, link, links, url, id, nr, no, no., #, team, department, office, location, bemerkung, bemerkungen, anmerkung, anmerkungen, hinweis, hinweise, notiz, notizen, kommentar, kommentare, remarque, remarques, commentaire, commentaires, total, summe, gesamt, sum, average, avg, mean, created, created by, tags, status, role id, skill id, weight name, kind, code, scope, autonomy, owner, version, from, to',
  band: 'band, grade, career level, job level, job grade, altitude, karrierestufe',
  purpose: 'purpose, role purpose, mission, role summary, role description, aufgabe',
  levelName: 'level name, name of level, stufenname',
}

const MEANINGS = new Map(
  (Object.entries(WORDS) as [ColumnMeaning, string][]).flatMap(([meaning, words]) =>
    words.split(', ').map((word): [string, ColumnMeaning] => [word, meaning]),
  ),
)

/** What a heading says by itself; undefined where it could be the name of anything. */
export function meaningOfHeading(heading: string): ColumnMeaning | undefined {
  const key = keyOf(heading.replaceAll('_', ' '))
    .replace(/\s*[([].*[)\]]\s*$/, '')
    .replace(/[\s:*?]+$/, '')
  return MEANINGS.get(key)
}

/** What a corner such as "Skill / Role" says of its rows and of the headings across. */
export function meaningsOfCorner(corner: string): {
  rows: ColumnMeaning | undefined
  across: ColumnMeaning | undefined
} {
  const [first, second] = corner.split(/\s*[/\\|×]\s*|\s+vs\.?\s+|\s+by\s+/i)
  const whole = meaningOfHeading(corner)
  if (whole !== undefined || second === undefined) return { rows: whole, across: undefined }
  return { rows: meaningOfHeading(first ?? ''), across: meaningOfHeading(second) }
}
