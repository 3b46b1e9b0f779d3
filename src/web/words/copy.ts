// The words of copying.
export const copyWords = {
  copy: 'Copy',
  done: 'Copied.',
  failed: 'The browser did not allow it. Select the text and copy it by hand.',
} as const
