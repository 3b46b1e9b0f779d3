// Starts what a published site computes in the browser: trying things out, and comparing two roles.
import './tab-index-in-pictures.ts'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Framework } from '../../core/framework/framework.ts'
import type { Texts } from '../site-data.ts'
import { CompareTwo } from './compare-two.tsx'
import { TryIt } from './try-it.tsx'

/** Assigned by outline.js, which runs before this. */
declare const SKILLMAP_OUTLINE: Framework
/** Assigned by texts.js, which may run long after this. */
declare const SKILLMAP_TEXTS: Texts

function textsIfThere(): Texts | null {
  return typeof SKILLMAP_TEXTS === 'undefined' ? null : SKILLMAP_TEXTS
}

function draw(id: string, content: ReactNode): void {
  const place = document.getElementById(id)
  if (place) createRoot(place).render(<StrictMode>{content}</StrictMode>)
}

draw('try-it', <TryIt outline={SKILLMAP_OUTLINE} textsIfThere={textsIfThere} />)
draw('compare', <CompareTwo framework={SKILLMAP_OUTLINE} />)
