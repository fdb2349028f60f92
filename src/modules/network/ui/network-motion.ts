import type { Attributes } from 'graphology-types'
import type Sigma from 'sigma'

const restMs = 120

/**
 * Knows whether the picture moves, and has it drawn whole as soon as it rests. Which node lies under the pointer is drawn
 * and read at rest only: reading waits until all is drawn.
 */
export class NetworkMotion {
  isMoving = false
  private rest: ReturnType<typeof setTimeout> | undefined
  private isStopped = false

  watch<N extends Attributes, E extends Attributes>(sigma: Sigma<N, E>): void {
    const [mouse, touch] = [sigma.getMouseCaptor(), sigma.getTouchCaptor()]
    const lookUps = mouse.listeners('mousemove')
    mouse.removeAllListeners('mousemove')
    mouse.on('mousemove', (at) => {
      if (!mouse.isMouseDown && !this.isMoving) for (const lookUp of lookUps) lookUp(at)
    })
    // These ask for it as well, and nobody here wants to know.
    for (const deed of ['wheel', 'mousedown', 'mouseup'] as const) mouse.removeAllListeners(deed)
    for (const deed of ['touchdown', 'touchmove', 'touchup'] as const) touch.removeAllListeners(deed)
    const settle = () => {
      clearTimeout(this.rest)
      // A flight of the camera goes on when its picture is gone.
      if (this.isStopped) return
      this.rest = setTimeout(() => {
        this.isMoving = false
        sigma.scheduleRender()
      }, restMs)
    }
    sigma.getCamera().on('updated', () => {
      this.isMoving = true
      settle()
    })
    // Sigma counts a picture that is held as moving.
    mouse.on('mouseup', settle)
  }

  stop(): void {
    this.isStopped = true
    clearTimeout(this.rest)
  }
}
