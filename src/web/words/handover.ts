// The words of handing something to a colleague inside an organisation.

export const handoverWords = {
  title: 'Or let a colleague read it here',
  lead: 'A copy as of today. Only they read it, until you withdraw it; nobody else learns that there is one.',
  to: 'Colleague',
  toHint: 'Begin to type a name.',
  unknown: 'Nobody of your organisation has this name.',
  destination: 'with where I would like to go',
  handOver: 'Hand it over here',
  done: (name: string) => `${name} can read it now.`,
  given: 'What colleagues can read of you here',
  received: 'What colleagues handed to you',
  toWhom: (name: string, items: string) => `to ${name}: ${items}`,
  fromWhom: (name: string, items: string) => `from ${name}: ${items}`,
  /** `whose` destination is in it; null where none is. Without either it is words alone, as feedback that was sent. */
  items: (count: number, whose: 'mine' | 'theirs' | null) =>
    [
      ...(count === 0 && whose === null ? ['a message'] : []),
      ...(count > 0 ? [count === 1 ? 'one item' : `${count} items`] : []),
      ...(whose === null ? [] : [`where ${whose === 'mine' ? 'you' : 'they'} would like to go`]),
    ].join(' and '),
  read: 'Read it',
  wouldLike: (roles: string) => `Would like to come to: ${roles}.`,
  withdraw: 'Withdraw it',
  withdrawn: (day: string) => `withdrawn on ${day}`,
} as const
