// Starts what a reader of a published site looks things up with: the matrix, and the numbers worked out for two roles.
import '../try-it/tab-index-in-pictures.ts'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { outlineHere, textsIfThere } from '../given-data.ts'
import { ChosenExample } from './chosen-example.tsx'
import { SiteMatrix } from './site-matrix.tsx'

/** What stood there to be read without a script makes room. */
function draw(id: string, content: ReactNode): void {
  const place = document.getElementById(id)
  if (!place) return
  place.replaceChildren()
  createRoot(place).render(<StrictMode>{content}</StrictMode>)
}

draw('matrix', <SiteMatrix outline={outlineHere()} textsIfThere={textsIfThere} />)
draw('worked-example', <ChosenExample framework={outlineHere()} />)
