// Posts are in use until they are archived, and can be brought back.
import { archivable } from '../../../platform/archiving.ts'

/**
 * in_use    people can be appointed to it
 * archived  nobody holds it any more; what was done in its name stays readable
 */
export const postLife = archivable('post')
