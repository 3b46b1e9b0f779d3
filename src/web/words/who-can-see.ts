// Words of the answer to "Who can see this?", and of the pages that show one's own things as somebody else reads them.

export const whoCanSeeWords = {
  ask: 'Who can see this?',
  title: (name: string) => `Who can see ${name}?`,
  waiting: 'Asking the rules…',
  failed: 'The answer did not come. Close this and ask again.',
  reads: 'Reads it',
  never: 'Does not',
  why: 'What for',
  keeps: 'Kept',
  changes: 'What changes that',
  disk: 'The server',
  rule: 'The rule',
  close: 'Close',
  asSeenBy: 'See what somebody reads of you',
}
