// What is under way and takes more than a moment: said, shown to move, and read aloud where it stands in a live part.

export function Working({ text }: { text: string }) {
  return (
    <p>
      {text} <progress aria-label={text} />
    </p>
  )
}
