import { describe, expect, test } from 'vitest'
import { filesBelow, type SourceFile } from './files'
import { findSmell, smells } from './smells'

const everything = filesBelow('')
const file = (path: string, text = ''): SourceFile => ({ path, text })

describe('smells we do not live with', () => {
  test.each(smells)('$name', (smell) => {
    expect(everything.flatMap((each) => findSmell(smell, each))).toEqual([])
    const path = 'src/ui/planted.tsx'
    expect(findSmell(smell, file(path, smell.planted))).toEqual([`${path}:1`])
    expect(findSmell(smell, file(path, smell.sound))).toEqual([])
  })
})
