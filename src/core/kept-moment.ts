/**
 * When something was kept, as the messages of forms take it, in the reader's own time zone (in a browser): the time, and
 * `today` or the day: `{ day: 'today', time: '14:05' }` · `{ day: '24 November', time: '14:05' }`.
 */
export function keptMoment(locale: string, at: Date, now = new Date()): { day: string; time: string } {
  const tag = locale === 'en' ? 'en-GB' : locale
  const isSameYear = at.getFullYear() === now.getFullYear()
  const day =
    at.toDateString() === now.toDateString()
      ? 'today'
      : at.toLocaleDateString(tag, { day: 'numeric', month: 'long', ...(!isSameYear && { year: 'numeric' }) })
  return { day, time: at.toLocaleTimeString(tag, { hour: '2-digit', minute: '2-digit' }) }
}
