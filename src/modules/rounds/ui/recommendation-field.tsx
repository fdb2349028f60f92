import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { recommendations } from '@/modules/rounds/choices.schema'
import type { FieldFault } from '@/ui/control'
import { Fieldset } from '@/ui/fieldset'

/** What somebody advises in the end: one of three, side by side on a phone, too. */
export function RecommendationField({ chosen, fault }: { chosen: string | undefined; fault: FieldFault | undefined }) {
  const t = useTranslations('reviews.recommendation')
  const words = useTranslations('rounds.recommendation')
  return (
    <Fieldset id="recommendation" label={t('label')} error={fault}>
      <div className="grid grid-cols-3 gap-1.5">
        {recommendations.map((value) => (
          <label
            key={value}
            className="group relative flex min-h-12 items-center justify-center gap-1.5 rounded-md border border-rule-strong bg-sheet px-1.5 py-1 text-center font-semibold hover:bg-sunk has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-focus-visible:ring-here"
          >
            <input
              type="radio"
              name="recommendation"
              value={value}
              defaultChecked={chosen === value}
              className="absolute inset-0 size-full scroll-my-28 cursor-pointer opacity-0"
            />
            <Check
              className="hidden size-4 flex-none group-has-checked:block max-phone:group-has-checked:hidden"
              aria-hidden
            />
            {words(value)}
          </label>
        ))}
      </div>
    </Fieldset>
  )
}
