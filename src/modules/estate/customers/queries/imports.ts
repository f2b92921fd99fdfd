// Who of a table is on record already.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

export type KnownCustomer = { id: string; name: string; phones: string[]; idHash: string | null; links: string[] }
type Sought = { phones: readonly string[]; idHashes: readonly Buffer[]; placeIds: readonly string[] }

/** Everybody in use who has one of the phones or ID numbers, or is linked to one of the units. */
export async function listKnownCustomers(tx: Tx, { phones, idHashes, placeIds }: Sought): Promise<KnownCustomer[]> {
  const { rows } = await sql<KnownCustomer>`
    with found as (
      select customer_id as id from customer_phone where phone = any(${[...phones]}::text[]) and ended_at is null
      union select id from customer where id_number_hash = any(${[...idHashes]}::bytea[])
      union select customer_id from customer_unit where place_id = any(${[...placeIds]}::uuid[]) and to_on is null
    )
    select c.id, c.name, encode(c.id_number_hash, 'hex') as "idHash",
      array(select p.phone from customer_phone p where p.customer_id = c.id and p.ended_at is null) as phones,
      array(select u.place_id::text || ' ' || u.role from customer_unit u where u.customer_id = c.id and u.to_on is null) as links
    from found join customer c on c.id = found.id
    where c.archived_at is null and c.merged_into_id is null`.execute(tx)
  return rows
}
