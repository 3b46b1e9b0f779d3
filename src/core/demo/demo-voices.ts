// What people of the company that does not exist say of each other, ask each other and plan: words, and by whom.

/** What a round of the demo asks for, with what is said: of oneself, of somebody who does it, and of somebody who could more. */
export const DEMO_NOTES: Record<string, { own: string[]; does: string[]; could: string[] }> = {
  'system-design': {
    own: [
      'I drew it before I built it, and two of us changed it.',
      'I know what I would do differently in the second region.',
    ],
    does: [
      'Drew the retry design on one page, with what it does not solve. We built it without a second meeting.',
      'Asked early what happens when the queue is full. Nobody else had.',
      'Chose the boring store and wrote down why. It still holds.',
    ],
    could: [
      'The design was sound, but I learned of the second region only in the review.',
      'Tends to solve it alone first. I would have liked to see the options it came from.',
    ],
  },
  'written-communication': {
    own: [
      'I write shorter than a year ago. Decisions still get lost in my threads.',
      'People send my pages on.',
    ],
    does: [
      'The migration note had one page, a date and one question. I could answer it on the train.',
      'I still send new people the page on refunds.',
      'Writes what was decided and what was not. That saved us a week in spring.',
    ],
    could: [
      'Good thoughts, but I had to read it twice to find what was asked of me.',
      'The long thread would have been one short note.',
    ],
  },
  'project-leadership': {
    own: ['I led the first half, with help for the dates.', 'I have not led anything across teams yet.'],
    does: [
      'Told us in the second week that the date would not hold, and what would.',
      'Everybody knew what came next, also when they were away.',
      'Stopped the work on the old importer when it no longer mattered. That took some nerve.',
    ],
    could: [
      'Held a lot of it in their own head. When they were ill, we stood still.',
      'I have seen parts of this. The last one was led by two people, and I could not tell who did what.',
    ],
  },
  mentoring: {
    own: ['I pair every week. I talk too much in it.', 'One person, for half a year.'],
    does: [
      'Sat with me for an hour over a review and let me find it myself.',
      'Gave the new colleague the small outage to lead, and stayed in the room.',
    ],
    could: [
      'Always answers, and quickly. I would learn more from a question back.',
      'Busy most weeks, so I stopped asking. We talked about it.',
    ],
  },
  facilitation: {
    own: ['The planning hour, every second week.', 'I would rather listen than lead the room, and it shows.'],
    does: [
      'The planning hour ended after forty minutes, and the quiet ones had spoken.',
      'Noticed that two of us meant different things, and said so kindly.',
    ],
    could: [
      'The meeting went where the loudest wanted it. An order on the wall would have helped.',
      'Fine with a few people. I have not seen it with more than one team.',
    ],
  },
}

export const DEMO_ROUND_SKILLS = Object.keys(DEMO_NOTES)

/** Somebody asks colleagues about themselves; `answers` says who has answered, `daysAgo` when it was asked. */
export const DEMO_ASKS = [
  {
    asker: 'priya-raman',
    raters: ['sofia-marino', 'noor-aziz', 'hana-sato'],
    skills: ['system-design', 'mentoring', 'written-communication'],
    note: 'I have been an engineer again for half a year. I would like to know what you see.',
    daysAgo: 75,
    answers: ['sofia-marino', 'noor-aziz', 'hana-sato'],
  },
  {
    asker: 'jonas-weber',
    raters: ['mei-tanaka', 'ines-duarte', 'hana-sato'],
    skills: ['system-design', 'project-leadership'],
    note: 'You saw the refunds work from close by. What would you have done differently?',
    daysAgo: 40,
    answers: ['mei-tanaka', 'ines-duarte'],
  },
  {
    asker: 'hana-sato',
    raters: ['priya-raman', 'liam-byrne', 'fatima-zahra'],
    skills: ['mentoring', 'facilitation'],
    note: 'I want to take on the guild. Have you seen me lead a room?',
    daysAgo: 4,
    answers: [],
  },
]

export const DEMO_DISPUTE = {
  by: 'jonas-weber',
  rater: 'ines-duarte',
  skill: 'project-leadership',
  words:
    'The second half of the refunds work was led by Rafael, as we had agreed. I would look at the first half for this.',
}

