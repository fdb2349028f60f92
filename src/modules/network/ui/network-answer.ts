import { networkAnswer, type NetworkAnswer } from '@/modules/network/network.schema'

/** Reads what `/api/network` answered; throws when it is something else. It comes with the answer: zod is heavy. */
export const readNetwork = (answer: unknown): NetworkAnswer => networkAnswer.parse(answer)
