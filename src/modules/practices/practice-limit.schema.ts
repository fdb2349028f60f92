import type { FieldProblem } from '@/core/app-error'
import type { Localized } from '@/core/localized'
import { lengthOf } from '@/core/text-length'
import sizes from './practice-limits.json'

/** Texts of a practice that its author writes, in the order of the programme's form. */
export const practiceTexts = [
  'title',
  'summary',
  'detail',
  'resources',
  'evidenceOfSuccess',
  'challenges',
  'potential',
  'furtherInformation',
] as const
export type PracticeText = (typeof practiceTexts)[number]

/**
 * The longest texts the programme's form takes, in characters as it counts them (NFC code points, a line break is one);
 * the expert opinion is written by the group, not by the author. Interreg Europe's; another programme's are another file.
 */
export const practiceLimits: Readonly<Record<PracticeText | 'expertOpinion', number>> = sizes

type Said = Partial<Record<PracticeText, Localized | undefined>> & {
  themes: readonly string[]
  country?: string | undefined
  inChargeId?: string | undefined
}

/** How many characters a text has, as the programme counts. */
export const charactersOf = (text: string): number => lengthOf(text.normalize('NFC').trim())

const tooLong = (practice: Said): FieldProblem[] =>
  practiceTexts.flatMap((name) =>
    Object.entries(practice[name]?.texts ?? {})
      .filter(([, { value }]) => charactersOf(value) > practiceLimits[name])
      .map(([language]) => ({
        ...{ field: `${name}.texts.${language}.value`, message: 'tooLong' },
        values: { max: practiceLimits[name] },
      })),
  )

/**
 * Why a practice cannot be handed in yet: what the programme's form will not take, and what nobody could judge it
 * without. A draft may lack anything but its title, and be as long as it comes.
 */
export function unreadyParts(practice: Said): FieldProblem[] {
  const isMissing: Record<string, boolean> = {
    summary: practice.summary === undefined,
    detail: practice.detail === undefined,
    themes: practice.themes.length === 0,
    country: practice.country === undefined,
    inChargeId: practice.inChargeId === undefined,
  }
  const missing = Object.keys(isMissing)
    .filter((field) => isMissing[field])
    .map((field) => ({ field, message: 'required' }))
  return [...missing, ...tooLong(practice)]
}
