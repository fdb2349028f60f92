import { createNavigation } from 'next-intl/navigation'
import { routing } from './routing'

/** Next's own navigation, with the language put in front of each address. */
export const { Link, redirect, permanentRedirect, usePathname, useRouter, getPathname } = createNavigation(routing)
