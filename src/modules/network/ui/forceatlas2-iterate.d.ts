// The one step of the layout, without the package's own loop: ours tells how far it is and can be stopped.
declare module 'graphology-layout-forceatlas2/iterate' {
  export type IterateSettings = {
    linLogMode: boolean
    outboundAttractionDistribution: boolean
    adjustSizes: boolean
    edgeWeightInfluence: number
    scalingRatio: number
    strongGravityMode: boolean
    gravity: number
    slowDown: number
    barnesHutOptimize: boolean
    barnesHutTheta: number
  }
  /** Moves nodes (ten numbers each, x and y first) by their edges (three numbers each) in place. */
  function iterate(settings: IterateSettings, nodes: Float32Array, edges: Float32Array): unknown
  export { iterate as default }
}
