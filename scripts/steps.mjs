// What a person sees while a command works: one line for each step, with its time.

/** An end that is not a bug: its message says what the reader can do, no stack is shown. */
export class Refusal extends Error {}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/**
 * Does one piece of work and prints how long it took. Work longer than a second announces itself first.
 * `work` gets `note(text)`, which adds a word to the closing line.
 */
export async function step(title, work) {
  const since = Date.now()
  const notes = []
  const announcement = setTimeout(() => console.log(`  ${title} …`), 1000)
  try {
    const result = await work((text) => notes.push(text))
    console.log(`✓ ${[title, ...notes].join(' · ')}  ${seconds(since)}`)
    return result
  } catch (error) {
    console.log(`✗ ${title}  ${seconds(since)}`)
    throw error
  } finally {
    clearTimeout(announcement)
  }
}

/** Runs a command's main function; a refusal ends with its sentence, a bug with its stack. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
