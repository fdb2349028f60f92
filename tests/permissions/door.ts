import type { World } from './world'

/**
 * Who knocks, in the letters of the table of permissions: 0 visitor, X ended session (signed out, disabled or demoted:
 * exactly as 0), K key that reads, W key that writes for its territory, R reviewer of a group of the own territory,
 * E editor and C coordinator of the own territory, A admin.
 */
export const knockers = ['0', 'X', 'K', 'W', 'R', 'E', 'C', 'A'] as const
export type Knocker = (typeof knockers)[number]

/**
 * How the others are sent away. `refused`: 401 or the sign-in page for who is nobody, 403 for who is somebody.
 * `hidden`: 404, as for what does not exist, for everybody. `gone`: 410 to programs, 404 to people.
 */
type Denial = 'refused' | 'hidden' | 'gone'

/** Fields of a form, or of a body. */
export type Sent = Record<string, string | number | object>

/** One door in one situation, and who may pass. Anything not listed is denied. */
export type Door = {
  /**
   * `page /[locale]/desk`, `action room/file.actions#name`, `route GET /api/v1/actors`, `mail room.name` (the doors of
   * mails say to whom in `why`).
   */
  door: string
  /** The situation, where one door has several: `draft of another territory`. */
  case?: string
  /** Letters of who may, in any order: `RECA`. */
  may: string
  denied?: Denial
  /** To whom what it is about does not exist, where that is not everybody who may not: 404 for them, else `refused`. */
  unseenBy?: string
  /** What is made ready for one knock, after whoever knocks is there. */
  before?: (world: World) => Promise<void>
  /** The address to knock at, without a host; needed where the door's own has a gap (`[slug]`, `:key`). */
  at?: (world: World) => string
  /** What a form sends to an action, or a program in the body (JSON) of a route. */
  sends?: (world: World) => Sent | Promise<Sent>
  /** What a program says beside: which version it saw. */
  headers?: Record<string, string>
  /** The body of a route is JSON unless it is a form. */
  as?: 'form'
  /** Who knocks, when not everybody: a key opens no page. */
  who?: string
  why?: string
}

export const nameOf = ({ door, case: situation }: Door): string => (situation ? `${door}: ${situation}` : door)
