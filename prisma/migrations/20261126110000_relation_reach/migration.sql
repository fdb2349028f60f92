-- Where a relation reaches (decision 019): the regions its parties lie in, and the pairs of countries, regions and cities
-- it ties. Kept by triggers as its countries are; flows, values of regions and the filters behind them read it.

-- The NUTS 3 region a place of the gazetteer lies in; written with the reference data.
ALTER TABLE "place" ADD COLUMN "nuts_code" TEXT;

CREATE TABLE "relation_reach" (
    "relation_id" UUID NOT NULL,
    "regions" TEXT[],
    "country_ties" TEXT[],
    "region_ties" TEXT[],
    "city_ties" TEXT[],

    CONSTRAINT "relation_reach_pkey" PRIMARY KEY ("relation_id")
);

CREATE INDEX "relation_reach_regions_idx" ON "relation_reach" USING GIN ("regions");
CREATE INDEX "relation_reach_country_ties_idx" ON "relation_reach" USING GIN ("country_ties");
CREATE INDEX "relation_reach_region_ties_idx" ON "relation_reach" USING GIN ("region_ties");
CREATE INDEX "relation_reach_city_ties_idx" ON "relation_reach" USING GIN ("city_ties");

ALTER TABLE "relation_reach" ADD CONSTRAINT "relation_reach_relation_id_fkey"
  FOREIGN KEY ("relation_id") REFERENCES "relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A relation ties its hub (its holder if a party, else its first party with a point, else its first party) to each other
-- party. A tie is the two places in the order of their signs, `IT~ZA`: countries by ISO code, regions by NUTS 2 code (in
-- countries without NUTS the country), cities by the number of the gazetteer. A place tied to itself is no tie.
CREATE FUNCTION refresh_relation_reach(relation_ids uuid[]) RETURNS void LANGUAGE sql AS $$
  WITH asked AS MATERIALIZED (
    SELECT r.id, r.holder_id FROM "relation" r WHERE r.id = ANY(relation_ids)
  ), divided AS MATERIALIZED (
    SELECT DISTINCT country FROM "nuts_region"
  ), ends AS MATERIALIZED (
    SELECT rp.relation_id, found.country, coalesce(a.nuts_code, p.nuts_code) AS nuts,
      CASE WHEN divided.country IS NULL THEN found.country ELSE left(coalesce(a.nuts_code, p.nuts_code), 4) END AS region,
      coalesce(a.place_id, rp.place_id)::text AS city,
      row_number() OVER (
        PARTITION BY rp.relation_id
        ORDER BY (rp.actor_id = asked.holder_id) IS TRUE DESC,
          coalesce(a.public_longitude, p.longitude, rp.longitude) IS NOT NULL DESC, rp.position
      ) = 1 AS is_hub
    FROM asked
    JOIN "relation_party" rp ON rp.relation_id = asked.id
    LEFT JOIN "actor" a ON a.id = rp.actor_id
    LEFT JOIN "place" p ON p.id = rp.place_id
    CROSS JOIN LATERAL (SELECT coalesce(a.country, p.country, rp.country)::text AS country) AS found
    LEFT JOIN divided ON divided.country = found.country
  ), ties AS MATERIALIZED (
    SELECT e.relation_id,
      array_agg(DISTINCT least(h.country COLLATE "C", e.country) || '~' || greatest(h.country COLLATE "C", e.country))
        FILTER (WHERE h.country <> e.country) AS countries,
      array_agg(DISTINCT least(h.region COLLATE "C", e.region) || '~' || greatest(h.region COLLATE "C", e.region))
        FILTER (WHERE h.region <> e.region) AS regions,
      array_agg(DISTINCT least(h.city COLLATE "C", e.city) || '~' || greatest(h.city COLLATE "C", e.city))
        FILTER (WHERE h.city <> e.city) AS cities
    FROM ends e JOIN ends h ON h.relation_id = e.relation_id AND h.is_hub
    GROUP BY e.relation_id
  ), regions AS MATERIALIZED (
    SELECT e.relation_id, array_agg(DISTINCT left(e.nuts, level.letters)) AS codes
    FROM ends e CROSS JOIN (VALUES (3), (4), (5)) AS level(letters)
    WHERE e.nuts IS NOT NULL GROUP BY e.relation_id
  )
  INSERT INTO "relation_reach" AS old (relation_id, regions, country_ties, region_ties, city_ties)
  SELECT asked.id, coalesce(regions.codes, '{}'), coalesce(ties.countries, '{}'), coalesce(ties.regions, '{}'), coalesce(ties.cities, '{}')
  FROM asked
  LEFT JOIN ties ON ties.relation_id = asked.id
  LEFT JOIN regions ON regions.relation_id = asked.id
  ORDER BY asked.id
  ON CONFLICT (relation_id) DO UPDATE SET regions = excluded.regions, country_ties = excluded.country_ties,
    region_ties = excluded.region_ties, city_ties = excluded.city_ties
  WHERE (old.regions, old.country_ties, old.region_ties, old.city_ties)
    IS DISTINCT FROM (excluded.regions, excluded.country_ties, excluded.region_ties, excluded.city_ties)
