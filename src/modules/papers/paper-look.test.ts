import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { paperColors } from '@/modules/papers/paper-look.schema'

test('the colours of a paper are those of the light theme', () => {
  const css = readFileSync('src/app/globals.css', 'utf8')
  for (const [name, color] of Object.entries(paperColors))
    expect(css).toContain(`--color-${name}: light-dark(${color},`)
})
