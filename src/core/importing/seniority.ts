// What the words of a title say: whether it is a title at all, how senior, and whether it leads people.
import { keyOf } from './naming.ts'

const TITLE =
  /\b(engineer|developer|programmer|manager|lead|leader|head|director|architect|officer|president|vp|svp|evp|cto|cio|ceo|cpo|analyst|designer|consultant|specialist|administrator|scientist|researcher|tester|intern|trainee|apprentice|graduate|associate|fellow|owner|master|coach|junior|mid|middle|senior|staff|principal|distinguished|expert developer|entwickler(in)?|ingenieur(in)?|leiter(in)?|teamleit\w*|technician|sre|sdet|em|tl|ic)\b/iu
/** Such as L3, IC4, SE2, TL-5, P6. */
const CODE = /^[A-Z]{1,4}[- ]?\d{1,2}$/
const LEADS = /\b(lead|leader|manager|director|head|vp|president|chief|cto|leiter(in)?|teamleit\w*)\b/iu

/** Lower comes first; the first pattern that matches counts, so titles within titles stand first. */
const RANKS: [RegExp, number][] = [
  [/\b(intern|trainee|apprentice|werkstudent\w*)\b/u, 0],
  [/\b(chief|cto|cio|ceo)\b/u, 10],
  [/\b(svp|evp|senior vice president)\b/u, 9.5],
  [/\b(vp|vice president)\b/u, 9],
  [/\b(senior director|head of)\b/u, 8.5],
  [/\b(director)\b/u, 8],
  [/\b(distinguished|fellow)\b/u, 7.5],
  [/\b(senior principal)\b/u, 7],
  [/\b(senior (\w+ )?manager|group manager)\b/u, 6.5],
  [/\b(principal)\b/u, 6],
  [/\b(senior staff)\b/u, 5.5],
  [/\b(manager|architect|em)\b/u, 5],
  [/\b(staff)\b/u, 5],
  [/\b(lead|leader|tl)\b/u, 4.5],
  [/\b(senior|sr|expert)\b/u, 4],
  [/\b(junior|jr|graduate|entry)\b/u, 1],
  [/\b(associate)\b/u, 1.5],
  [/\b(mid|middle|intermediate)\b/u, 3],
]
const PLAIN = 2
const NUMERALS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii']

/** Whether this reads like the name of a role. */
export function isTitle(name: string): boolean {
  const text = name.trim()
  return text.length <= 80 && (TITLE.test(text) || CODE.test(text))
}

export function isLeading(title: string): boolean {
  return LEADS.test(title)
}

/** Higher for more senior titles, for comparing titles of one ladder; undefined where the words do not say. */
export function seniorityOf(title: string): number | undefined {
  const text = keyOf(title)
  const number = numberIn(text)
  const rank = RANKS.find(([pattern]) => pattern.test(text))?.[1] ?? (TITLE.test(text) ? PLAIN : undefined)
  if (rank === undefined) return number
  // Numbers order titles of the same words: Senior Engineer 2 is above Senior Engineer 1.
  return rank + (number ?? 0) * 0.04
}

/** The number at the end of a title or code: 4 in "Tech Lead 4", "TL4" and "Engineer IV". */
export function numberIn(title: string): number | undefined {
  const text = keyOf(title)
  const digits = /(?:^|[\s\p{L}-])(\d{1,2})$/u.exec(text)?.[1]
  if (digits !== undefined) return Number(digits)
  const numeral = /\s([ivx]{1,4})$/.exec(text)?.[1]
  const index = numeral === undefined ? -1 : NUMERALS.indexOf(numeral)
  return index < 0 ? undefined : index + 1
}
