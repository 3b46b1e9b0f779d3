// The columns of what GitHub, GitLab and Jira export, and what each row is by them.
import type { TraceKind } from './trace.ts'

/** Headings are compared without case, spaces and signs: “Merged At (UTC)” is `mergedatutc`. */
export interface TrackerShape {
  source: string
  /** Stands in front of the origin where a row has no address. */
  tool: string
  kind: TraceKind
  /** All of them must be there; of an inner list, one. */
  marks: string[][]
  title: string[]
  key: string[]
  link: string[]
  /** When it was done, the first that holds a day; `fallback` says what is taken where none does. */
  done: string[]
  fallback: string[]
  state: string[]
  /** Who did it. */
  who: string[]
  /** Who had a part in it. */
  people: string[]
  labels: string[]
  branch: string[]
  files: string[]
}

const GITHUB_COLUMNS = {
  title: ['title'],
  link: ['htmlurl', 'url'],
  state: ['state', 'status', 'statereason'],
  labels: ['labels', 'labelnames', 'milestone', 'milestonetitle'],
  fallback: ['updatedat'],
  tool: 'github',
}
const NONE: string[] = []

/** The first whose marks are all there. */
const TRACKER_SHAPES: readonly TrackerShape[] = [
  {
    source: 'merge requests of GitLab',
    tool: 'gitlab',
    kind: 'change',
    marks: [['title'], ['mriid', 'mrid'], ['sourcebranch'], ['targetbranch']],
    title: ['title'],
    key: ['mriid', 'mrid'],
    link: ['url'],
    done: ['mergedatutc', 'mergedat'],
    fallback: ['updatedatutc', 'createdatutc'],
    state: ['state'],
    who: ['author', 'authorusername'],
    people: ['approvers'],
    labels: ['labels'],
    branch: ['sourcebranch'],
    files: NONE,
  },
  {
    source: 'issues of GitLab',
    tool: 'gitlab',
    kind: 'ticket',
    marks: [['title'], ['issueid', 'id', 'iid'], ['createdatutc'], ['state'], ['authorusername']],
    title: ['title'],
    key: ['issueid', 'iid', 'id'],
    link: ['url'],
    done: ['closedatutc', 'closedat'],
    fallback: NONE,
    state: ['state'],
    who: ['assignee', 'assigneeusername', 'assignees', 'assigneeusernames', 'assigneess'],
    people: NONE,
    labels: ['labels', 'milestone'],
    branch: NONE,
    files: NONE,
  },
  {
    source: 'tickets of Jira',
    tool: 'jira',
    kind: 'ticket',
    marks: [['summary'], ['issuekey', 'key'], ['status', 'issuetype', 'resolved', 'updated']],
    title: ['summary'],
    key: ['issuekey', 'key'],
    link: NONE,
    done: ['resolved', 'resolutiondate', 'resolutiondatetime'],
    fallback: ['statuscategorychanged', 'updated'],
    state: ['resolution', 'statuscategory', 'status'],
    who: ['assignee', 'assigneeid'],
    people: NONE,
    labels: [
      'labels',
      'components',
      'componentss',
      'parentsummary',
      'customfieldepicname',
      'customfieldepiclink',
      'epiclink',
    ],
    branch: NONE,
    files: NONE,
  },
  {
    source: 'pull requests of GitHub',
    kind: 'change',
    ...GITHUB_COLUMNS,
    marks: [['title'], ['mergedat', 'headrefname', 'headref'], ['number', 'url', 'htmlurl', 'id']],
    key: ['number'],
    done: ['mergedat', 'pullrequestmergedat'],
    who: ['author', 'authorlogin', 'authorname', 'userlogin', 'user', 'creator'],
    people: NONE,
    branch: ['headrefname', 'headref'],
    files: ['files'],
  },
  {
    source: 'issues of GitHub',
    kind: 'ticket',
    ...GITHUB_COLUMNS,
    marks: [['title'], ['closedat', 'createdat', 'updatedat'], ['number', 'url', 'htmlurl', 'id']],
    key: ['number'],
    done: ['closedat'],
    who: ['assignees', 'assignee', 'assigneelogin', 'assigneeslogin'],
    people: NONE,
    branch: NONE,
    files: NONE,
  },
]

export function plainHeading(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

export function shapeOf(headings: readonly string[]): TrackerShape | null {
  const known = new Set(headings.map(plainHeading))
  return TRACKER_SHAPES.find(({ marks }) => marks.every((any) => any.some((one) => known.has(one)))) ?? null
}

/** What a state says about whether the work was done. */
export type Done = 'yes' | 'no' | 'dropped' | 'unknown'

const FINISHED =
  /^(?:merged|closed|done|resolved|released|completed?|deployed|shipped|verified|accepted|fixed)\b/i
const DROPPED =
  /^(?:won'?t|will not|not[_ ]planned|cannot reproduce|rejected|cancell?ed|abandoned|declined|duplicate|invalid|obsolete|locked)\b/i
const UNFINISHED =
  /^(?:open(?:ed)?|reopened|to ?do|new|backlog|selected|in\b|blocked|waiting|ready|review|draft|triage|on hold|planned)/i

/** A request for a change that is closed and not merged was dropped; a ticket that is closed is done. */
export function doneBy(state: string, kind: TraceKind): Done {
  if (kind === 'change' && /^closed/i.test(state)) return 'dropped'
  if (FINISHED.test(state)) return 'yes'
  if (DROPPED.test(state)) return 'dropped'
  return UNFINISHED.test(state) ? 'no' : 'unknown'
}
