-- What the public atlas in memory has missed (docs/decisions/025): ids of changed records, with the transaction that changed
-- them, so that a reader who knows what it has seen (a snapshot) finds all that was committed since, however late.

-- CreateTable
CREATE TABLE "census_change" (
    "id" BIGSERIAL NOT NULL,
    "xid" BIGINT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_ids" UUID[],
    "relation_ids" UUID[],
    "is_all" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "census_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "census_change_xid_idx" ON "census_change"("xid");

-- CreateTable
CREATE TABLE "census_epoch" (
    "id" INTEGER NOT NULL,
    "epoch" UUID NOT NULL,
    "pruned_xid" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "census_epoch_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "census_epoch" ADD CONSTRAINT census_epoch_one CHECK (id = 1);

-- More than this many in one statement, and reading all anew is quicker.
CREATE FUNCTION note_census(actors uuid[], relations uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(cardinality(actors), 0) + coalesce(cardinality(relations), 0) = 0 THEN
    RETURN;
  END IF;
  IF coalesce(cardinality(actors), 0) + coalesce(cardinality(relations), 0) > 50000 THEN
    INSERT INTO census_change (xid, actor_ids, relation_ids, is_all) VALUES (pg_current_xact_id()::text::bigint, '{}', '{}', TRUE);
  ELSE
    INSERT INTO census_change (xid, actor_ids, relation_ids)
    VALUES (pg_current_xact_id()::text::bigint, coalesce(actors, '{}'), coalesce(relations, '{}'));
  END IF;
END $$;

CREATE FUNCTION census_all_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO census_change (xid, actor_ids, relation_ids, is_all) VALUES (pg_current_xact_id()::text::bigint, '{}', '{}', TRUE);
  RETURN NULL;
END $$;

CREATE FUNCTION census_actor_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_census((SELECT array_agg(c.id) FROM changed c WHERE c.status = 'published' AND c.visibility = 'public'), '{}');
  RETURN NULL;
END $$;

-- Whoever is shown or hidden shows or hides the relations it is in.
CREATE FUNCTION census_actor_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actors uuid[];
  turned uuid[];
BEGIN
  SELECT array_agg(c.id), array_agg(c.id) FILTER (WHERE c.was_public <> c.is_public) INTO actors, turned FROM (
    SELECT n.id, o.status = 'published' AND o.visibility = 'public' AS was_public,
           n.status = 'published' AND n.visibility = 'public' AS is_public
    FROM before_change o JOIN after_change n USING (id)
    WHERE (o.status, o.visibility, o.mz, o.public_longitude, o.public_latitude, o.kind, o.country, o.home_territory_id, o.nuts_code, o.place_id, o.sectors, o.verified_at)
      IS DISTINCT FROM (n.status, n.visibility, n.mz, n.public_longitude, n.public_latitude, n.kind, n.country, n.home_territory_id, n.nuts_code, n.place_id, n.sectors, n.verified_at)
  ) AS c WHERE c.was_public OR c.is_public;
  PERFORM note_census(actors, ARRAY(
    SELECT rp.relation_id FROM relation_party rp WHERE rp.actor_id = ANY(turned)
    UNION SELECT r.id FROM relation r WHERE r.holder_id = ANY(turned)));
  RETURN NULL;
END $$;

CREATE FUNCTION census_relation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_census('{}', (SELECT array_agg(c.id) FROM changed c WHERE c.status = 'published' AND c.visibility = 'public'));
  RETURN NULL;
END $$;

CREATE FUNCTION census_relation_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_census('{}', (
    SELECT array_agg(n.id) FROM before_change o JOIN after_change n USING (id)
    WHERE (o.status = 'published' AND o.visibility = 'public' OR n.status = 'published' AND n.visibility = 'public')
      AND (o.status, o.visibility, o.type, o.direction, o.state, o.started, o.ended, o.renewed, o.programme, o.themes, o.sectors, o.holder_id, o.verified_at, o.countries, o.is_international)
        IS DISTINCT FROM (n.status, n.visibility, n.type, n.direction, n.state, n.started, n.ended, n.renewed, n.programme, n.themes, n.sectors, n.holder_id, n.verified_at, n.countries, n.is_international)));
  RETURN NULL;
END $$;

-- Parties and reach of a relation.
CREATE FUNCTION census_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_census('{}', ARRAY(SELECT DISTINCT c.relation_id FROM changed c));
  RETURN NULL;
END $$;

-- Where places of the gazetteer lie, which only new reference data change.
CREATE FUNCTION census_place_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM before_change o JOIN after_change n USING (id)
    WHERE (o.country, o.longitude, o.latitude, o.nuts_code) IS DISTINCT FROM (n.country, n.longitude, n.latitude, n.nuts_code)
  ) THEN
    INSERT INTO census_change (xid, actor_ids, relation_ids, is_all) VALUES (pg_current_xact_id()::text::bigint, '{}', '{}', TRUE);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER census_actor_inserted AFTER INSERT ON "actor" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_actor_changed();
CREATE TRIGGER census_actor_deleted AFTER DELETE ON "actor" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_actor_changed();
CREATE TRIGGER census_actor_updated AFTER UPDATE ON "actor" REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION census_actor_updated();
CREATE TRIGGER census_relation_inserted AFTER INSERT ON "relation" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_relation_changed();
CREATE TRIGGER census_relation_deleted AFTER DELETE ON "relation" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_relation_changed();
CREATE TRIGGER census_relation_updated AFTER UPDATE ON "relation" REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION census_relation_updated();
CREATE TRIGGER census_party_inserted AFTER INSERT ON "relation_party" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_part_changed();
CREATE TRIGGER census_party_deleted AFTER DELETE ON "relation_party" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_part_changed();
CREATE TRIGGER census_party_updated AFTER UPDATE ON "relation_party" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_part_changed();
CREATE TRIGGER census_reach_inserted AFTER INSERT ON "relation_reach" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_part_changed();
CREATE TRIGGER census_reach_deleted AFTER DELETE ON "relation_reach" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_part_changed();
CREATE TRIGGER census_reach_updated AFTER UPDATE ON "relation_reach" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION census_part_changed();
CREATE TRIGGER census_place_updated AFTER UPDATE ON "place" REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION census_place_updated();
CREATE TRIGGER census_nuts_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "nuts_region" FOR EACH STATEMENT EXECUTE FUNCTION census_all_changed();
CREATE TRIGGER census_actor_emptied AFTER TRUNCATE ON "actor" FOR EACH STATEMENT EXECUTE FUNCTION census_all_changed();
CREATE TRIGGER census_relation_emptied AFTER TRUNCATE ON "relation" FOR EACH STATEMENT EXECUTE FUNCTION census_all_changed();
CREATE TRIGGER census_party_emptied AFTER TRUNCATE ON "relation_party" FOR EACH STATEMENT EXECUTE FUNCTION census_all_changed();
CREATE TRIGGER census_reach_emptied AFTER TRUNCATE ON "relation_reach" FOR EACH STATEMENT EXECUTE FUNCTION census_all_changed();
