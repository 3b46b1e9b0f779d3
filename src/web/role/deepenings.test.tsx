// Where depth would count in a role, and where there is no further level.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { Deepenings } from './deepenings.tsx'

it('announces no list where everything is at the top already', () => {
  expect(renderToStaticMarkup(<Deepenings framework={loadFramework(BUILT_IN)} found={[]} />)).toBe('')
})
