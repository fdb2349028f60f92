import { createContext, useContext } from 'react'
import type { Bbox } from '@/core/bbox'
import type { LonLat } from '@/core/mercator'

/**
 * What the pointer or focus is on, in the list or on the map; the other one lights it too. A row has an id and perhaps a
 * point, a cluster of the map has a box.
 */
export type Lit = { ids: ReadonlySet<string>; at: LonLat | null; box: Bbox | null }

export const nothingLit: Lit = { ids: new Set(), at: null, box: null }

type LitState = { lit: Lit; light: (lit: Lit) => void }

export const LitContext = createContext<LitState>({ lit: nothingLit, light: () => {} })

export const useLit = (): LitState => useContext(LitContext)
