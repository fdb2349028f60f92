import { createContext } from 'react'
import type { NetworkWork } from '@/modules/network/ui/use-network.client'

/** What the reader's browser has measured, for the table below the picture. */
export const NetworkContext = createContext<NetworkWork | null>(null)
