import { Prisma } from '@/generated/prisma/client'
import { unknownDay } from '@/modules/census/atlas.schema'

// Columns as texts and bytes, a block of rows at a time: a buffer is read a hundred times faster than its rows. Texts of
// rows are parted by U+001F, those of one row by U+001E. Only the public views are read, as they are everywhere.

/** The row that names the log; made where there is none, as in an emptied database. */
export const nameLog = (epoch: string): Prisma.Sql => Prisma.sql`
  INSERT INTO census_epoch (id, epoch) VALUES (1, ${epoch}::uuid) ON CONFLICT DO NOTHING`

/** What memory must know of the moment it is read at, and how much there is to read. */
export const moment = (): Prisma.Sql => Prisma.sql`
  SELECT (SELECT version::text FROM data_version WHERE id = 1) AS version, pg_current_snapshot()::text AS snapshot,
    (SELECT epoch::text FROM census_epoch) AS epoch,
    (SELECT count(*)::int FROM actor WHERE status = 'published' AND visibility = 'public') AS actors,
    (SELECT count(*)::int FROM relation WHERE status = 'published' AND visibility = 'public') AS relations,
    ARRAY(SELECT DISTINCT country::text FROM nuts_region) AS divided`

/**
 * What was committed since a snapshot. `reaches`: the log has not forgotten any of it. A transaction whose number is of
 * another cluster (a restored copy) is later than all of ours, and is not counted.
 */
export const changesSince = (snapshot: string): Prisma.Sql => Prisma.sql`
  WITH missed AS MATERIALIZED (
    SELECT c.* FROM census_change c
    WHERE c.xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot)::text::bigint
      AND NOT pg_visible_in_snapshot(c.xid::text::xid8, ${snapshot}::pg_snapshot)
  )
  SELECT (SELECT version::text FROM data_version WHERE id = 1) AS version, pg_current_snapshot()::text AS snapshot, e.epoch::text AS epoch,
    coalesce(e.pruned_xid < pg_snapshot_xmin(${snapshot}::pg_snapshot)::text::bigint
      OR e.pruned_xid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint, FALSE) AS reaches,
    coalesce((SELECT bool_or(is_all) FROM missed), FALSE) AS is_all,
    (SELECT count(*)::int FROM missed) AS notes,
    ARRAY(SELECT DISTINCT unnest(actor_ids) FROM missed LIMIT 100001)::text[] AS actors,
    ARRAY(SELECT DISTINCT unnest(relation_ids) FROM missed LIMIT 100001)::text[] AS relations
  FROM (SELECT) AS one LEFT JOIN census_epoch e ON TRUE`

/**
 * Forgets what is an hour old and seen by everybody: whoever has slept for longer reads everything anew. What is of
 * another cluster goes too, and is not counted.
 */
export const pruneLog = (): Prisma.Sql => Prisma.sql`
  WITH edge AS MATERIALIZED (
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS first, pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS last
  ), gone AS (
    DELETE FROM census_change USING edge
    WHERE changed_at < now() - interval '1 hour' AND (xid < edge.first OR xid >= edge.last) RETURNING xid
  )
  UPDATE census_epoch SET pruned_xid = greatest(pruned_xid, (SELECT max(gone.xid) FROM gone, edge WHERE gone.xid < edge.first))`

const month = (column: Prisma.Sql): Prisma.Sql => Prisma.sql`
  coalesce(date_part('year', ${column} AT TIME ZONE 'UTC') * 12 + date_part('month', ${column} AT TIME ZONE 'UTC'), 0)::int`
