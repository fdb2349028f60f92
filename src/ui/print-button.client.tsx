'use client'

import { Printer } from 'lucide-react'
import { Button } from './button'

/** Opens the browser's own printing. Without script it is not needed: the browser's menu prints the same page. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button look="primary" icon={<Printer aria-hidden />} onClick={() => print()}>
      {label}
    </Button>
  )
}
