import { UndirectedGraph } from 'graphology'
import Sigma from 'sigma'
import type { NodeDisplayData } from 'sigma/types'
import type { NetworkAnswer } from '@/modules/network/network.schema'
import { NetworkMotion } from '@/modules/network/ui/network-motion'
import { placeToken } from '@/modules/network/ui/grouping'
import { drawChosen, letters, NetworkNames } from '@/modules/network/ui/network-names'
import { discProgram, lineProgram } from '@/modules/network/ui/network-programs'
import { type Palette, readPalette, watchTheme } from '@/ui/base-map/palette'

type NodeLook = { x: number; y: number; size: number; color: string; inner: string; label: string }
type EdgeLook = { size: number; color: string }

/** How the nodes look: the token of the colour and the size of each, and which stand out (null: all alike). */
export type NetworkLook = {
  colors: readonly string[]
  sizes: ArrayLike<number>
  lit: ReadonlySet<number> | null
  chosen: number | null
}

// On a smaller picture discs are smaller, too.
const fullWidth = 760

// Above, lines are thin; they and the names wait until the picture rests.
const manyLinks = 5000

/** Can this browser draw it at all? */
export function hasWebgl(): boolean {
  const canvas = document.createElement('canvas')
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null
}

/** The picture of a network, drawn by sigma. It knows nothing of React; what is chosen is told by `onChoose`. */
export class NetworkCanvas {
  private readonly graph = new UndirectedGraph<NodeLook, EdgeLook>()
  private readonly sigma: Sigma<NodeLook, EdgeLook>
  private palette: Palette
  private look: NetworkLook = { colors: [], sizes: [], lit: null, chosen: null }
  private readonly stopWatching: () => void
  private readonly motion = new NetworkMotion()
  private readonly names = new NetworkNames(() => ({ palette: this.palette, chosen: this.look.chosen }))

