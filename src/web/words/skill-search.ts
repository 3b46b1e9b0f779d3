// The words for finding a skill.
export const skillSearchWords = {
  label: 'Which skill is it about?',
  none: 'No skill of this framework fits. Try another word.',
  found: (count: number) => (count === 1 ? 'One skill.' : `${count} skills.`),
} as const
