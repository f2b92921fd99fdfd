// Estates and departments are in use until they are archived, and can be brought back.
import { archivable } from '../../../platform/archiving.ts'

/**
 * in_use    people work in it and customers call about it
 * archived  given back or dissolved; its records stay readable
 */
export const estateLife = archivable('estate')
export const departmentLife = archivable('department')
