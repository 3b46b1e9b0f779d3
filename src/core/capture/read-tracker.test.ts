// Tests how exports of GitHub, GitLab and Jira are read, by the headings that they write.
import { expect, test } from 'vitest'
import { readMoment } from './read-moment.ts'
import { readTracker } from './read-tracker.ts'

const GITLAB_REQUESTS =
  'Title,Description,MR IID,URL,State,Source Branch,Target Branch,Source Project ID,Target Project ID,Author,Author Username,Assignees,Assignee Usernames,Approvers,Approver Usernames,Merged User,Merged Username,Milestone ID,Created At (UTC),Updated At (UTC)'
const GITLAB_ISSUES =
  'Title,Description,Issue ID,URL,State,Author,Author Username,Assignee,Assignee Username,Confidential,Locked,Due Date,Created At (UTC),Updated At (UTC),Closed At (UTC),Milestone,Weight,Labels,Time Estimate,Time Spent'
const JIRA_CLOUD =
  'Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Priority,Resolution,Assignee,Assignee Id,Reporter,Created,Updated,Last Viewed,Resolved,Due date,Labels,Labels,Description,Sprint,Custom field (Story Points),Parent,Parent summary,Status Category'
const JIRA_SERVER =
  'Issue Type,Issue key,Issue id,Parent id,Summary,Assignee,Reporter,Priority,Status,Resolution,Created,Updated,Due Date'

const brief = (text: string) =>
  readTracker(text).traces.map(({ day, text: title, who, labels, link }) => ({
    day,
    title,
    who,
    labels,
    link,
  }))

test('Merge requests of GitLab: what was merged, by its author; what is open or was closed is left out', () => {
  const row = (number: number, state: string) =>
    `Partial refunds ${number},"Why,\nand how",${number},https://git.example/shop/-/merge_requests/${number},${state},refunds,main,7,7,Ada Example,ada,,,"Ben Example, Chloé Example","ben, chloe",Ben Example,ben,,2026-11-02 09:00:00 UTC,2026-11-04 10:30:00 UTC`
  const read = readTracker([GITLAB_REQUESTS, row(1, 'merged'), row(2, 'opened'), row(3, 'closed')].join('\n'))
  expect(read.source).toBe('merge requests of GitLab')
  expect(read.traces).toMatchObject([
    {
      kind: 'change',
      day: '2026-11-04',
      text: 'Partial refunds 1',
      who: ['Ada Example', 'ada'],
      people: ['Ben Example', 'Chloé Example'],
      link: 'https://git.example/shop/-/merge_requests/1',
    },
  ])
  expect(read.leftOut).toEqual([
    { what: 'One row', why: 'not done yet', line: 4 },
    { what: 'One row', why: 'closed without being done', line: 6 },
  ])
})

test('Issues of GitLab are whose they were assigned to', () => {
  const row =
    'Alert routing,,12,https://git.example/shop/-/issues/12,Closed,Ben,ben,Ada Example,ada,No,No,,2026-10-01 08:00:00,2026-11-09 08:00:00,2026-11-09 07:00:00,Q4,3,"ops,alerts",0,0'
  expect(brief(`${GITLAB_ISSUES}\n${row}`)).toEqual([
    {
      day: '2026-11-09',
      title: 'Alert routing',
      who: ['Ada Example', 'ada'],
      labels: ['ops', 'alerts', 'Q4'],
      link: 'https://git.example/shop/-/issues/12',
    },
  ])
})

test('Tickets of Jira in the cloud: columns that come more than once, and what is resolved', () => {
  const rows = [
    'Index rebuilds,SHOP-7,1001,Story,Done,SHOP,Shop,High,Done,Ada Example,712020:a,Ben,01/Nov/26 9:00 AM,09/Nov/26 4:15 PM,,09/Nov/26 4:14 PM,,search,nightly,,Sprint 4,3,900,Search that keeps up,Done',
    "Never,SHOP-9,1003,Story,Done,SHOP,Shop,High,Won't Do,Ada Example,712020:a,Ben,01/Nov/26 9:00 AM,09/Nov/26 4:15 PM,,09/Nov/26 4:14 PM,,,,,,,,,Done",
    'Later,SHOP-8,1002,Story,In Progress,SHOP,Shop,High,,Ada Example,712020:a,Ben,01/Nov/26 9:00 AM,09/Nov/26 4:15 PM,,,,,,,,,,,In Progress',
  ]
  const read = readTracker([JIRA_CLOUD, ...rows].join('\r\n'))
  expect(read.source).toBe('tickets of Jira')
  expect(read.traces).toMatchObject([
    {
      origin: 'jira:ticket:SHOP-7',
      day: '2026-11-09',
      text: 'SHOP-7 Index rebuilds',
      labels: ['search', 'nightly', 'Search that keeps up'],
    },
  ])
  expect(read.leftOut).toMatchObject([
    { why: 'closed without being done', line: 3 },
    { why: 'not done yet', line: 4 },
  ])
})

