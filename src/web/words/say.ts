// The words for writing feedback.
import type { FeedbackAim, PartName } from '../../core/composing/feedback-parts.ts'

export const sayWords = {
  title: 'Write feedback worth getting',
  lead: 'One occasion, what you saw, what came of it, and what next. What is hard to use is marked with a reason; nothing is ever held back.',
  recipient: 'For whom',
  recipientHint: 'As you call them. They are not told.',
  aim: 'What is it for?',
  role: 'Role',
  skill: 'About which skill',
  noSkill: 'not chosen',
  missing: 'Still missing',
  marked: (count: number) =>
    count === 0 ? 'Nothing is marked.' : count === 1 ? 'One thing is marked.' : `${count} things are marked.`,
  jump: (words: string) => `Go to “${words}”`,
  why: 'Why',
  noResearch: 'Our judgement; no research is behind it.',
  otherLanguage:
    'Words are judged in English only, and this framework is in another language. Missing parts are still marked.',
  looks: (role: string) => `What it can look like (${role})`,
  preview: 'As they would read it',
  empty: 'What you write appears here as one text.',
  copyText: 'Copy as text',
  copyMarkdown: 'Copy as Markdown',
  keep: 'Keep as a draft',
  keepAgain: 'Keep the changes',
  kept: 'Kept as a draft.',
  keeping: 'Keeping…',
  letGo: 'Clear the page',
  cleared: 'Cleared.',
  undo: 'Undo',
  drafts: 'Your drafts',
  open: 'Open',
  remove: 'Let go',
  gone: (whom: string) => `The draft for ${whom} is gone from the list.`,
  nobody: 'nobody named',
  closed: (count: number) =>
    `${count === 1 ? 'One draft' : `${count} drafts`} cannot be opened: the key is missing. Settings tell how to put it back.`,
  sendTitle: 'Let them read it here',
  send: 'Send it',
  sendBack: 'Take it back',
  sentBack: 'Taken back. They can read it no more.',
  sentWhere: 'They find it among what was handed to them. What you sent stands under',
  sentList: 'Share something',
  private: 'Only you can read what stands here, until you hand it over.',
  broughtBack: 'This was not kept when the page was last closed. Here it is again.',
  vague: 'You have only a vague sentence so far?',
  vagueField: 'The sentence you had in mind',
  vaguePlaceholder: 'be more proactive',
  vagueHelp: 'See what it may mean, and choose what you would want to see.',
  vagueNone:
    'No skill fits these words. Remember the last time you thought so: what happened that day? Begin with that.',
  mostlyMeans: 'Mostly means:',
  take: 'Take this',
  taken: 'Taken over. Now say what you saw instead.',
  asks: (level: string) => `asked of the role: ${level}`,
} as const

export const aimWords: Record<FeedbackAim, string> = {
  change: 'Something should change',
  keep: 'Something to go on doing',
}

export const partWords: Record<PartName, { label: string; hint: Record<FeedbackAim, string> }> = {
  situation: {
    label: 'When and where',
    hint: {
      change: 'One occasion: “In Monday’s planning …”',
      keep: 'One occasion: “In the outage on Friday …”',
    },
  },
  behaviour: {
    label: 'What you saw',
    hint: {
      change: 'What a camera would have recorded: said, written, done, left undone.',
      keep: 'What they did, so that they know what to do again.',
    },
  },
  impact: {
    label: 'What came of it',
    hint: {
      change: 'For whom: time, trust, money, a decision, you.',
      keep: 'For whom: what became possible because of it.',
    },
  },
  nextStep: {
    label: 'What next',
    hint: {
      change: 'One thing to try, or one question to answer together.',
      keep: 'Where you would like to see more of it; may stay empty.',
    },
  },
}
