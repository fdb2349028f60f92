'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { AddressAhead } from '@/modules/map/ui/address-ahead'

/** The address of a page with a map, for everybody who writes it. Addresses are paths with the language and a query. */
export type MapAddress = {
  /** The query of the present address. */
  query: string
  /** Changes parameters of what is on its way, or of the present address: null takes away. */
  with: (changes: Record<string, string | null>) => string
  /** Goes there, as a step of the history or in place of the present one. */
  go: (address: string, how: 'push' | 'replace') => void
  /** The map moved: its address, with the list for it or without. Ask `waits` before. */
  write: (address: string, hasList: boolean) => void
  /** How long to keep from writing, because somebody chose to go elsewhere, in milliseconds. */
  waits: () => number
}

const present = () => window.location.pathname + window.location.search
const pathOf = (address: string) => address.split(/[?#]/)[0]

/**
 * Next drops a navigation that is on its way when another one begins or `history` is written. So nobody writes the
 * address of a page with a map but through this.
 * @param page Another value whenever a page has come from the server.
 */
export function useAddress(page: unknown): MapAddress {
  const router = useRouter()
  const [ahead] = useState(() => new AddressAhead())
  // A page that Next still has is shown again as the same one: then its address alone tells that it has come.
  const query = useSearchParams().toString()
  useLayoutEffect(() => ahead.landed(), [ahead, page, query])
  useEffect(() => {
    // A link that Next follows itself, anywhere on the page.
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link === null || !event.defaultPrevented || link.origin !== window.location.origin) return
      const address = link.pathname + link.search
      if (address !== present() && !link.getAttribute('href')?.startsWith('#'))
        ahead.press(address, true, performance.now())
    }
    const back = () => ahead.landed()
    window.addEventListener('click', follow)
    window.addEventListener('popstate', back)
    return () => {
      window.removeEventListener('click', follow)
      window.removeEventListener('popstate', back)
    }
  }, [ahead])

  return useMemo(() => {
    const show = (address: string, isStep: boolean) =>
      (isStep ? router.push : router.replace)(address, { scroll: pathOf(address) !== window.location.pathname })
    return {
      query,
      with: (changes) => {
        const [path = '', search = ''] = ahead.base(present(), performance.now()).split('?')
        const params = new URLSearchParams(search)
        for (const [key, value] of Object.entries(changes)) {
          if (value === null) params.delete(key)
          else params.set(key, value)
        }
        const query = params.toString()
        return query === '' ? path : `${path}?${query}`
      },
      go: (address, how) => {
        const isStep = ahead.press(address, how === 'push', performance.now())
        // Nothing will tell that the present one has come again.
        if (address === present()) ahead.landed()
        show(address, isStep)
      },
      write: (address, hasList) => {
        if (hasList) show(address, ahead.move(address, performance.now()))
        else window.history.replaceState(null, '', address)
      },
      waits: () => ahead.waits(performance.now()),
    }
  }, [ahead, router, query])
}
