import type { GeometryObject, Topology } from 'topojson-specification'
import { fetchBaseFile } from './base-file'
import { ringsOf, type Rings } from './rings'

/** A place on the map: name, longitude, latitude, 10 × log2 of its inhabitants. */
export type PlaceLabel = [name: string, longitude: number, latitude: number, size: number]
export type Question = { id: number; url: string }
export type Decoded = { sets: Record<string, Rings>; places: PlaceLabel[] }
export type Answer = { id: number } & ({ decoded: Decoded } | { error: string })

type MapFile = Topology<Record<string, GeometryObject>> & { places?: PlaceLabel[] }

async function decode(url: string): Promise<Decoded> {
  const topology = await fetchBaseFile<MapFile>(url)
  const entries = Object.entries(topology.objects).map(([name, object]) => [name, ringsOf(topology, object)] as const)
  return { sets: Object.fromEntries(entries), places: topology.places ?? [] }
}

self.onmessage = ({ data: { id, url } }: MessageEvent<Question>) => {
  decode(url).then(
    (decoded) => {
      const transfer = Object.values(decoded.sets).flatMap(({ xy, starts, boxes }) => [xy, starts, boxes])
      self.postMessage({ id, decoded } satisfies Answer, { transfer: transfer.map(({ buffer }) => buffer) })
    },
    (error: unknown) => self.postMessage({ id, error: String(error) } satisfies Answer),
  )
}
