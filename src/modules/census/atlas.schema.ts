import { ListDictionary, PairTable } from '@/core/code-lists'
import { bytes, Dictionary, doubles, IdTable, integers, shorts, words } from '@/core/columns'
import { Incidence } from '@/core/incidence'
import { KeptColumns } from '@/core/kept-columns'
import { KeptRows } from '@/core/kept-rows'
import { FollowedBits } from '@/core/row-bits'
import { TextColumn } from '@/core/text-column'
import type { Cell } from '@/modules/census/cell.schema'
import type { ProfileCounts } from '@/modules/census/profile.schema'
import { sectionOf } from '@/modules/taxonomy/taxonomy.schema'

/** Set in the class of an actor that is not where its place in the order of the grid would have it. */
export const strayed = 0x8000
/** Class 0: a row that is public no more. */
export const gone = 0

/** What texts of one row are parted by. */
export const partsOf = (text: string): string[] => (text === '' ? [] : text.split('\u001e'))
/** Sectors with the sections they are in. */
const sectorsOf = (text: string): string[] => partsOf(text).flatMap((code) => [code, sectionOf(code)])

/**
 * Public actors by row. Rows below `sorted` are in the order of the grid (`keys`), those without a point last; later ones
 * and those that moved are `strays`.
 */
export class ActorColumns {
  readonly ids = new IdTable()
  sorted = 0
  strays: number[] = []
  /** The first 52 bits of the Morton code each row was sorted by. */
  readonly keys = doubles()
  /** Units of the grid; −1 = no point. */
  readonly mx = integers()
  readonly my = integers()
  readonly longitude = doubles()
  readonly latitude = doubles()
  /** Number of `kinds` (kind and country), perhaps with `strayed`. */
  readonly class = shorts()
  readonly home = shorts()
  readonly nuts = shorts()
  readonly sectors = words()
  /** Year × 12 + month of the last confirmation, 0 = never. */
  readonly month = shorts()
  /** Number of the place register, 0 = none. */
  readonly place = words()
  /** 1 = invented for demonstration. */
  readonly invented = bytes()
  /** Address, then each name with its language, the original one first. */
  readonly names = new TextColumn()

  readonly kinds = new Dictionary()
  readonly nutsCodes = new Dictionary()
  readonly sectorLists = new ListDictionary(sectorsOf)

  get count(): number {
    return this.ids.count
  }

  reserve(rows: number): void {
    this.ids.reserve(rows)
    for (const column of [this.keys, this.longitude, this.latitude]) column.reserve(rows)
    for (const column of [this.class, this.home, this.nuts, this.month]) column.reserve(rows)
    for (const column of [this.mx, this.my]) column.reserve(rows)
    for (const column of [this.sectors, this.place]) column.reserve(rows)
    this.invented.reserve(rows)
    this.names.reserve(rows)
  }
}

/** Public relations by row, each with its parties in order: `parties[partyStart[row] … + partyCount[row]]`. */
export class RelationColumns {
  readonly ids = new IdTable()
  /** Rows below ascend by their ids. */
  sorted = 0
  /** Number of `facts`: type, state, direction, whether international, whether firms may use it, whether invented. */
  readonly class = shorts()
  /** Number of `yearLists`: begun, renewed, ended. */
  readonly years = words()
  /** Number of `programmes`: as written, and in small letters. */
  readonly programme = words()
  readonly themes = words()
  readonly sectors = words()
  readonly countries = words()
  readonly regions = words()
  readonly countryTies = words()
  readonly regionTies = words()
  readonly month = shorts()
  /** Seconds since 1970 of the last confirmation; NaN = never. */
  readonly verified = doubles()
  /** Days since 1970 of the earliest day it may have begun at; `unknownDay` = not known. */
  readonly started = integers()
  /** Row of the actor, −1 = none. */
  readonly holder = integers()
  readonly partyStart = words()
  readonly partyCount = shorts()
  readonly cityStart = words()
  readonly cityCount = shorts()

  /** Row of an actor, or −1 − the number of a site. */
  readonly parties = integers()
  /** The territory a party itself names as its home (of places; number of `homes`). */
  readonly partyHome = shorts()
  partiesUsed = 0
  /** Numbers of `cityTies`. */
  readonly cities = words()
  citiesUsed = 0
  /** Two cities (numbers of the place register), in the order their tie is written in. */
  readonly cityTies = new PairTable()

  readonly facts = new Dictionary()
  readonly yearLists = new Dictionary()
  readonly programmes = new Dictionary()
  readonly themeLists = new ListDictionary(partsOf)
  readonly sectorLists = new ListDictionary(sectorsOf)
  readonly countryLists = new ListDictionary(partsOf)
  readonly regionLists = new ListDictionary(partsOf)
  readonly countryTieLists = new ListDictionary(partsOf)
  readonly regionTieLists = new ListDictionary(partsOf)

  get count(): number {
    return this.ids.count
  }

