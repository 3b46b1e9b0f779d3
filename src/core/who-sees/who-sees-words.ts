// What is said of who can see something, to whoever reads it: the same in an answer of the server and on a laptop.

export const whoSeesWords = {
  you: 'You',
  onlyYouHere: 'Only you, on this computer',
  named: (name: string, what: string) => `${name}, ${what}`,
  manages: (whom: string) => `who manages ${whom}`,
  youInSentence: 'you',
  somebody: 'somebody',
  about: 'whom it is about',
  handedTo: 'to whom it was handed',
  whose: 'whose it is',

  colleagues: 'anybody else of the organisation',
  outside: 'anybody outside the organisation',
  noAdministrator: 'administrators, whatever they look after',
  otherAdministrators: 'other administrators',
  nobodyElseHere: 'nobody else has a way in here',

  untilErased: 'until you erase it',
  untilYouAre: 'until you are erased',
  sealed:
    'Whoever runs the server can read its disk. The words lie on it sealed, with a key that a file of the server opens.',
  unsealed: 'Whoever runs the server can read its disk, where this is not sealed.',

  managesToday: (whom: string) =>
    `Whoever manages ${whom} on the day they look reads it; from the day on which they no longer do, they do not.`,
  notSaidBeforehand: (whom: string) =>
    `Whoever manages ${whom} does not read it: that was not said before anybody answered.`,
  granted: (admins: string) => `Whoever joins the ${admins} reads it from then on.`,
  untilWithdrawn: (who: string) => `Until ${who === 'you' ? 'you withdraw it' : `${who} withdraws it`}.`,
  onceGiven: (readers: string) => `Once you give it, these read it: ${readers}.`,
  passing: {
    copy: 'A copy that you hand to somebody is read by them, until you withdraw it. What stands here stays yours.',
    'by-hand':
      'What you say, print or hand over of it is read by whoever gets it. What stands here stays yours.',
    none: 'Nothing: it cannot be handed over here.',
  },
  passingHere: {
    copy: 'A file that you make with it is read by whoever has the file.',
    'by-hand': 'What you say, print or hand over of it is read by whoever gets it.',
    none: 'Nothing: it goes into no file but your own export.',
  },
}
