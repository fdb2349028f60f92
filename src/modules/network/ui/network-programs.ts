import type { Attributes } from 'graphology-types'
import { EdgeProgram, EdgeRectangleProgram, NodeCircleProgram, NodeProgram } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { discFragmentShader, discVertexShader } from '@/modules/network/ui/disc-shader'

// Sigma draws an instance for each node and each link. A software renderer begins anew with every one of them: 20,000
// discs took it half a second. Here all corners stand in one buffer and go at once; lines have the shaders of sigma.
const disc = NodeCircleProgram.prototype.getDefinition()
const line = EdgeRectangleProgram.prototype.getDefinition()

type Attribute = { name: string; size: number; type: number; normalized?: boolean | undefined }
type Definition<Uniform> = {
  VERTICES: number
  VERTEX_SHADER_SOURCE: string
  FRAGMENT_SHADER_SOURCE: string
  UNIFORMS: readonly Uniform[]
  METHOD: number
}

/** What sigma keeps by corner becomes an attribute like the others. */
function byCorner<Uniform>(
  { VERTICES, VERTEX_SHADER_SOURCE, FRAGMENT_SHADER_SOURCE, UNIFORMS, METHOD }: Definition<Uniform>,
  attributes: readonly Attribute[],
) {
  const ATTRIBUTES = attributes.map(({ normalized = false, ...attribute }) => ({ ...attribute, normalized }))
  return { VERTICES, VERTEX_SHADER_SOURCE, FRAGMENT_SHADER_SOURCE, UNIFORMS, METHOD, ATTRIBUTES }
}
const inner = { name: 'a_inner', size: 4, type: WebGLRenderingContext.UNSIGNED_BYTE, normalized: true }
const discByCorner = byCorner(
  { ...disc, VERTEX_SHADER_SOURCE: discVertexShader, FRAGMENT_SHADER_SOURCE: discFragmentShader },
  [...disc.ATTRIBUTES, inner, ...disc.CONSTANT_ATTRIBUTES],
)
const lineByCorner = byCorner(line, [...line.ATTRIBUTES, ...line.CONSTANT_ATTRIBUTES])

/** Writes `own` and then the values of the corner, for each corner. */
function writeCorners(into: Float32Array, start: number, own: readonly number[], corners: readonly number[][]): void {
  let at = start
  for (const corner of corners) {
    into.set(own, at)
    into.set(corner, at + own.length)
    at += own.length + corner.length
  }
}

/** The colour within its rim, where a node says another one. */
const innerOf = (look: NodeDisplayData): string =>
  'inner' in look && typeof look.inner === 'string' ? look.inner : look.color

/** Discs of the nodes. While `isMoving`, what tells them apart under the pointer is not drawn: nobody asks for it. */
export const discProgram = <N extends Attributes, E extends Attributes>(isMoving: () => boolean) =>
  class extends NodeProgram<(typeof disc)['UNIFORMS'][number], N, E> {
    override getDefinition() {
      return discByCorner
    }

    override processVisibleItem(node: number, start: number, look: NodeDisplayData): void {
      const { x, y, size, color } = look
      const own = [x, y, size, floatColor(color), node, floatColor(innerOf(look))]
      writeCorners(this.array, start, own, disc.CONSTANT_DATA)
    }

    override setUniforms = NodeCircleProgram.prototype.setUniforms

    override render(params: RenderParams): void {
      const { pickProgram } = this
      if (isMoving()) this.pickProgram = null
      super.render(params)
      this.pickProgram = pickProgram
    }
  }

/** Lines of the links, none while `isHidden`. */
export const lineProgram = <N extends Attributes, E extends Attributes>(isHidden: () => boolean) =>
  class extends EdgeProgram<(typeof line)['UNIFORMS'][number], N, E> {
    override getDefinition() {
      return lineByCorner
    }

    override processVisibleItem(
      link: number,
      start: number,
      { x: x1, y: y1 }: NodeDisplayData,
      { x: x2, y: y2 }: NodeDisplayData,
      { size, color }: EdgeDisplayData,
    ): void {
      const thickness = size / (Math.hypot(x2 - x1, y2 - y1) || 1)
      const across = [(y1 - y2) * thickness, (x2 - x1) * thickness] as const
      writeCorners(this.array, start, [x1, y1, x2, y2, ...across, floatColor(color), link], line.CONSTANT_DATA)
    }

    override setUniforms = EdgeRectangleProgram.prototype.setUniforms

    override render(params: RenderParams): void {
      if (!isHidden()) super.render(params)
    }
  }
