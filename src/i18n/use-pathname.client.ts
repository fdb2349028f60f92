'use client'

import { usePathname as useWholePathname } from 'next/navigation'
import { useLocale } from 'next-intl'

/** The address one is at, without the language: `/` for its first page. */
export function usePathname(): string {
  const [path, prefix] = [useWholePathname(), `/${useLocale()}`]
  if (path === prefix) return '/'
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path
}
