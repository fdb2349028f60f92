import 'leaflet'

// What a renderer of our own needs of Leaflet 1.9's inside, and its published types leave out.
// Declaration merging works with interfaces only.
/* eslint-disable @typescript-eslint/consistent-type-definitions */
declare module 'leaflet' {
  interface Map {
    _animatingZoom?: boolean
  }
  interface Renderer {
    _container: HTMLElement
    _bounds: Bounds | undefined
    _update(): void
    getEvents(): Record<string, LeafletEventHandlerFn>
  }
  interface Icon {
    _setIconStyles(element: HTMLElement, name: string): void
  }
}
