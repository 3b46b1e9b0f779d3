// Links of a published site: relative, so that it works from a folder, under any address and from a file path.
import type { ComponentType, ReactNode } from 'react'
import type { Framework } from '../core/framework/framework.ts'
import type { Wayfinding } from '../web/parts/wayfinding.tsx'
import { type Destination, siteAddress, stateFragment, wayUp } from './site-address.ts'

interface SiteLinkProps extends Destination {
  className?: string
  children?: ReactNode
  tabIndex?: number
  'data-look'?: string
  'data-weight'?: number
}

/** `page`: where the links stand. `navigate`: what a page with a state of its own does instead of loading another. */
export function siteWayfinding(
  framework: Framework,
  page: string,
  navigate: (destination: Destination) => void = () => undefined,
): Wayfinding {
  const up = wayUp(page)
  /** What a site does not have is not offered. */
  function SiteLink({ to, params, search, hash, className, children, tabIndex, ...data }: SiteLinkProps) {
    const address = siteAddress(framework, {
      ...(to === undefined ? {} : { to }),
      ...(params === undefined ? {} : { params }),
      ...(search === undefined ? {} : { search }),
      ...(hash === undefined ? {} : { hash }),
    })
    if (address === null) return null
    return (
      <a
        href={up + address}
        className={className}
        tabIndex={tabIndex}
        data-look={data['data-look']}
        data-weight={data['data-weight']}
      >
        {children}
      </a>
    )
  }
  return {
    Link: SiteLink as ComponentType<never>,
    useNavigate: () => navigate,
    mapHref: (search) => `${up}try.html${stateFragment(search)}`,
  }
}
