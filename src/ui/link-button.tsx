import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { buttonClasses, type ButtonLook } from './button-look'

/** Looks like a button and navigates. `href` is without the language: `/actors`. */
export function LinkButton({
  href,
  icon,
  children,
  rel,
  ...look
}: ButtonLook & { href: string; icon?: ReactNode; children: ReactNode; rel?: string }) {
  return (
    <Link href={href} prefetch={false} rel={rel} className={buttonClasses(look)}>
      {icon}
      {children}
    </Link>
  )
}