  constructor(
    private readonly container: HTMLElement,
    probe: HTMLElement,
    data: NetworkAnswer,
    { onChoose, isStill }: { onChoose: (node: number | null) => void; isStill: boolean },
  ) {
    this.palette = readPalette(probe)
    data.nodes.name.forEach((label, node) =>
      this.graph.addNode(node, {
        x: node % 97,
        y: Math.floor(node / 97),
        size: 3,
        color: this.palette.color('ink-3'),
        inner: this.palette.color('ink-3'),
        label,
      }),
    )
    data.links.from.forEach((from, link) => {
      const size = 0.6 + Math.log2(data.links.weight[link] ?? 1)
      this.graph.addEdge(from, data.links.to[link], { size, color: this.palette.color('rule-strong') })
    })
    const isLarge = this.graph.size > manyLinks
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true,
      nodeProgramClasses: { circle: discProgram(() => this.motion.isMoving) },
      edgeProgramClasses: { line: lineProgram(() => isLarge && this.motion.isMoving) },
      hideLabelsOnMove: isLarge,
      minEdgeThickness: isLarge ? 0.5 : 1,
      // More are offered than have room.
      labelRenderedSizeThreshold: isLarge ? 9 : data.nodes.key.length > 300 ? 4 : 0,
      labelDensity: 0.4,
      labelGridCellSize: isLarge ? 140 : 60,
      labelSize: letters,
      labelFont: this.palette.sans,
      zoomDuration: isStill ? 0 : 240,
      inertiaDuration: isStill ? 0 : 200,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zIndex: true,
      nodeReducer: (node, look) => this.lookOf(Number(node), look),
      edgeReducer: (edge, look) => this.lookOfLink(edge, look),
      defaultDrawNodeLabel: (_context, node) => this.names.offer(node, this.isFirst(Number(node.key))),
      defaultDrawNodeHover: (context, node) => drawChosen(context, node, this.palette),
    })
    this.names.watch(this.sigma)
    this.sigma.on('resize', () => this.paint(this.look))
    this.sigma.on('clickNode', ({ node }) => onChoose(Number(node)))
    this.sigma.on('clickStage', () => onChoose(null))
    this.sigma.on('enterNode', () => container.classList.add('cursor-pointer'))
    this.sigma.on('leaveNode', () => container.classList.remove('cursor-pointer'))
    this.motion.watch(this.sigma)
    this.stopWatching = watchTheme(() => {
      this.palette = readPalette(probe)
      this.paint(this.look)
    })
  }

  /** x and y of every node. */
  place(positions: Float32Array): void {
    this.graph.updateEachNodeAttributes(
      (node, look) => {
        const at = Number(node) * 2
        look.x = positions[at] ?? 0
        look.y = positions[at + 1] ?? 0
        return look
      },
      { attributes: ['x', 'y'] },
    )
  }

  paint(look: NetworkLook): void {
    this.look = look
    const colors = new Map(look.colors.map((token) => [token, this.palette.color(token)]))
    const sheet = this.palette.color('sheet')
    const scale = Math.min(1, Math.max(0.5, this.container.offsetWidth / fullWidth))
    this.graph.updateEachNodeAttributes(
      (node, shown) => {
        const token = look.colors[Number(node)] ?? ''
        shown.color = colors.get(token) ?? shown.color
        shown.inner = token === placeToken ? sheet : shown.color
        const size = look.sizes[Number(node)]
        shown.size = size === undefined ? shown.size : size * scale
        return shown
      },
      { attributes: ['color', 'inner', 'size'] },
    )
  }

  private lookOf(node: number, look: NodeLook): Partial<NodeDisplayData & NodeLook> {
    const { lit, chosen } = this.look
    if (node === chosen)
      return { ...look, highlighted: true, zIndex: 2, forceLabel: true, size: Math.max(6, look.size) }
    if (lit === null) return look
    if (!lit.has(node)) {
      const color = this.palette.color('rule')
      return { ...look, label: '', color, ...(look.inner === look.color && { inner: color }), zIndex: 0 }
    }
    return { ...look, zIndex: 1, forceLabel: lit.size <= 30 }
  }

  private lookOfLink(edge: string, look: EdgeLook) {
    const { lit, chosen } = this.look
    if (lit === null)
      return { ...look, color: this.palette.color(this.graph.size > manyLinks ? 'rule' : 'rule-strong') }
    const [one, other] = [Number(this.graph.source(edge)), Number(this.graph.target(edge))]
    const isOf = chosen === null ? lit.has(one) && lit.has(other) : one === chosen || other === chosen
    return isOf ? { ...look, color: this.palette.color('ink-3'), zIndex: 1 } : { ...look, hidden: true }
  }

  private isFirst(node: number): boolean {
    return node === this.look.chosen || this.look.lit?.has(node) === true
  }

  /** Brings a node into the middle. */
  show(node: number): void {
    const at = this.sigma.getNodeDisplayData(String(node))
    if (at === undefined) return
    const camera = this.sigma.getCamera()
    this.move({ x: at.x, y: at.y, ratio: Math.min(camera.ratio, 0.5) })
  }

  /** Larger than 1 comes nearer. */
  zoom(factor: number): void {
    this.move({ ratio: this.sigma.getCamera().ratio / factor })
  }

  whole(): void {
    this.move({ x: 0.5, y: 0.5, ratio: 1 })
  }

  /** By shares of what is in view, right and down. */
  pan(right: number, down: number): void {
    const { x, y, ratio } = this.sigma.getCamera().getState()
    this.move({ x: x + right * ratio, y: y - down * ratio })
  }

  private move(state: { x?: number; y?: number; ratio?: number }): void {
    const camera = this.sigma.getCamera()
    const duration = this.sigma.getSetting('zoomDuration')
    if (duration === 0) camera.setState(camera.validateState(state))
    else void camera.animate(state, { duration })
  }

  /** The picture as it is now, drawn anew at another size on a ground of its own. */
  draw(width: number, height: number): HTMLCanvasElement {
    const box = document.createElement('div')
    box.style.cssText = `position:fixed;left:-99999px;width:${width}px;height:${height}px`
    document.body.append(box)
    const scale = Math.max(1, width / this.container.offsetWidth)
    this.motion.isMoving = false
    const copy = new Sigma(this.graph, box, {
      ...this.sigma.getSettings(),
      labelSize: letters * scale,
    })
    this.names.watch(copy)
    const { nodeReducer } = this.sigma.getSettings()
    copy.setSetting('nodeReducer', (node, look) => {
      const shown = nodeReducer === null ? look : nodeReducer(node, look)
      return { ...shown, size: (shown.size ?? look.size) * scale }
    })
    copy.getCamera().setState(this.sigma.getCamera().getState())
    copy.refresh()
    const whole = document.createElement('canvas')
    whole.width = width
    whole.height = height
    const context = whole.getContext('2d')
    const canvases = copy.getCanvases()
    // At once: what WebGL has drawn is gone with the frame.
    for (const layer of ['edges', 'nodes', 'edgeLabels', 'labels', 'hovers', 'hoverNodes']) {
      const canvas = canvases[layer]
      if (canvas) context?.drawImage(canvas, 0, 0, width, height)
    }
    copy.kill()
    box.remove()
    return whole
  }

  destroy(): void {
    this.motion.stop()
    this.stopWatching()
    this.sigma.kill()
  }
}
