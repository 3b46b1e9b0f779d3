// Judges the content of a framework: what repeats, what nobody can observe, what is hard to read, what hardly differs.
import type { Framework } from '../framework/framework.ts'
import { compareText } from '../framework/problem.ts'
import type { SourceMap } from '../framework/source-map.ts'
import { needlessAcceptances, withoutAccepted } from './accept-findings.ts'
import type { Finding } from './finding.ts'
import { judgeLevels } from './judge-levels.ts'
import { judgeReading } from './judge-reading.ts'
import { judgeRoles } from './judge-roles.ts'
import { judgeTwins } from './judge-twins.ts'
import { judgeWords } from './judge-words.ts'
import { JUDGEMENT_KINDS, type JudgementKind } from './judgement-kinds.ts'
import { type JudgingContext, judgingContext } from './judging-context.ts'
import { isEnglish, writesWords } from './sentence.ts'

const JUDGEMENTS: ((context: JudgingContext) => void)[] = [
  judgeTwins,
  judgeLevels,
  judgeWords,
  judgeReading,
  judgeRoles,
]

export interface Judgement {
  /** By kind, then file and line. */
  findings: Finding[]
  /** How many more the framework accepts, each with its reason. */
  accepted: number
  /** Kinds that nothing can be said about, because of the framework's language. */
  notJudged: JudgementKind[]
}

/**
 * Pure and complete. With the `sources` that `readFrameworkFolder` returns, findings carry lines. About a tenth of a
 * second for 1,300 sentences, a few seconds for 20,000; the order of files makes no difference.
 */
export function judgeFramework(framework: Framework, sources: SourceMap = new Map()): Judgement {
  const all = judge(framework, sources)
  const notJudged = kindsNotJudged(framework)
  const findings = withoutAccepted(framework, all)
  const needless = needlessAcceptances(framework, all, new Set(notJudged), sources)
  return {
    findings: [...findings, ...needless].sort(inReportOrder),
    accepted: all.length - findings.length,
    notJudged,
  }
}

/**
 * The findings about one skill, fast enough to be asked while somebody types in it (some 20 ms in 46 skills). The same
 * as those of `judgeFramework`, except that a sentence is compared with all others: there only the second of two says
 * so. Empty where there is no such skill. What is said about roles is left out.
 */
export function judgeSkill(framework: Framework, skillId: string, sources: SourceMap = new Map()): Finding[] {
  return withoutAccepted(framework, judge(framework, sources, skillId)).sort(inReportOrder)
}

function judge(framework: Framework, sources: SourceMap, onlySkill?: string): Finding[] {
  const findings: Finding[] = []
  const context = judgingContext(framework, sources, findings, onlySkill)
  for (const judgement of JUDGEMENTS) judgement(context)
  return findings
}

/** Word lists and reading ages are English; a language without spaces has no countable words. */
function kindsNotJudged(framework: Pick<Framework, 'language'>): JudgementKind[] {
  const english: JudgementKind[] = ['unobservable-word', 'personality-word', 'hard-to-read']
  return JUDGEMENT_KINDS.filter(
    (kind) =>
      (english.includes(kind) && !isEnglish(framework)) ||
      (kind === 'long-behaviour' && !writesWords(framework)),
  )
}

function inReportOrder(a: Finding, b: Finding): number {
  const byKind = JUDGEMENT_KINDS.indexOf(a.kind) - JUDGEMENT_KINDS.indexOf(b.kind)
  return byKind || compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.at, b.at)
}
