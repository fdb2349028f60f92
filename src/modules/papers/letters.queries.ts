import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Letters } from '@/modules/papers/paper.schema'

const folder = join(process.cwd(), 'src/generated/letters')
let kept: Letters | undefined

/** The letters of the site as scripts/letters.mjs made them. */
export function printedLetters(): Letters {
  kept ??= {
    text: readFileSync(join(folder, 'text.ttf')),
    title: readFileSync(join(folder, 'title.ttf')),
    codes: new Set(z.array(z.number()).parse(JSON.parse(readFileSync(join(folder, 'codes.json'), 'utf8')))),
  }
  return kept
}
