// Areas of responsibility are in use until they are archived, and can be brought back.
import { archivable } from '../../../platform/archiving.ts'

/**
 * in_use    has places and people who answer for it
 * archived  its places were given to other areas
 */
export const areaLife = archivable('area')
