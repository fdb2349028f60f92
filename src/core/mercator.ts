/** Longitude and latitude in degrees, as in GeoJSON. */
export type LonLat = readonly [longitude: number, latitude: number]

/** The latitude at which the square of Web Mercator ends. */
export const maxLatitude = 85.0511287798066

const radians = Math.PI / 180

/** Longitude → 0 (180° west) to 1 (180° east). */
export const mercatorX = (longitude: number): number => (longitude + 180) / 360

/** Latitude → 0 (north) to 1 (south); beyond 85.05° it stays at the edge. */
export function mercatorY(latitude: number): number {
  const sine = Math.sin(Math.max(-maxLatitude, Math.min(maxLatitude, latitude)) * radians)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}

/** The inverse of mercatorX, in degrees. */
export const longitudeAt = (x: number): number => x * 360 - 180

/** The inverse of mercatorY, in degrees. */
export const latitudeAt = (y: number): number => Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / radians

/** The same meridian as a longitude from -180 (included) to 180. */
export const wrapLongitude = (longitude: number): number =>
  longitude >= -180 && longitude < 180 ? longitude : ((((longitude + 180) % 360) + 360) % 360) - 180
