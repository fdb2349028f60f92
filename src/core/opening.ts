/**
 * What a proof of who somebody is opens: a session in this browser (`device` is what the browser will be known by), or
 * the step in which a second proof is asked for.
 */
export type Opening = { sessionId: string; device: string } | { secondStep: string }

/** From where somebody signs in: the visitor's network address, what the browser is known by, and how it calls itself. */
export type Visit = { address: string; device: string | null; agent: string | null }