test('Tickets of an older Jira, with a semicolon and without the day of resolution', () => {
  const row =
    'Bug;YARN-8605;13175733;;Flaky test;ada;ben;Minor;Resolved;Fixed;30/Jul/18 23:33;25/Feb/20 23:29;'
  expect(brief(`${JIRA_SERVER.replaceAll(',', ';')}\n${row}`)).toMatchObject([
    { day: '2020-02-25', title: 'YARN-8605 Flaky test', who: ['ada'] },
  ])
})

test('Pull requests as gh writes them in JSON, and as a table of the same fields', () => {
  const request = {
    number: 7,
    title: 'Cursor paging',
    url: 'https://github.example/shop/pull/7',
    mergedAt: '2026-11-05T10:00:00Z',
    state: 'MERGED',
    author: { login: 'ada', is_bot: false },
    labels: [{ name: 'api' }],
    files: [{ path: 'api/page.ts', additions: 3 }],
  }
  const read = readTracker(
    JSON.stringify([request, { ...request, number: 8, mergedAt: null, state: 'OPEN' }]),
  )
  expect(read.source).toBe('pull requests of GitHub')
  expect(read.traces).toMatchObject([
    { day: '2026-11-05', who: ['ada'], labels: ['api'], files: ['api/page.ts'], text: 'Cursor paging' },
  ])
  const table =
    'number,title,html_url,state,merged_at,user.login\n7,Cursor paging,https://github.example/shop/pull/7,closed,2026-11-05T10:00:00Z,ada'
  // GitHub's own API says “closed” of what was merged; that it was merged is said by its day.
  expect(brief(table)).toMatchObject([{ day: '2026-11-05', who: ['ada'] }])
})

test('A formula stays the text that it is', () => {
  const rows = 'number,title,url,state,mergedAt,author\n1,"=HYPERLINK(""http://x"")",,MERGED,2026-11-05,ada'
  expect(brief(rows)).toMatchObject([{ title: '=HYPERLINK("http://x")', link: null }])
})

test('Columns of nobody, a text and broken JSON are answered in words', () => {
  expect(readTracker('Name,Colour\nSky,blue\nSea,green').problem?.message).toContain('Name, Colour')
  expect(readTracker('just a text').problem?.message).toContain('neither a table nor JSON')
  expect(readTracker('[{"number": 1,').problem?.message).toContain('neither a table nor JSON')
})

test.each([
  ['2026-11-05T23:30:00-08:00', false, '2026-11-05'],
  ['05/Nov/26 9:30 PM', false, '2026-11-05'],
  ['5/11/2026', false, '2026-11-05'],
  ['11/5/2026 16:14', true, '2026-11-05'],
  ['11/25/2026', false, '2026-11-25'],
  ['5.11.2026', true, '2026-11-05'],
  ['5 November 2026', false, '2026-11-05'],
  ['30/Feb/26', false, undefined],
  ['soon', false, undefined],
])('“%s” (month first: %s) is the day %s', (text, monthFirst, day) => {
  expect(readMoment(text, monthFirst)?.day).toBe(day)
})

test('Where one row shows that the month comes first, it does so in all of them', () => {
  const rows = ['1,a,MERGED,11/25/2026,ada', '2,b,MERGED,11/5/2026,ada']
  expect(brief(`number,title,state,mergedAt,author\n${rows.join('\n')}`).map(({ day }) => day)).toEqual([
    '2026-11-25',
    '2026-11-05',
  ])
})
