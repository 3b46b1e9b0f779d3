// Starts what a published site computes in the browser: trying things out, and comparing two roles.
import './tab-index-in-pictures.ts'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { outlineHere, textsIfThere } from '../given-data.ts'
import { CompareTwo } from './compare-two.tsx'
import { TryIt } from './try-it.tsx'

function draw(id: string, content: ReactNode): void {
  const place = document.getElementById(id)
  if (place) createRoot(place).render(<StrictMode>{content}</StrictMode>)
}

draw('try-it', <TryIt outline={outlineHere()} textsIfThere={textsIfThere} />)
draw('compare', <CompareTwo framework={outlineHere()} />)
