import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FieldFault } from '@/ui/control'
import { controlClasses } from '@/ui/control-look'
import { FieldError } from '@/ui/field-error'
import { pastePlain } from '@/ui/form/paste-plain'
import { keepCaret } from '@/ui/keep-caret'
import type { criteria } from '@/modules/rounds/choices.schema'
import { lowMark, marks, sentenceLength, shortestSentence } from '@/modules/rounds/review-content.schema'

const steps = ['zero', 'one', 'two', 'three', 'four', 'five'] as const
/** The words of a mark stand under the row once it is chosen; without a script, too. */
const whenChosen = [
  'group-has-[[value="0"]:checked]/mark:block',
  'group-has-[[value="1"]:checked]/mark:block',
  'group-has-[[value="2"]:checked]/mark:block',
  'group-has-[[value="3"]:checked]/mark:block',
  'group-has-[[value="4"]:checked]/mark:block',
  'group-has-[[value="5"]:checked]/mark:block',
] as const

type Props = {
  criterion: (typeof criteria)[number]
  mark: string | undefined
  remark: string | undefined
  /** What stands in the field of the remark at this moment. */
  typedRemark: string | undefined
  /** Against what the criterion is judged, or how it was judged before. */
  notes: readonly string[]
  markFault: FieldFault | undefined
  remarkFault: FieldFault | undefined
}

/** One criterion: six marks in one row, each with its words, and a sentence that a low mark needs (LOOK §6, Mark). */
export function MarkField({ criterion, mark, remark, typedRemark, notes, markFault, remarkFault }: Props) {
  const t = useTranslations('reviews')
  const name = useTranslations('rounds.criterion')
  const id = `${criterion}Mark`
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={`${id}-hint${markFault ? ` ${id}-error` : ''}`}
      className={`group/mark min-w-0 scroll-mt-20 border-b border-rule pt-5 pb-4 ${markFault ? 'border-l-3 border-l-bad pl-3.5' : ''}`}
    >
      <legend className="float-left w-full text-lg font-strong">{name(criterion)}</legend>
      <div id={`${id}-hint`} className="clear-both text-md text-ink-2">
        <p>{t(`criterion.${criterion}.question`)}</p>
        {notes.map((note) => (
          <p key={note} className="mt-0.5 font-label text-ink">
            {note}
          </p>
        ))}
      </div>
      <div className="mt-2.5 grid grid-cols-6 gap-1.5">
        {marks.map((value, index) => (
          <label
            key={value}
            className="relative grid min-h-12 place-items-center rounded-md border border-rule-strong bg-sheet text-lg font-semibold hover:bg-sunk has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-focus-visible:ring-here"
          >
            <input
              type="radio"
              name={id}
              value={value}
              defaultChecked={mark === value}
              data-low={Number(value) <= lowMark || undefined}
              className="absolute inset-0 size-full scroll-my-28 cursor-pointer opacity-0"
            />
            <span>
              {value}
              <span className="sr-only">: {t(`criterion.${criterion}.step.${steps[index] ?? 'zero'}`)}</span>
            </span>
          </label>
        ))}
      </div>
      <div aria-hidden className="mt-1.5 min-h-6 text-sm">
        <p className="flex justify-between gap-4 text-ink-3 group-has-[[type=radio]:checked]/mark:hidden">
          <span>{t('mark.none')}</span>
          <span className="text-right">{t('mark.full')}</span>
        </p>
        {steps.map((step, index) => (
          <p key={step} className={`hidden ${whenChosen[index] ?? ''}`}>
            {t(`criterion.${criterion}.step.${step}`)}
          </p>
        ))}
      </div>
      {markFault && (
        <div className="mt-1">
          <FieldError id={`${id}-error`} fault={markFault} />
        </div>
      )}
      <details className="mt-1 text-sm">
        <summary className="inline-block py-1 text-link underline underline-offset-2">{t('mark.scale')}</summary>
        <dl className="mt-1 grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 gap-y-1">
          {steps.map((step, index) => (
            <div key={step} className="contents">
              <dt className="font-semibold tabular-nums">{index}</dt>
              <dd>{t(`criterion.${criterion}.step.${step}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <label className="mt-1 inline-flex min-h-8 items-center gap-2 text-sm group-has-[[data-low]:checked]/mark:hidden group-has-[textarea:not(:placeholder-shown)]/mark:hidden">
        <input type="checkbox" data-more className="size-4 accent-ink" />
        {t('mark.add')}
      </label>
      <div
        className={
          remarkFault
            ? 'block'
            : 'hidden group-has-[[data-low]:checked]/mark:block group-has-[[data-more]:checked]/mark:block group-has-[textarea:not(:placeholder-shown)]/mark:block'
        }
      >
        <Sentence criterion={criterion} remark={remark} typed={typedRemark} fault={remarkFault} />
      </div>
    </fieldset>
  )
}

function Sentence({
  criterion,
  remark,
  typed,
  fault,
}: {
  criterion: Props['criterion']
  remark: string | undefined
  typed: string | undefined
  fault: FieldFault | undefined
}) {
  const t = useTranslations('reviews.mark')
  const id = `${criterion}Remark`
  const length = sentenceLength(typed)
  return (
    <div className="mt-2.5 border-l-3 border-rule pl-3 group-has-[[data-low]:checked]/mark:border-mark">
      <label htmlFor={id} className="grid text-md font-semibold">
        <span className="hidden group-has-[[data-low]:checked]/mark:inline">{t('why')}</span>
        <span className="hidden text-sm font-normal text-ink-2 group-has-[[data-low]:checked]/mark:inline">
          {t('whyNeeded', { min: shortestSentence })}
        </span>
        <span className="group-has-[[data-low]:checked]/mark:hidden">{t('remark')}</span>
      </label>
      <textarea
        id={id}
        name={id}
        rows={3}
        // Tells an empty field from one that holds something, to the style sheet.
        placeholder=" "
        defaultValue={remark}
        onFocus={keepCaret}
        onPaste={pastePlain}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={`${id}-count${fault ? ` ${id}-error` : ''}`}
        className={`${controlClasses(fault !== undefined)} mt-1.5 field-sizing-content max-h-[50vh] min-h-22 scroll-my-28 text-base leading-relaxed`}
      />
      <p id={`${id}-count`} className="mt-1 flex justify-between gap-3 text-xs text-ink-3 tabular-nums noscript:hidden">
        <span className="hidden group-has-[[data-low]:checked]/mark:inline">
          {length >= shortestSentence ? (
            <span className="inline-flex items-center gap-1 text-ok">
              <Check className="size-3.5" aria-hidden />
              {t('enough')}
            </span>
          ) : (
            t('short', { count: shortestSentence - length })
          )}
        </span>
        <span className="ml-auto">{t('characters', { count: length })}</span>
      </p>
      {fault && (
        <div className="mt-1">
          <FieldError id={`${id}-error`} fault={fault} />
        </div>
      )}
    </div>
  )
}
