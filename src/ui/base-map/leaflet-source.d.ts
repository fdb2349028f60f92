// Leaflet's source has no types of its own; these are the published ones, part by part.
declare module 'leaflet/src/map/index.js' {
  export { map } from 'leaflet'
}
declare module 'leaflet/src/geo/LatLngBounds.js' {
  export { latLngBounds as toLatLngBounds } from 'leaflet'
}
declare module 'leaflet/src/geometry/Bounds.js' {
  export { bounds as toBounds } from 'leaflet'
}
declare module 'leaflet/src/layer/LayerGroup.js' {
  export { layerGroup } from 'leaflet'
}
declare module 'leaflet/src/layer/marker/DivIcon.js' {
  export { DivIcon } from 'leaflet'
}
declare module 'leaflet/src/layer/marker/Marker.js' {
  export { marker } from 'leaflet'
}
declare module 'leaflet/src/layer/tile/TileLayer.js' {
  export { tileLayer } from 'leaflet'
}
declare module 'leaflet/src/layer/vector/Renderer.js' {
  export { Renderer } from 'leaflet'
}
declare module 'leaflet/src/dom/DomUtil.js' {
  export const setPosition: typeof import('leaflet').DomUtil.setPosition
}
declare module 'leaflet/src/layer/Tooltip.js' {
  export { tooltip } from 'leaflet'
}
