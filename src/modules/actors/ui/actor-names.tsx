import { useLocale } from 'next-intl'
import type { ActorDetail } from '@/modules/actors/actor.schema'
import { LanguageBadge } from '@/ui/language-badge'

/** Names beside the title: the original, the official one, acronyms and other names, each in its language. */
export function ActorNames({ names, title }: { names: ActorDetail['names']; title: string }) {
  const locale = useLocale()
  const labels = names.filter((name) => name.kind === 'label')
  const original = labels[0]
  const shown = [
    ...(original && original.value !== title ? [original] : []),
    ...names.filter((name) => name.kind === 'official' || name.kind === 'alias'),
    ...names.filter((name) => name.kind === 'acronym'),
  ].filter((name, index, all) => name.value !== title && all.findIndex(({ value }) => value === name.value) === index)
  if (shown.length === 0) return null
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {shown.map((name) => (
        <li key={`${name.kind} ${name.language} ${name.value}`} className="inline-flex flex-wrap items-center gap-x-2">
          <span lang={name.language === locale ? undefined : name.language}>{name.value}</span>
          {name.kind !== 'acronym' && <LanguageBadge language={name.language} />}
        </li>
      ))}
    </ul>
  )
}
