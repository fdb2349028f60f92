/** A field for programs that fill in everything: out of sight, out of the tab order and of what is read aloud. */
export function Trap() {
  return (
    <div hidden aria-hidden>
      <label htmlFor="website">
        Website
        <input id="website" name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  )
}