  reserve(rows: number): void {
    this.ids.reserve(rows)
    for (const column of [this.years, this.programme, this.themes, this.sectors, this.countries, this.regions])
      column.reserve(rows)
    for (const column of [this.countryTies, this.regionTies, this.partyStart, this.cityStart]) column.reserve(rows)
    for (const column of [this.class, this.month, this.partyCount, this.cityCount]) column.reserve(rows)
    for (const column of [this.holder, this.started]) column.reserve(rows)
    this.verified.reserve(rows)
  }
}

/** In `started`: earlier than any day. */
export const unknownDay = -(2 ** 31)

/** The cities that actors and parties are in, by a number from 1: those of the gazetteer, and where they lie. */
class PlaceRegister {
  readonly ids = integers()
  readonly longitude = doubles()
  readonly latitude = doubles()
  count = 1
  readonly #numbers = new Map<number, number>()

  constructor() {
    for (const column of [this.ids, this.longitude, this.latitude]) column.reserve(64)
  }

  /** Its number; made known when it is not. */
  numberOf(id: number, longitude = Number.NaN, latitude = Number.NaN): number {
    const known = this.#numbers.get(id)
    if (known !== undefined && (Number.isNaN(longitude) || !Number.isNaN(this.longitude.data[known]))) return known
    const number = known ?? this.count++
    for (const column of [this.ids, this.longitude, this.latitude]) column.reserve(this.count)
    this.ids.data[number] = id
    this.longitude.data[number] = longitude
    this.latitude.data[number] = latitude
    this.#numbers.set(id, number)
    return number
  }

  known(id: number): number | undefined {
    return this.#numbers.get(id)
  }
}

/** A party that is no actor: a place of the gazetteer, or a country with what is called there. */
export type Site = {
  place: number | null
  country: string
  longitude: number | null
  latitude: number | null
  nuts: string | null
  /** What is called so in the country, where it is no place of the gazetteer. */
  name: string | null
}

/** What tells sites apart as parties: the place, else the country and what is called there. */
export const siteKey = ({ place, country, name }: Site): string =>
  place === null ? `c:${country}${name === null ? '' : `:${name}`}` : `p${String(place)}`

/** Rows of actors: the first `ordered` in the order of the grid (and of their numbers), then strays. */
export type ChosenActors = { rows: Int32Array; ordered: number }

/**
 * The public atlas in memory: every public actor and relation as columns of typed arrays, read when the process starts and
 * kept up with each change. Nothing is in it that the public views do not show.
 */
export class Atlas {
  readonly actors = new ActorColumns()
  readonly relations = new RelationColumns()
  /** Home territories, of actors and parties. */
  readonly homes = new Dictionary()
  readonly places = new PlaceRegister()
  readonly siteTexts = new Dictionary()
  /** By the numbers of `siteTexts`. */
  readonly sites: Site[] = [{ place: null, country: '', longitude: null, latitude: null, nuts: null, name: null }]
  /** Sites that are the same party (siteKey): a place may have been written in two ways. */
  readonly sameSites = new Map<string, number[]>()
  /** Rows and parties that mean nothing any more. */
  garbage = 0

  /** Room to choose rows in: what is chosen holds until the next choice. */
  readonly chosenActors = integers()
  readonly chosenRelations = integers()
  readonly marks = bytes()
  readonly stamps = words()
  /** Zero everywhere, but while ties are counted. */
  readonly tieCounts = words()
  /** What several questions share until something changes: a map is moved, and counted in many ways, under one filter. */
  readonly kept = {
    actors: new KeptRows<ChosenActors>(6 * 2 ** 20),
    relations: new KeptRows<{ rows: Int32Array }>(8 * 2 ** 20),
    marks: new KeptColumns<Uint8Array>(16 * 2 ** 20, (marks) => marks.byteLength),
    masks: new KeptColumns<Uint32Array>(32 * 2 ** 20, (masks) => masks.byteLength),
    // A cell with its numbers and what it counts by kind and home takes about half a kilobyte.
    cells: new KeptColumns<readonly Cell[]>(24 * 2 ** 20, (cells) => 256 + 512 * cells.length),
  }

  /** Rows by what they say of themselves; unlike what is kept, these follow each change. */
  readonly actorBits = new FollowedBits(12 * 2 ** 20)
  readonly relationBits = new FollowedBits(24 * 2 ** 20)

  /**
   * Relations by their parties (rows of actors, numbers of sites) and by their holder (a row of an actor). A relation that
   * has the party or the holder no more may still be named.
   */
  readonly relationsOf = {
    actor: new Incidence((party) => party),
    site: new Incidence((party) => -1 - party),
    holder: new Incidence((holder) => holder),
  }
  /** What territories are like, from when it is asked for first; follows each change. */
  profiles: ProfileCounts | null = null

  /** Nothing that was worked out before holds any more. */
  forget(): void {
    for (const kept of Object.values(this.kept)) kept.clear()
  }

  constructor(
    /** The version of the data it shows, the moment it was read at, and the log it follows. */
    public version: string,
    public snapshot: string,
    readonly epoch: string,
    /** Countries that are divided into NUTS regions. */
    readonly divided: ReadonlySet<string>,
  ) {}
}
