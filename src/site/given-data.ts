// What the scripts of data have given to a page of a published site.
import type { Framework } from '../core/framework/framework.ts'
import type { Texts } from './site-data.ts'

/** Assigned by outline.js, which runs before whatever computes. */
declare const SKILLMAP_OUTLINE: Framework
/** Assigned by texts.js, which may run long after. */
declare const SKILLMAP_TEXTS: Texts

export function outlineHere(): Framework {
  return SKILLMAP_OUTLINE
}

export function textsIfThere(): Texts | null {
  return typeof SKILLMAP_TEXTS === 'undefined' ? null : SKILLMAP_TEXTS
}
