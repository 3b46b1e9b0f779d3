// Makes a sentence one that every database can keep.

/** Half characters, as a cut through an emoji leaves them, and NUL become the sign for what cannot be shown. */
export function storableText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is exactly what is looked for
  return text.replaceAll(/\u0000|\p{Surrogate}/gu, '\ufffd')
}
