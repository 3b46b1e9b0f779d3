// The words about closed confidential rounds.
export const sealedWords = {
  choose: 'Colleagues answer in confidence',
  chooseHint:
    'Nothing is shown before the round has closed, and then only estimates in skills that at least three answered. Then it is destroyed who said what. Ask at least three about each person. What somebody and their manager say of each other’s view stays named.',
  title: 'Confidential rounds',
  about:
    'What colleagues said in confidence counts as one bar of your levels. Who answered, and how many did, is nowhere any more: it was destroyed when the round closed.',
  counts: (day: string, skills: readonly string[]) => `Closed on ${day}: it counts for ${skills.join(', ')}.`,
  nothing: (day: string, why: string) => `Closed on ${day}. ${why}`,
  strictness: (levels: number, plusMinus: number) =>
    `Beside others who rated the same people in confidence, you rate ${
      Math.abs(levels) < 0.1
        ? 'much as they do'
        : `about ${Math.abs(levels).toFixed(1)} of a level ${levels > 0 ? 'higher' : 'lower'}`
    }, give or take ${plusMinus.toFixed(1)}.`,
}