/** What is seen as proof of a level that two people agreed on, and what it became later for one of them. */
export const DEMO_PROOF = {
  skill: 'project-leadership',
  first: 'Leads one piece of work across two teams to its end',
  later: 'Leads one piece of work across three teams, with a plan that holds for a quarter',
}

/** By manager: what is coming, and who had what in earlier quarters (`ago` in quarters). */
export const DEMO_WORK = [
  {
    manager: 'amara-okafor',
    coming: [
      work('Lead the move to the new ledger', 'stretch', 6, 1, ['project-leadership', 'system-design']),
      work('Design refunds for the second region', 'stretch', 5, 1, [
        'system-design',
        'written-communication',
      ]),
      work('Organise the on-call handbook', 'glue', 2, 1, ['written-communication', 'facilitation']),
      work('Keep the card connectors current', 'steady', 4, 2, ['reliability-operations']),
    ],
    given: { 'Lead the move to the new ledger': ['jonas-weber'] } as Record<string, string[]>,
    wishes: ['rafael-souza'],
    earlier: [
      ['jonas-weber', 1, 'Refunds, first half', 'stretch'],
      ['rafael-souza', 1, 'Refunds, second half', 'stretch'],
      ['ines-duarte', 1, 'Interview plan for two positions', 'glue'],
      ['mei-tanaka', 2, 'Ledger prototype', 'stretch'],
      ['ines-duarte', 2, 'Notes and order of the planning hour', 'glue'],
      ['rafael-souza', 2, 'Card connectors', 'steady'],
    ] as [string, number, string, 'stretch' | 'glue' | 'steady'][],
    agreed: { 'jonas-weber': 'project-leadership', 'rafael-souza': 'project-leadership' } as Record<
      string,
      string
    >,
  },
  {
    manager: 'sofia-marino',
    coming: [
      work('Run the incident review guild', 'stretch', 3, 1, ['facilitation', 'mentoring']),
      work('Split the build service', 'stretch', 6, 2, ['system-design', 'project-leadership']),
      work('Welcome two new colleagues', 'glue', 2, 1, ['mentoring']),
      work('Renew certificates and runners', 'steady', 3, 1, ['reliability-operations']),
    ],
    given: { 'Run the incident review guild': ['hana-sato'] } as Record<string, string[]>,
    wishes: ['liam-byrne', 'carla-mendes'],
    earlier: [
      ['hana-sato', 1, 'Cache for the build service', 'stretch'],
      ['noor-aziz', 1, 'Release calendar for all teams', 'glue'],
      ['noor-aziz', 2, 'Clean-up of old alarms', 'glue'],
      ['dmitri-volkov', 2, 'New runners', 'stretch'],
      ['liam-byrne', 1, 'Renewal of certificates', 'steady'],
    ] as [string, number, string, 'stretch' | 'glue' | 'steady'][],
    agreed: {
      'hana-sato': 'facilitation',
      'liam-byrne': 'system-design',
      'priya-raman': 'mentoring',
    } as Record<string, string>,
  },
]

export const DEMO_PURPOSES = {
  opportunities: 'To give work to those who want to learn by it, and glue work to everybody in turn.',
  calibration:
    'To find out where managers read the same behaviour differently, before they talk about people.',
  organisation: 'To decide once a year what we teach, and where we hire.',
}

export const DEMO_CALIBRATION = {
  purpose: 'Before the autumn talks: do we mean the same by a level?',
  readers: ['amara-okafor', 'tomas-novak', 'sofia-marino', 'elif-kaya', 'anders-berg', 'kofi-mensah'],
  closed: [
    'the-room-that-talked',
    'the-quiet-handover',
    'the-third-diagram',
    'the-late-warning',
    'the-review-that-taught',
    'the-alarm-nobody-hears',
    'the-first-hard-talk',
  ],
  open: ['the-page-everybody-links', 'the-no-that-held', 'the-team-without-a-name'],
  /** Have read what is open. */
  hasRead: ['amara-okafor', 'kofi-mensah'],
}

function work(
  title: string,
  kind: 'stretch' | 'glue' | 'steady',
  weeks: number,
  people: number,
  skills: string[],
) {
  return { title, kind, weeks, people, skills }
}
