/** What the page and its worker say to each other. */
export type WorkTask = 'communities' | 'layout' | 'betweenness'

export type WorkOrder =
  | {
      order: 'start'
      count: number
      from: Uint32Array
      to: Uint32Array
      weight: Float32Array
    }
  /** Leaves the layout as far as it is, and gives up measuring. */
  | { order: 'stop' }
  /** Arranges anew from another start. */
  | { order: 'again' }

export type WorkNews =
  | { news: 'progress'; task: WorkTask; done: number }
  | { news: 'communities'; communities: Int32Array }
  /** x and y of every node. */
  | { news: 'positions'; positions: Float32Array; isLast: boolean }
  | { news: 'betweenness'; betweenness: Float64Array; sources: number }
  | { news: 'finished'; wasStopped: boolean }
