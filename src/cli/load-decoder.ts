// The decoder of feedback that comes with Skillmap, from its file.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type DecoderModel, openDecoder } from '../core/decode/decoder-model.ts'

/** Throws where the file is missing or broken: it is part of the program. */
export function loadDecoder(): DecoderModel {
  // Beside the compiled code as beside the source: what is installed holds no source.
  const place = fileURLToPath(new URL('../core/decode/model/skillmap-decoder.txt', import.meta.url))
  const opened = openDecoder(readFileSync(place, 'utf8'))
  if (!opened.ok) throw new Error(opened.failure)
  return opened.value
}
