// The frame that every address of the program stands in.
import { createRootRoute } from '@tanstack/react-router'
import { Shell } from './parts/shell.tsx'
import { Missing } from './parts/trouble.tsx'

export const root = createRootRoute({ component: Shell, notFoundComponent: () => <Missing /> })
