import { useTranslations } from 'next-intl'
import { LinkButton } from './link-button'
import { Page } from './page'

type ProblemKind = 'signIn' | 'secondFactor' | 'updated' | 'forbidden' | 'notFound' | 'gone' | 'limited' | 'unavailable'

const waysOut = {
  signIn: { href: '/sign-in', words: 'toSignIn' },
  secondFactor: { href: '/desk/account/two-factor', words: 'toSetUp' },
  updated: { href: '/map', words: 'openAgain' },
  forbidden: { href: '/map', words: 'toMap' },
  notFound: { href: '/map', words: 'toMap' },
  gone: { href: '/map', words: 'toMap' },
  limited: { href: '/map', words: 'toMap' },
  unavailable: { href: '/map', words: 'tryAgain' },
} as const

/**
 * The text of a page that cannot be shown, in its HTML, without script. The status is set by the page itself through
 * `setPageStatus` of platform (9-decisions, Statuses). `children` say more where more may be said: since when
 * the register does not answer. `again` is the address "Try again" leads to.
 */
export function ProblemPage({
  kind,
  again,
  children,
}: {
  kind: ProblemKind
  again?: string
  children?: React.ReactNode
}) {
  const t = useTranslations('problem')
  const { href, words } = waysOut[kind]
  return (
    <Page reading>
      <p className="mb-1 text-xs font-label text-ink-2">{t(`${kind}.label`)}</p>
      <h1 className="font-serif text-2xl tracking-display sm:text-3xl">{t(`${kind}.title`)}</h1>
      <p className="mt-3 mb-5 text-lg/[1.6]">{t(`${kind}.body`)}</p>
      {children !== undefined && <div className="mb-5">{children}</div>}
      <LinkButton href={again ?? href}>{t(words)}</LinkButton>
    </Page>
  )
}
