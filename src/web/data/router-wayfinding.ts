// Leads from page to page by the program's router.
import { Link, useNavigate } from '@tanstack/react-router'
import { mapHref } from '../charts/map-screen/map-state.ts'
import type { Wayfinding } from '../parts/wayfinding.tsx'

export const routerWayfinding: Wayfinding = { Link, useNavigate, mapHref }
