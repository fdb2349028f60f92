/** How the names begin under which this tab keeps forms. */
export const prefix = 'atlas.form:'

/** Told when an answer says that the session is over: src/ui/session-watch.client.tsx then says so. */
export const sessionEvent = 'atlas-session'

/** What this tab keeps; a browser that keeps nothing loses only this. */
export function inTab<Result>(work: (storage: Storage) => Result): Result | null {
  try {
    return work(sessionStorage)
  } catch {
    return null // forbidden, or full
  }
}

/** Signing out leaves nothing behind. */
export function dropAllForms(): void {
  inTab((tab) => {
    for (const key of Object.keys(tab)) if (key.startsWith(prefix)) tab.removeItem(key)
  })
}
