// Saves the picture as a file, without personal levels unless they are asked for.
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Disclosure } from '../../parts/disclosure.tsx'
import { mapWords } from '../../words/map.ts'
import { plainPalette } from '../palette.ts'
import { Picture, type PictureProps } from '../picture.tsx'

type Wanted = Omit<PictureProps, 'palette' | 'reading'> & {
  /** The reading for given levels; with none, that of the role's expectations. */
  readingOf: (personal: boolean) => string
}

export function ExportPicture(props: Wanted & { personal: boolean }) {
  const [withLevels, setWithLevels] = useState(false)
  const [trouble, setTrouble] = useState(false)
  const save = async (kind: 'svg' | 'png') => {
    setTrouble(false)
    try {
      const svg = drawPicture(props, withLevels)
      download(kind === 'svg' ? svgFile(svg) : await pngFile(svg), `skillmap-${props.now.role}.${kind}`)
    } catch {
      setTrouble(true)
    }
  }
  return (
    <Disclosure summary={mapWords.saveAs}>
      <div className="map-export">
        {props.personal ? (
          <label className="tool-switch">
            <input
              type="checkbox"
              checked={withLevels}
              onChange={(event) => setWithLevels(event.target.checked)}
            />
            <span>{mapWords.withLevels}</span>
          </label>
        ) : null}
        <button type="button" className="tool" onClick={() => void save('svg')}>
          {mapWords.asSvg}
        </button>
        <button type="button" className="tool" onClick={() => void save('png')}>
          {mapWords.asPng}
        </button>
        <p className="small quiet">{withLevels ? mapWords.levelsIn : mapWords.levelsOut}</p>
        {trouble ? <p role="alert">{mapWords.saveTrouble}</p> : null}
      </div>
    </Disclosure>
  )
}

function drawPicture(wanted: Wanted, withLevels: boolean): SVGSVGElement {
  const theme = getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light'
  const holder = document.createElement('div')
  const root = createRoot(holder)
  flushSync(() =>
    root.render(
      <Picture
        {...wanted}
        levels={withLevels ? wanted.levels : null}
        reading={wanted.readingOf(withLevels)}
        palette={plainPalette(wanted.framework, theme)}
      />,
    ),
  )
  const svg = holder.querySelector('svg')?.cloneNode(true)
  root.unmount()
  if (!(svg instanceof SVGSVGElement)) throw new Error('The picture could not be drawn.')
  return svg
}

function svgFile(svg: SVGSVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' })
}

/** Twice the size of the picture, for slides and print. */
async function pngFile(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal
  const address = URL.createObjectURL(svgFile(svg))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The image is empty.')))),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

function download(file: Blob, name: string) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
