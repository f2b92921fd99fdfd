// SQL of the request list when words are looked for.
import { sql } from 'kysely'
import type { User } from '../../../../platform/access.ts'
import type { Tx } from '../../../../platform/database.ts'
import { keyOf, pageFrom } from '../../../../platform/keyset.ts'
import { searchQueryOf } from '../../../../platform/search/search.ts'
import { type Filter, rowOf, rowSelection, visible } from './list.ts'
