import { ChevronDown, CircleUserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { HeldRole } from '@/modules/accounts/account.schema'
import { SignOutForm } from '@/modules/accounts/ui/sign-out-form'
import { useRoleWords } from '@/modules/accounts/ui/use-role-words'

/** Who is signed in, with which role, and the way out. A native disclosure: it opens without script. */
export function AccountMenu({ name, roles }: { name: string; roles: readonly HeldRole[] }) {
  const t = useTranslations('accounts')
  const wordsOf = useRoleWords()
  const words = roles.map(({ role, territory }) => wordsOf({ role, place: territory }))
  const item = 'block w-full rounded-sm px-3 py-2 text-left text-sm text-ink no-underline hover:bg-sunk'
  return (
    <details data-popover className="relative">
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-2 rounded-md px-2 hover:bg-sunk">
        <CircleUserRound className="size-5 flex-none" aria-hidden />
        <span className="sr-only">{t('nav.label')}: </span>
        <span className="min-w-0 text-sm leading-tight">
          <span className="block font-label">{name}</span>
          <span className="block text-xs text-ink-2">{words[0] ?? t('role.none')}</span>
        </span>
        <ChevronDown className="size-4 flex-none" aria-hidden />
      </summary>
      <div className="absolute right-0 z-50 mt-1 min-w-56 rounded-md bg-sheet p-1.5 shadow-float">
        {words.length > 1 && (
          <ul className="border-b border-rule px-3 pt-1 pb-2 text-xs text-ink-2">
            {words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ul>
        )}
        <Link href="/desk" prefetch={false} className={item}>
          {t('nav.desk')}
        </Link>
        <Link href="/desk/account" prefetch={false} className={item}>
          {t('nav.account')}
        </Link>
        {roles.length > 0 && (
          <Link href="/admin" prefetch={false} className={item}>
            {t('nav.admin')}
          </Link>
        )}
        <SignOutForm>
          <button type="submit" className={item}>
            {t('nav.signOut')}
          </button>
        </SignOutForm>
      </div>
    </details>
  )
}
