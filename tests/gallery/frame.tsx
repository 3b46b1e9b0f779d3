// A sheet of paper around one picture, so that each file of the gallery can be opened on its own.
import type { ReactNode } from 'react'
import { PLAIN } from '../../src/web/charts/palette.ts'

export function Frame(props: {
  title: string
  theme: 'light' | 'dark'
  width: number
  height: number
  children: ReactNode
}) {
  const { width, height } = props
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <title>{props.title}</title>
      <rect width={width} height={height} fill={PLAIN[props.theme].paper} />
      {props.children}
    </svg>
  )
}
