// The words for somebody who was told something.
export const toldWords = {
  title: 'I was told something',
  lead: 'Feedback often names a result and leaves out what to do. Type what you heard, or something like it.',
  field: 'What did they say?',
  placeholder: 'be more visible',
  nothingStored: 'Nothing that you type here is stored or sent anywhere.',
  often: 'People often hear',
  others: 'Or did they say',
  means: 'What it mostly means',
  noMeaning: 'The framework does not say what this mostly means. Its definition:',
  skill: 'The skill behind it',
  levelNow: (name: string) => `At level ${name}, where you may be`,
  levelNext: (name: string) => `The next level, ${name}`,
  monday: 'One thing to do on Monday',
  askBack: 'One question to ask back',
  copyAsk: 'Copy the question',
  askAny: (skill: string) =>
    `When did you last miss ${skill} in my work, and what would you have liked to see instead?`,
  assumed: 'The level is that of your role; you have not rated this skill.',
  toSkill: (name: string) => `All about ${name}`,
  rateThis: 'Rate this skill',
  none: 'None of these',
  noneTitle: 'Then it is not clear what was meant',
  noneText:
    'A guess would only send you the wrong way. Vague feedback is common, and it falls more often on those who are different from the person who gives it. Before you change anything, ask for one example.',
  noneAsk:
    'Can you tell me about one moment when you missed it, and what you would have liked to see instead?',
  noneHits: 'No phrase of this framework fits.',
  answered: (count: number, skill: string) =>
    count === 1 ? `One match. ${skill}.` : `${count} matches. The nearest: ${skill}.`,
} as const
