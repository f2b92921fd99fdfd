// The pages of duties and duty sheets.
import type { PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = []
