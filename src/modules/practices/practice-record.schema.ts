import { z } from 'zod'
import type { Localized } from '@/core/localized'
import { practiceDetailSchema, practiceSummarySchema } from '@/modules/practices/practice.schema'

/** A public practice as files hold it: texts in all their languages, what it is tied to by address. */
export const practiceRecordSchema = practiceDetailSchema
  .omit({ status: true, visibility: true, sentBackReason: true, createdById: true })
  .extend({
    judged: practiceSummarySchema.shape.judged,
    actors: z.array(z.object({ slug: z.string() })),
    relations: z.array(z.object({ slug: z.string() })),
  })
export type PracticeRecord = z.output<typeof practiceRecordSchema>

/** Texts of a practice, each with its name in a file. */
export const recordTexts = {
  title: 'title',
  summary: 'summary',
  detail: 'detail',
  resources: 'resources',
  evidenceOfSuccess: 'evidence_of_success',
  challenges: 'challenges',
  potential: 'potential',
  furtherInformation: 'further_information',
  expertOpinion: 'expert_opinion',
} as const
export type RecordText = keyof typeof recordTexts

const isRecordText = (field: string): field is RecordText => field in recordTexts

/** The texts of a practice, each under its name in a file. */
export const textsOfRecord = (practice: PracticeRecord): { header: string; text: Localized }[] =>
  Object.entries(recordTexts).flatMap(([field, header]) => {
    const text = isRecordText(field) ? practice[field] : null
    return text === null ? [] : [{ header, text }]
  })
