// What can make feedback hard to use: each rule with its reason, what to do, and the research it rests on.

export type MarkRule =
  | 'vague'
  | 'person'
  | 'mind-reading'
  | 'always-never'
  | 'comparison'
  | 'uneven'
  | 'insult'
  | 'excludes'
  | 'talks-down'
  | 'no-example'
  | 'no-impact'
  | 'no-next-step'

export interface RuleSource {
  /** Author, year, title, place. */
  work: string
  finding: string
  limits: string
}

export interface RuleWords {
  /** Two or three words. */
  name: string
  /** Why this is marked: one or two sentences. */
  reason: string
  mend: string
  sources: readonly RuleSource[]
}

const KLUGER_DENISI: RuleSource = {
  work: 'A. Kluger and A. DeNisi (1996), The effects of feedback interventions on performance: a historical review, a meta-analysis, and a preliminary feedback intervention theory. Psychological Bulletin 119(2), 254–284',
  finding:
    'Over 607 comparisons feedback helped on average (d = .41), and in more than a third of them performance fell. The results suggest that it helps less the nearer it draws attention to the person and away from the task.',
  limits: 'Much depended on the kind of task, in ways the authors call still poorly understood.',
}
const HATTIE_TIMPERLEY: RuleSource = {
  work: 'J. Hattie and H. Timperley (2007), The power of feedback. Review of Educational Research 77(1), 81–112',
  finding:
    'Studies of feedback about a task and how to do it better showed the largest effects; those of praise, rewards and punishment, smaller ones.',
  limits: 'A review of studies about classrooms.',
}
const SBI: RuleSource = {
  work: 'S. Weitzel (2000), Feedback that works: how to build and deliver your message. Center for Creative Leadership',
  finding:
    'The form situation, behaviour, impact. Among common mistakes: judging people and not actions, being too vague, exaggerating with generalities, and guessing at motives.',
  limits: 'Experience from teaching leaders; no experiment.',
}
const CORRELL_SIMARD: RuleSource = {
  work: 'S. Correll and C. Simard (2016), Research: Vague feedback is holding women back. Harvard Business Review, 29 April 2016',
  finding:
    'At a large technology company reviews of women held vague praise more often than those of men (57 and 43 per cent), and 76 per cent of the remarks about being "too aggressive" stood in reviews of women.',
  limits:
    'These figures come from a little over 200 reviews of one company; the article is not peer reviewed.',
}
const CORRELL_2020: RuleSource = {
  work: 'S. Correll, K. Weisshaar, A. Wynn and J. Wehner (2020), Inside the black box of organizational life: the gendered language of performance assessment. American Sociological Review 85(6), 1022–1050',
  finding:
    'Of 88 kinds of remark in reviews at a technology company some were made unequally: women were seen as too aggressive and men as too soft, and "taking charge" went with the highest ratings for men only. Many others, such as technical ability, were not.',
  limits: 'One company.',
}
const SNYDER: RuleSource = {
  work: 'K. Snyder (2014), The abrasiveness trap. Fortune, 26 August 2014',
  finding:
    'Of critical reviews that women had received, 71 of 94 criticised personality; of those that men had received, 2 of 83.',
  limits: '248 reviews from 28 companies that volunteers sent in; not peer reviewed.',
}
const JONES_HARRIS: RuleSource = {
  work: 'E. Jones and V. Harris (1967), The attribution of attitudes. Journal of Experimental Social Psychology 3(1), 1–24',
  finding:
    'People tended to take a text or a speech for the view of whoever gave it, even when they knew that the view had been assigned. They did take account of that, and too little.',
  limits:
    'Three experiments with students, on opinions and not on motives at work; how large such errors are in everyday life is disputed.',
}

/**
 * The figures are those of the works named, and were looked up (docs/reading-feedback.md says where); the rules
 * themselves are judgement. Order is the order in which findings at the same place are shown.
 */
export const MARK_RULES: Record<MarkRule, RuleWords> = {
  insult: {
    name: 'Hurts',
    reason: 'A word that hurts is all that will be remembered of this.',
    mend: 'Say what was done or said.',
    sources: [KLUGER_DENISI],
  },
  uneven: {
    name: 'Used unequally',
    reason:
      'Reviews use this word far more often of women, or more often of one group of people, than of others who do the same.',
    mend: 'Say what was said or done, and what followed. Ask yourself whether you would write it of anybody else.',
    sources: [SNYDER, CORRELL_SIMARD, CORRELL_2020],
  },
  person: {
    name: 'About the person',
    reason: 'This says what somebody is. Nobody can change that by Monday, and everybody defends it.',
    mend: 'Say what they did: what a camera in the room would have recorded.',
    sources: [KLUGER_DENISI, HATTIE_TIMPERLEY],
  },
  'mind-reading': {
    name: 'Reads a mind',
    reason: 'What somebody wants, thinks or feels cannot be seen, and a wrong guess ends the talk.',
    mend: 'Say what you saw, and ask what was behind it.',
    sources: [SBI, JONES_HARRIS],
  },
  'always-never': {
    name: 'Always or never',
    reason: 'One exception is enough to answer it, and then the talk is about the exception.',
    mend: 'Say how often, or name the last two times.',
    sources: [SBI],
  },
  comparison: {
    name: 'Compares people',
    reason: 'A comparison with somebody else is about rank, not about what to do.',
    mend: 'Compare with what the role asks, or with an earlier time.',
    sources: [KLUGER_DENISI],
  },
  vague: {
    name: 'Could mean anything',
    reason: 'Two readers would picture two different things.',
    mend: 'Say what you would see if it were there.',
    sources: [CORRELL_SIMARD, SBI],
  },
  excludes: {
    name: 'Leaves somebody out',
    reason:
      'The word leaves some people out, or borrows an illness or a group of people to say something bad.',
    mend: 'Use a plain word for what you mean.',
    sources: [],
  },
  'talks-down': {
    name: 'Talks down',
    reason: 'It tells the reader that this should not have been hard.',
    mend: 'Leave the word out.',
    sources: [],
  },
  'no-example': {
    name: 'No example',
    reason: 'Without one occasion the reader has to guess which one you mean.',
    mend: 'When and where did you see it? One day, one meeting, one document is enough.',
    sources: [SBI, CORRELL_SIMARD],
  },
  'no-impact': {
    name: 'No effect told',
    reason: 'What was done is clear; why it matters is not.',
    mend: 'What came of it, for whom: time, trust, money, a decision, a customer.',
    sources: [SBI],
  },
  'no-next-step': {
    name: 'No next step',
    reason: 'Something should change, and nothing says what would be different.',
    mend: 'One thing to try, or one question to answer together, and by when.',
    sources: [KLUGER_DENISI, HATTIE_TIMPERLEY],
  },
}