$$;

CREATE OR REPLACE FUNCTION relation_party_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  relation_ids uuid[] := ARRAY(SELECT DISTINCT relation_id FROM changed);
BEGIN
  PERFORM refresh_relation_countries(relation_ids);
  PERFORM refresh_relation_reach(relation_ids);
  RETURN NULL;
END $$;

CREATE FUNCTION actor_place_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_relation_reach(ARRAY(
    SELECT DISTINCT rp.relation_id FROM after_change n JOIN before_change o USING (id)
    JOIN "relation_party" rp ON rp.actor_id = n.id
    WHERE (n.country, n.nuts_code, n.place_id, n.public_longitude IS NULL)
      IS DISTINCT FROM (o.country, o.nuts_code, o.place_id, o.public_longitude IS NULL)
  ));
  RETURN NULL;
END $$;
CREATE TRIGGER actor_place_updated AFTER UPDATE ON "actor" REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION actor_place_changed();

CREATE FUNCTION relation_holder_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_relation_reach(ARRAY(
    SELECT n.id FROM after_change n JOIN before_change o USING (id) WHERE n.holder_id IS DISTINCT FROM o.holder_id
  ));
  RETURN NULL;
END $$;
CREATE TRIGGER relation_holder_updated AFTER UPDATE ON "relation" REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION relation_holder_changed();

SELECT refresh_relation_reach(ARRAY(SELECT id FROM "relation"));

-- It holds codes only: no words to take out. The list is that of the migration of persons and privacy, with this table.
CREATE OR REPLACE FUNCTION erasable_columns() RETURNS TABLE (of_table text, columns text, assignments text, ids text)
LANGUAGE sql STABLE AS $$
  SELECT t.relname::text,
    string_agg(format('t.%I::text', a.attname), ', ' ORDER BY a.attnum) FILTER (WHERE is_text),
    string_agg(format(
      CASE typ.typname
        WHEN 'jsonb' THEN '%1$I = erased_json(t.%1$I, $2, $3)'
        WHEN '_text' THEN '%1$I = (SELECT coalesce(array_agg(regexp_replace(v, $2, ''[…]'', ''gi'')), ''{}'') FROM unnest(t.%1$I) v)'
        ELSE CASE WHEN a.attnotnull THEN '%1$I = regexp_replace(t.%1$I::text, $2, ''[…]'', ''gi'')'
          ELSE '%1$I = CASE WHEN lower(t.%1$I::text) = ANY($3) THEN NULL ELSE regexp_replace(t.%1$I::text, $2, ''[…]'', ''gi'') END' END
      END, a.attname), ', ' ORDER BY a.attnum) FILTER (WHERE is_text),
    string_agg(format('t.%I', a.attname), ', ') FILTER (WHERE typ.typname = 'uuid'
      AND a.attname IN ('id', 'record_id', 'actor_id', 'relation_id', 'kept_id', 'merged_id'))
  FROM pg_class t
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  JOIN pg_type typ ON typ.oid = a.atttypid
  CROSS JOIN LATERAL (SELECT typ.typname IN ('text', 'varchar', 'citext', 'jsonb', '_text')
    AND a.attname NOT IN ('folded_label', 'reader', 'template', 'purpose', 'action', 'kind')
    AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisunique AND a.attnum = ANY(i.indkey)) AS is_text) x
  WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r'
    AND t.relname NOT IN ('_prisma_migrations', 'audit_entry', 'place', 'place_name', 'nuts_region', 'relation_reach', 'reference_data',
      'code_entry', 'user', 'session', 'recovery_code', 'known_device', 'person', 'erasure', 'setting', 'data_version',
      'limit_counter', 'actor_name', 'actor_identifier', 'invitation', 'data_request')
  GROUP BY t.relname HAVING count(*) FILTER (WHERE is_text) > 0
$$;

-- Actors by NUTS region: a region's list, and numbers of all regions read from the index alone.
CREATE INDEX actor_public_region ON "actor" (nuts_code text_pattern_ops, kind)
  WHERE status = 'published' AND visibility = 'public';
