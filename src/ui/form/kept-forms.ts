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

/** What this device keeps beyond the tab, for texts that are long to write. */
export function onDevice<Result>(work: (storage: Storage) => Result): Result | null {
  try {
    return work(localStorage)
  } catch {
    return null // forbidden, or full
  }
}

/** Signing out leaves nothing behind. */
export function dropAllForms(): void {
  const drop = (storage: Storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
  }
  inTab(drop)
  onDevice(drop)
}
