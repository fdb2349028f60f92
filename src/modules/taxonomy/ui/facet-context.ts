import { createContext } from 'react'

/** What the filters of a page share. */
export type FacetScope = {
  /** Where their forms lead, with the language: `/en/actors`. */
  action: string
  /** The parameters of the page. */
  query: string
  /** What the door is asked beside the facet: whose numbers, and the filters that are on. */
  ask: string
  /** All filters on a page of their own, for who has no script; with the language. */
  plainHref: string
  /** What the numbers count, where the list beside shows less; else null. */
  counted: string | null
}

export const FacetContext = createContext<FacetScope>({ action: '', query: '', ask: '', plainHref: '', counted: null })
