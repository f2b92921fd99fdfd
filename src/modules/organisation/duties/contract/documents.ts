// Why a job-responsibility document cannot be read, by name and in words: what rooms above say of it on their pages.
import { DOCUMENT_FAULTS, faultWords } from '../reading/faults.ts'

export const documentFaults = DOCUMENT_FAULTS
export const documentFaultWords = faultWords
