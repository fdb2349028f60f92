import { createContext, useContext } from 'react'
import type { MountedMap } from './mount-map'

/** The living map for the parts drawn on it; null until Leaflet has come. */
export const MapContext = createContext<MountedMap | null>(null)

/** The map around this component, or null while it is not there yet. */
export const useMountedMap = (): MountedMap | null => useContext(MapContext)
