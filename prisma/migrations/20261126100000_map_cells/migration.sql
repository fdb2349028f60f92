-- Sums over the cells of a grid, for maps and counts that need not read the actors (docs/decisions/018).

-- CreateTable
CREATE TABLE "map_cell" (
    "level" SMALLINT NOT NULL,
    "cell" BIGINT NOT NULL,
    "kind" "actor_kind" NOT NULL,
    "country" CHAR(2) NOT NULL,
    "home" UUID NOT NULL,
    "actors" INTEGER NOT NULL,
    "mx" BIGINT NOT NULL,
    "my" BIGINT NOT NULL,
    "west" INTEGER NOT NULL,
    "east" INTEGER NOT NULL,
    "north" INTEGER NOT NULL,
    "south" INTEGER NOT NULL,
    "one" UUID NOT NULL,

    CONSTRAINT "map_cell_pkey" PRIMARY KEY ("level","cell","kind","country","home")
);

-- CreateTable
CREATE TABLE "map_change" (
    "id" BIGSERIAL NOT NULL,
    "cell" BIGINT NOT NULL,
    "kind" "actor_kind" NOT NULL,
    "country" CHAR(2) NOT NULL,
    "home" UUID NOT NULL,
    "is_gain" BOOLEAN NOT NULL,
    "actors" INTEGER NOT NULL,
    "mx" BIGINT NOT NULL,
    "my" BIGINT NOT NULL,
    "west" INTEGER NOT NULL,
    "east" INTEGER NOT NULL,
    "north" INTEGER NOT NULL,
    "south" INTEGER NOT NULL,
    "one" UUID NOT NULL,
    "is_first" BOOLEAN NOT NULL,

    CONSTRAINT "map_change_pkey" PRIMARY KEY ("id")
);

-- ---------------------------------------------------------------- keeping the sums

-- The finest level is 11 (cells of 20 km at the equator, those of zoom 9), so a code of 60 bits loses 38 there. No home
-- is the nil UUID, because a key has no NULL.

