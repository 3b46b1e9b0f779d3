// Starts the pages.
import './styles/index.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { holdEarlyKeys } from './data/early-keys.ts'
import { frameworkQuery, meQuery, queryClient } from './data/queries.ts'
import { routerWayfinding } from './data/router-wayfinding.ts'
import { WayfindingContext } from './parts/wayfinding.tsx'
import { router } from './routes.tsx'

holdEarlyKeys()

/** Asked for before the first page is drawn, so that the two reads follow each other without a pause. */
async function readAhead() {
  const me = await queryClient.ensureQueryData(meQuery)
  await queryClient.ensureQueryData(frameworkQuery(me.framework.digest))
}
readAhead().catch(() => {
  // The page that needs the data says what is wrong.
})

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <WayfindingContext value={routerWayfinding}>
          <RouterProvider router={router} />
        </WayfindingContext>
      </QueryClientProvider>
    </StrictMode>,
  )
