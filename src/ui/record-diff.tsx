import { ArrowRight, Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormFields } from '@/core/form-fields'
import { differs, type RecordField } from './form/record-field'
import { TextDiff } from './text-diff'

/** Two versions of a record, as their form would hold them. */
type TwoVersions = { before: FormFields; after: FormFields }

/**
 * What differs between two versions, part by part in words: texts word by word, lists item by item, everything else one
 * value beside the other. `beside` puts something next to a part: a choice, or what stands there now.
 */
export function RecordDiff({
  fields,
  versions: { before, after },
  beside,
}: {
  fields: readonly RecordField[]
  versions: TwoVersions
  beside?: (part: string, label: string, shown: readonly RecordField[]) => ReactNode
}) {
  const t = useTranslations('ui.diff')
  const differing = fields.filter((field) => differs(field, before, after))
  const parts = [...new Set(differing.map(({ part }) => part))]
  if (parts.length === 0) return <p className="text-ink-2">{t('nothing')}</p>
  return (
    <ul className="border-t border-rule">
      {parts.map((part) => {
        const shown = differing.filter((field) => field.part === part)
        const label = shown.map((field) => field.label).join(', ')
        return (
          <li
            key={part}
            className="grid gap-x-6 gap-y-1.5 border-b border-rule py-3.5 sm:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <div className="text-sm font-semibold">{label}</div>
            <div className="flex min-w-0 flex-col gap-2">
              {shown.map((field) => (
                <Change key={field.names[0]} field={field} before={before} after={after} />
              ))}
              {beside?.(part, label, shown)}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Change({ field, before, after }: { field: RecordField } & TwoVersions) {
  const t = useTranslations('ui.diff')
  const [old, fresh] = [field.show(before), field.show(after)]
  const note = field.note?.(before, after) ?? null
  if (field.look === 'text') return <TextDiff before={old} after={fresh} />
  if (field.look === 'list') return <ListChange before={linesOf(old)} after={linesOf(fresh)} />
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 wrap-break-word">
        {old === '' ? (
          <span className="text-ink-3">{t('empty')}</span>
        ) : (
          <del className="rounded-xs bg-bad-soft text-bad">
            <span className="sr-only">{t('removed')} </span>
            {old}
          </del>
        )}
        <ArrowRight className="size-4 flex-none self-center text-ink-3" aria-hidden />
        {fresh === '' ? (
          <span className="text-ink-3">{t('empty')}</span>
        ) : (
          <ins className="rounded-xs bg-ok-soft text-ok no-underline">
            <span className="sr-only">{t('added')} </span>
            {fresh}
          </ins>
        )}
      </p>
      {note !== null && <p className="mt-0.5 text-sm text-ink-2">{note}</p>}
    </div>
  )
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

/** Items that went, came, or stayed in another order. */
function ListChange({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const t = useTranslations('ui.diff')
  const gone = before.filter((item) => !after.includes(item))
  const come = after.filter((item) => !before.includes(item))
  const stayed = after.length - come.length
  const look = 'flex gap-2 rounded-xs px-1 wrap-break-word'
  return (
    <ul className="flex flex-col gap-1">
      {gone.map((item, index) => (
        <li key={`gone ${index}`} className={`${look} bg-bad-soft text-bad`}>
          <Minus className="mt-1 size-4 flex-none" aria-hidden />
          <del>
            <span className="sr-only">{t('removed')} </span>
            {item}
          </del>
        </li>
      ))}
      {come.map((item, index) => (
        <li key={`come ${index}`} className={`${look} bg-ok-soft text-ok`}>
          <Plus className="mt-1 size-4 flex-none" aria-hidden />
          <ins className="no-underline">
            <span className="sr-only">{t('added')} </span>
            {item}
          </ins>
        </li>
      ))}
      {gone.length + come.length === 0 ? (
        <li>
          <p className="text-sm text-ink-2">{t('reordered')}</p>
          <ol className="list-decimal pl-6">
            {after.map((item, index) => (
              <li key={index}>{item}</li>
            ))}
          </ol>
        </li>
      ) : (
        stayed > 0 && <li className="px-1 text-sm text-ink-2">{t('stayed', { count: stayed })}</li>
      )}
    </ul>
  )
}
