// What hard and soft skills are, in plain words.
export const aboutWords = {
  title: 'What hard and soft skills are',
  lead: 'The two words say how a skill can be checked. They do not say which one matters more, or which one is harder to learn.',
  hardTest: 'Ask: could two strangers check it from the result alone?',
  softTest: 'Ask: would you have to hear from the people it touched?',
  why: 'Why the difference matters',
  whyText: [
    'Up to senior engineer most feedback is about things that a test, a review or a graph can show. From there on, on every path, more of what is asked for shows only in what other people do afterwards.',
    'That makes it harder to see one’s own level. Self-ratings agree only loosely with those of other people, most of all for skills that few can watch. So look for behaviours that somebody could have seen, not for a feeling.',
    'Soft does not mean vague. Each soft skill here is told as things a colleague can see, with practices that can be started this week.',
  ],
  share: 'How much of each role is soft',
  shareHelp: 'Each skill counts with the level asked for and its weight.',
  honesty: 'What the numbers are',
  map: 'See it on the map',
} as const
