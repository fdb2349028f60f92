import type { Pool } from 'pg'
import { placeKey } from '@/modules/places/place.schema'
import { weighted } from './random'

type Place = { id: number; name: string; longitude: number; latitude: number }

/** Finds cities of the gazetteer by any spelling, and draws some by population. */
export class Gazetteer {
  private readonly byName = new Map<string, { place: Place; population: number }>()
  private readonly drawOf = new Map<string, () => Place | undefined>()

  private constructor(private readonly random: () => number) {}

  static async open(pool: Pool, random: () => number): Promise<Gazetteer> {
    const gazetteer = new Gazetteer(random)
    const places = await pool.query<Place & { country: string; population: number }>(
      'SELECT id, name, country, longitude, latitude, population FROM place ORDER BY id',
    )
    const byId = new Map<number, Place>()
    const byCountry = new Map<string, { place: Place; population: number }[]>()
    for (const { country, population, ...place } of places.rows) {
      byId.set(place.id, place)
      const weighed = { place, population }
      const present = byCountry.get(country)
      if (present === undefined) byCountry.set(country, [weighed])
      else present.push(weighed)
    }
    for (const [country, found] of byCountry) {
      const draw = weighted(
        found.map(({ population }) => Math.sqrt(population + 100)),
        random,
      )
      gazetteer.drawOf.set(country, () => found[draw()]?.place)
    }
    const names = await pool.query<{ folded: string; country: string; population: number; place_id: number }>(
      'SELECT folded, country, population, place_id FROM place_name ORDER BY place_id',
    )
    for (const { folded, country, population, place_id: id } of names.rows) {
      const place = byId.get(id)
      const key = `${country} ${folded}`
      if (place !== undefined && population >= (gazetteer.byName.get(key)?.population ?? 0))
        gazetteer.byName.set(key, { place, population })
    }
    return gazetteer
  }

  /** The most populous place of the country with this spelling. */
  find(country: string, name: string): Place | undefined {
    return this.byName.get(`${country} ${placeKey(name)}`)?.place
  }

  /** A place of the country, more likely a large one. */
  draw(country: string): Place | undefined {
    return this.drawOf.get(country)?.()
  }

  /** A point within about two kilometres of a place: bodies of one city do not stand on one spot. */
  near({ longitude, latitude }: Place): { longitude: number; latitude: number } {
    const off = () => (this.random() + this.random() - 1) * 0.02
    return { longitude: round(longitude + off()), latitude: round(latitude + off()) }
  }
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
