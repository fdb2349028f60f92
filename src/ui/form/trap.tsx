/** A field for programs that fill in everything: out of sight, out of the tab order and of what is read aloud. */
export function Trap({ id = 'website' }: { id?: string }) {
  return (
    <div hidden aria-hidden>
      <label htmlFor={id}>
        Website
        <input id={id} name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  )
}