CREATE FUNCTION map_home(home uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(home, '00000000-0000-0000-0000-000000000000'::uuid)
$$;

-- Notes what a statement brought into the cells of the finest level, and which it took something out of. Only the first
-- note of a statement calls the trigger below.
CREATE FUNCTION note_map_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO map_change (cell, kind, country, home, is_gain, actors, mx, my, west, east, north, south, one, is_first)
  SELECT n.mz >> 38, n.kind, n.country, map_home(n.home_territory_id), TG_OP = 'INSERT', count(*), sum(n.mx), sum(n.my), min(n.mx),
         max(n.mx), min(n.my), max(n.my), min(n.id::text COLLATE "C")::uuid, row_number() OVER () = 1
  FROM changed n WHERE n.status = 'published' AND n.visibility = 'public' AND n.mz IS NOT NULL
  GROUP BY 1, 2, 3, 4;
  RETURN NULL;
END $$;

CREATE FUNCTION note_map_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO map_change (cell, kind, country, home, is_gain, actors, mx, my, west, east, north, south, one, is_first)
  SELECT n.mz >> 38, n.kind, n.country, map_home(n.home), n.is_gain, count(*), sum(n.mx), sum(n.my), min(n.mx), max(n.mx), min(n.my),
         max(n.my), min(n.id::text COLLATE "C")::uuid, row_number() OVER () = 1
  FROM (
    SELECT id, side.* FROM before_change o JOIN after_change n USING (id) CROSS JOIN LATERAL (VALUES
      (FALSE, o.mz, o.mx, o.my, o.kind, o.country, o.home_territory_id, o.status = 'published' AND o.visibility = 'public'),
      (TRUE, n.mz, n.mx, n.my, n.kind, n.country, n.home_territory_id, n.status = 'published' AND n.visibility = 'public')
    ) AS side(is_gain, mz, mx, my, kind, country, home, is_public)
    WHERE (o.mz, o.kind, o.country, o.home_territory_id, o.status = 'published' AND o.visibility = 'public')
      IS DISTINCT FROM (n.mz, n.kind, n.country, n.home_territory_id, n.status = 'published' AND n.visibility = 'public')
  ) AS n WHERE n.is_public AND n.mz IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5;
  RETURN NULL;
END $$;

CREATE TRIGGER map_actor_inserted AFTER INSERT ON "actor" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_map_change();
CREATE TRIGGER map_actor_deleted AFTER DELETE ON "actor" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_map_change();
CREATE TRIGGER map_actor_updated AFTER UPDATE ON "actor" REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION note_map_update();

-- At the commit. What only gained is added; what lost an actor is summed anew, the finest level from the actors, each
-- coarser one from the four cells below it. What stands in map_change are the transaction's own notes, for all others are
-- gone or not visible. One transaction at a time does this, and sees what the one before has committed; the lock is held
-- for the commit only, not for the whole import. Every step is a few look-ups by key: the planner knows nothing of the
-- notes, and would read whole tables instead.
CREATE FUNCTION refresh_map_cells() RETURNS trigger LANGUAGE plpgsql
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET jit = off AS $$
DECLARE
  notes map_change[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('map_cell'));
  WITH taken AS (DELETE FROM map_change c RETURNING c) SELECT array_agg(c) INTO notes FROM taken;
  IF notes IS NULL THEN
    RETURN NULL; -- another statement of this transaction has called for all of them
  END IF;
  FOR depth IN REVERSE 11..2 LOOP
    SELECT array_agg(ROW(0, t.*, FALSE)::map_change) INTO notes FROM (
      SELECT cell >> CASE depth WHEN 11 THEN 0 ELSE 2 END, kind, country, home, bool_and(is_gain), sum(actors)::integer,
             sum(mx)::bigint, sum(my)::bigint, min(west), max(east), min(north), max(south), min(one::text COLLATE "C")::uuid
      FROM unnest(notes) GROUP BY 1, 2, 3, 4
    ) AS t;
    INSERT INTO map_cell AS m (level, cell, kind, country, home, actors, mx, my, west, east, north, south, one)
    SELECT depth, cell, kind, country, home, actors, mx, my, west, east, north, south, one FROM unnest(notes) WHERE is_gain
    ON CONFLICT (level, cell, kind, country, home) DO UPDATE SET
      actors = m.actors + excluded.actors, mx = m.mx + excluded.mx, my = m.my + excluded.my,
      west = least(m.west, excluded.west), east = greatest(m.east, excluded.east),
      north = least(m.north, excluded.north), south = greatest(m.south, excluded.south), one = least(m.one, excluded.one);
    DELETE FROM map_cell m USING unnest(notes) AS t
    WHERE NOT t.is_gain AND m.level = depth AND m.cell = t.cell AND m.kind = t.kind AND m.country = t.country AND m.home = t.home;
    IF depth = 11 THEN
      INSERT INTO map_cell (level, cell, kind, country, home, actors, mx, my, west, east, north, south, one)
      SELECT depth, t.cell, t.kind, t.country, t.home, found.* FROM unnest(notes) AS t CROSS JOIN LATERAL (
        SELECT count(*) AS actors, sum(a.mx), sum(a.my), min(a.mx), max(a.mx), min(a.my), max(a.my),
               min(a.id::text COLLATE "C")::uuid
        FROM actor a
        WHERE a.status = 'published' AND a.visibility = 'public' AND a.mz >= t.cell << 38 AND a.mz < (t.cell + 1) << 38
          AND a.kind = t.kind AND a.country = t.country AND map_home(a.home_territory_id) = t.home
      ) AS found WHERE NOT t.is_gain AND found.actors > 0;
    ELSE
      INSERT INTO map_cell (level, cell, kind, country, home, actors, mx, my, west, east, north, south, one)
      SELECT depth, t.cell, t.kind, t.country, t.home, found.* FROM unnest(notes) AS t CROSS JOIN LATERAL (
        SELECT sum(m.actors) AS actors, sum(m.mx), sum(m.my), min(m.west), max(m.east), min(m.north), max(m.south),
               min(m.one::text COLLATE "C")::uuid
        FROM map_cell m
        WHERE m.level = depth + 1 AND m.cell = ANY(ARRAY[t.cell * 4, t.cell * 4 + 1, t.cell * 4 + 2, t.cell * 4 + 3])
          AND m.kind = t.kind AND m.country = t.country AND m.home = t.home
      ) AS found WHERE NOT t.is_gain AND found.actors > 0;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER map_change_noted AFTER INSERT ON "map_change" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.is_first) EXECUTE FUNCTION refresh_map_cells();

-- The same from nothing: for this migration, and for whoever has changed the actors behind the triggers' back.
CREATE FUNCTION rebuild_map_cells() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('map_cell'));
  DELETE FROM map_cell;
  INSERT INTO map_cell (level, cell, kind, country, home, actors, mx, my, west, east, north, south, one)
  SELECT 11, a.mz >> 38, a.kind, a.country, map_home(a.home_territory_id), count(*), sum(a.mx), sum(a.my), min(a.mx), max(a.mx),
         min(a.my), max(a.my), min(a.id::text COLLATE "C")::uuid
  FROM actor a WHERE a.status = 'published' AND a.visibility = 'public' AND a.mz IS NOT NULL
  GROUP BY 2, 3, 4, 5;
  FOR finer IN REVERSE 11..3 LOOP
    INSERT INTO map_cell (level, cell, kind, country, home, actors, mx, my, west, east, north, south, one)
    SELECT finer - 1, m.cell >> 2, m.kind, m.country, m.home, sum(m.actors), sum(m.mx), sum(m.my), min(m.west), max(m.east),
           min(m.north), max(m.south), min(m.one::text COLLATE "C")::uuid
    FROM map_cell m WHERE m.level = finer GROUP BY 2, 3, 4, 5;
  END LOOP;
END $$;
SELECT rebuild_map_cells();
