// In this browser only: nothing is sent, and "Clear" leaves nothing behind.
const key = 'atlas.searches'
const most = 6

/** Earlier searches, the latest first. Without storage (private windows, blocked) there are none. */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export function keepRecent(text: string): void {
  const said = text.trim().slice(0, 200)
  if (said.length < 2) return
  write([said, ...readRecent().filter((one) => one.toLowerCase() !== said.toLowerCase())].slice(0, most))
}

export const clearRecent = (): void => write([])

function write(recent: readonly string[]): void {
  try {
    if (recent.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(recent))
  } catch {
    // Storage is full or forbidden: searching works without.
  }
}
