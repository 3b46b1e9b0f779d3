// The words of the page on which a manager prepares a talk with one of their people.

import { openingWords } from './rounds.ts'

export const preparationWords = {
  title: (name: string) => `A talk with ${name}`,
  lead: 'What they handed to you, what you two agreed on, and what colleagues gave for you both to read. It is put together anew each time you open it; your own notes are on the page of the talk.',
  who: (name: string) =>
    `Read by you while you manage ${name}. They know each of these things: they gave it, signed it or can read it themselves.`,
  off: 'This page is off in your organisation.',
  missing: 'Nobody of this name reports to you today.',
  wishes: 'Where they would like to go',
  destinations: (roles: string) => `They would like to come to: ${roles}.`,
  area: (skill: string, level: number, quarter: string) => `${skill}, towards level ${level}, ${quarter}`,
  noWishes:
    'They have not told you. The talk is a good place to ask, and “nowhere, I like it here” is a full answer.',
  agenda: 'Where you see it differently',
  agendaLead: (day: string, differences: number) =>
    differences === 0
      ? `Opened together on ${day}. ${openingWords.alike}`
      : `Opened together on ${day}, the largest difference first.`,
  open: 'Open both sides',
  noOpening:
    'You two have opened nothing together yet. A round in which both rate first, and guess the other, makes the best agenda.',
  difference: (name: string, theirs: string, yours: string) => `${name} says ${theirs}, you say ${yours}`,
  noLevel: 'nothing',
  due: 'What you two look forward to',
  dueLine: (skill: string, level: number, day: string) => `${skill}, level ${level}, by ${day}`,
  noDue: 'Nothing is agreed with a day.',
  given: 'What colleagues gave for you both to read',
  noGiven: 'Nothing yet.',
  handed: 'What they handed to you',
  noHanded: 'Nothing yet. They do it under “Share something”.',
  talks: 'Your notes for the talk',
  index: 'Prepare a talk',
  indexLead:
    'Who reports to you today, by name. Of each: what they handed to you, what you two agreed on, and what is due.',
  nobody: 'Nobody reports to you today.',
  toAll: 'Everybody who reports to you',
  toMap: 'See your team side by side',
  offWhy:
    'An administrator of views switches it on, and says what for. Who may see what is under “Who sees what”.',
  noRole: 'no role is noted',
} as const

/** What the manager was about to say, and what can be said in its place. */
export const preparedWords = {
  title: 'What you were about to say',
  lead: 'Write it as it comes to you. It is turned into what can be seen in their role, with two things to look for and questions to ask.',
  field: 'The sentence you have in mind',
  hint: 'For example: be more proactive.',
  kept: 'Read on this computer. It stays in this browser until you clear it; nobody is told of it.',
  clear: 'Clear it',
  role: (name: string) => `The role ${name} is in`,
  failed: 'The reader did not arrive. Reload the page; your words are kept.',
  more: (count: number) => `The first ${count} sentences are read. One at a time is easier to hear, too.`,
  unread: {
    vague: {
      title: 'Too vague to tell',
      text: 'It can mean several things, and whoever hears it has to guess. Which moment of the last weeks do you have in mind, and what would you have liked to see? Write that in its place.',
    },
    none: {
      title: 'About no skill',
      text: 'It says something about work or people, and nothing that somebody could do differently. If there is more behind it, write what happened.',
    },
    'other-language': {
      title: 'In another language',
      text: 'It is not in the language that is read here, so nothing is guessed.',
    },
  },
  private:
    'This belongs to them alone: nobody rates it, and no page of yours shows it. Ask how they are and what would help, and leave the rest to them.',
  lookFor: (level: string) => `What to look for: level ${level}`,
  lookHint: 'Two are enough. What is ticked is taken over.',
  asked: (role: string, level: string) => `What the role asks (${role}): level ${level}`,
  nextGuessed:
    'Nothing is known to you of where they stand in it, so the next level is one above what the role asks: a guess.',
  nextKnown: (name: string) =>
    `The next level from where ${name} stands, as far as they showed you or you two agreed.`,
  ask: 'Questions to ask',
  questions: (skill: string) => [
    `Where in the last weeks did ${skill} matter most, and what did you do?`,
    `What would have made it easier, and what of that is in my hands?`,
  ],
  lookTogether: (behaviour: string) => `Where could we both see this: ${behaviour}`,
  toTalk: 'Put it on the page of the talk',
  toFeedback: 'Begin feedback with it',
  onTalk: (day: string) => `On the page of the talk on ${day}.`,
  openTalk: 'Open the page',
  undoTalk: 'Undo: take it off the page of the talk',
  inDrafts: 'Kept as a draft of feedback. What you saw, and what came of it, is for you to write.',
  openDrafts: 'Open your drafts',
  undoFeedback: 'Undo: let the draft go',
} as const