const texts = (value: Prisma.Sql): Prisma.Sql => Prisma.sql`string_agg(coalesce(${value}, ''), chr(31))`
const numbers = (value: Prisma.Sql): Prisma.Sql => Prisma.sql`string_agg(int4send(${value}), ''::bytea)`
const fractions = (value: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`string_agg(float8send(coalesce(${value}, 'NaN')), ''::bytea)`
const list = (value: Prisma.Sql): Prisma.Sql => Prisma.sql`array_to_string(${value}, chr(30))`
const nobody = Prisma.sql`'00000000-0000-0000-0000-000000000000'::uuid`

const actors = (block: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int AS rows,
    string_agg(uuid_send(b.id), ''::bytea) AS ids,
    string_agg(int8send(coalesce(b.mz, -1)), ''::bytea) AS mz,
    ${numbers(Prisma.sql`coalesce(b.mx, -1)`)} AS mx,
    ${numbers(Prisma.sql`coalesce(b.my, -1)`)} AS my,
    ${fractions(Prisma.sql`b.longitude`)} AS longitude,
    ${fractions(Prisma.sql`b.latitude`)} AS latitude,
    ${numbers(month(Prisma.sql`b.verified_at`))} AS months,
    ${numbers(Prisma.sql`b.fictitious::int`)} AS invented,
    string_agg(said.names, ''::bytea) AS names,
    ${numbers(Prisma.sql`length(said.names)`)} AS name_lengths,
    ${texts(Prisma.sql`b.kind || chr(30) || b.country`)} AS facts,
    ${texts(Prisma.sql`b.home_territory_id::text`)} AS homes,
    ${texts(Prisma.sql`b.nuts_code`)} AS nuts,
    ${texts(list(Prisma.sql`b.sectors`))} AS sectors,
    ${texts(Prisma.sql`(SELECT p.id || chr(30) || p.longitude || chr(30) || p.latitude FROM place p WHERE p.id = b.place_id)`)} AS places
  FROM (${block}) AS b CROSS JOIN LATERAL (
    SELECT convert_to(concat_ws(chr(30), b.slug, (
      SELECT string_agg(n.value || chr(30) || n.language, chr(30) ORDER BY n.is_original DESC, n.language)
      FROM actor_name n WHERE n.actor_id = b.id AND n.kind = 'label'
    )), 'UTF8') AS names OFFSET 0
  ) AS said`

/** Those with a point in the order of the grid, after one of them (`-1` and the nil UUID: from the first). */
export const actorsByPlace = (after: { mz: string; id: string }, limit: number): Prisma.Sql =>
  actors(Prisma.sql`
    SELECT a.* FROM public_actor a WHERE a.mz >= ${after.mz}::bigint AND (a.mz, a.id) > (${after.mz}::bigint, ${after.id}::uuid)
    ORDER BY a.mz, a.id LIMIT ${limit}`)

/** Those without a point. */
export const actorsNowhere = (after: string, limit: number): Prisma.Sql =>
  actors(
    Prisma.sql`SELECT a.* FROM public_actor a WHERE a.mz IS NULL AND a.id > ${after}::uuid ORDER BY a.id LIMIT ${limit}`,
  )

export const actorsById = (ids: readonly string[]): Prisma.Sql =>
  actors(Prisma.sql`SELECT a.* FROM public_actor a WHERE a.id = ANY(${ids}::uuid[])`)

/** `parties`: the number of the relation in the block and the actor, or nobody: then a place of `sites`, in order. */
const relations = (block: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH block AS MATERIALIZED (
    SELECT r.*, (row_number() OVER ())::int - 1 AS n FROM (${block}) AS r
  ), ends AS MATERIALIZED (
    SELECT b.n, rp.*, p.country AS place_country, p.longitude AS place_longitude, p.latitude AS place_latitude, p.nuts_code
    FROM block b
    CROSS JOIN LATERAL (SELECT * FROM relation_party own WHERE own.relation_id = b.id OFFSET 0) AS rp
    LEFT JOIN place p ON p.id = rp.place_id
    ORDER BY b.n, rp.position
  )
  SELECT own.*, parties.* FROM (
    SELECT count(*)::int AS rows,
      string_agg(uuid_send(b.id), ''::bytea) AS ids,
      string_agg(uuid_send(coalesce(b.holder_id, ${nobody})), ''::bytea) AS holders,
      ${numbers(month(Prisma.sql`b.verified_at`))} AS months,
      ${fractions(Prisma.sql`date_part('epoch', b.verified_at)`)} AS verified,
      ${numbers(Prisma.sql`coalesce(b.started_earliest - '1970-01-01'::date, ${unknownDay}::int)`)} AS started,
      ${texts(Prisma.sql`b.type || chr(30) || b.state || chr(30) || b.direction || chr(30) || b.is_international || chr(30) || coalesce(b.usable_by_firms <> 'no', FALSE) || chr(30) || b.fictitious`)} AS facts,
      ${texts(Prisma.sql`coalesce(left(b.started, 4), '') || chr(30) || coalesce(left(b.renewed, 4), '') || chr(30) || coalesce(left(b.ended, 4), '')`)} AS years,
      ${texts(Prisma.sql`b.programme || chr(30) || lower(b.programme)`)} AS programmes,
      ${texts(list(Prisma.sql`b.themes`))} AS themes,
      ${texts(list(Prisma.sql`b.sectors`))} AS sectors,
      ${texts(list(Prisma.sql`b.countries`))} AS countries,
      ${texts(list(Prisma.sql`b.regions`))} AS regions,
      ${texts(list(Prisma.sql`b.country_ties`))} AS country_ties,
      ${texts(list(Prisma.sql`b.region_ties`))} AS region_ties,
      ${texts(list(Prisma.sql`b.city_ties`))} AS city_ties
    -- Ordered after the join, which keeps no order: parties name their relation by its place in this one.
    FROM (
      SELECT b.*, reach.regions, reach.country_ties, reach.region_ties, reach.city_ties
      FROM block b LEFT JOIN relation_reach reach ON reach.relation_id = b.id ORDER BY b.n
    ) AS b
  ) AS own CROSS JOIN (
    SELECT string_agg(int4send(e.n) || uuid_send(coalesce(e.actor_id, ${nobody})), ''::bytea) AS parties,
      ${texts(Prisma.sql`e.home_territory_id::text`)} AS party_homes,
      string_agg(json_build_array(e.place_id, coalesce(e.place_country, e.country), coalesce(e.place_longitude, e.longitude),
        coalesce(e.place_latitude, e.latitude), e.nuts_code, e.place_name)::text, chr(31)) FILTER (WHERE e.actor_id IS NULL) AS sites
    FROM (SELECT * FROM ends ORDER BY n, position) AS e
  ) AS parties`

export const relationsAfter = (after: string, limit: number): Prisma.Sql =>
  relations(Prisma.sql`SELECT r.* FROM public_relation r WHERE r.id > ${after}::uuid ORDER BY r.id LIMIT ${limit}`)

export const relationsById = (ids: readonly string[]): Prisma.Sql =>
  relations(Prisma.sql`SELECT r.* FROM public_relation r WHERE r.id = ANY(${ids}::uuid[])`)

/** What of a filter is said otherwise in memory: who is meant by a holder, and a programme in small letters. */
export const meant = (asked: { slug: string | null; programme: string | null }): Prisma.Sql => Prisma.sql`
  SELECT (SELECT h.id::text FROM public_actor h WHERE h.slug = ${asked.slug}::text) AS holder,
         lower(${asked.programme}::text) AS programme`
