-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "reply_to" TEXT;

-- ---------------------------------------------------------------- what Prisma cannot say

-- Asked for at every link of a mail and at every save of a contact person.
CREATE INDEX person_email ON "person" (lower(email));

-- A contact person is public only once the notice has really left: whoever sends mails need not know of persons.
CREATE FUNCTION person_notice_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE person SET notice_sent_on = (NEW.sent_at AT TIME ZONE 'UTC')::date
  WHERE id = (NEW.link->'subject'->>'personId')::uuid AND lower(email) = lower(NEW.recipient);
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_notice_sent AFTER UPDATE OF state ON "outbox_mail" FOR EACH ROW
  WHEN (NEW.state = 'sent' AND OLD.state <> 'sent' AND NEW.template = 'persons.notice')
  EXECUTE FUNCTION person_notice_sent();

-- ---- erasure: every text of every table, so that a table made next year is not forgotten

-- Left out: what is published elsewhere, what only grows and holds no value, and what names accounts and persons, who
-- are erased as rows. Columns of unique indexes are addresses and keys, not texts.
CREATE FUNCTION erasable_columns() RETURNS TABLE (of_table text, columns text, assignments text, ids text)
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
    AND t.relname NOT IN ('_prisma_migrations', 'audit_entry', 'place', 'place_name', 'nuts_region', 'reference_data',
      'code_entry', 'user', 'session', 'recovery_code', 'known_device', 'person', 'erasure', 'setting', 'data_version',
      'limit_counter', 'actor_name', 'actor_identifier', 'invitation', 'data_request')
  GROUP BY t.relname HAVING count(*) FILTER (WHERE is_text) > 0
$$;

-- What stands between words is no letter or digit; around an address also none of the signs an address may hold.
CREATE FUNCTION erasable_pattern(words text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(
    CASE WHEN w LIKE '%@%' THEN '(?<![[:alnum:]._%+-])' || e || '(?![[:alnum:]-])'
      ELSE '(?<![[:alnum:]])' || e || '(?![[:alnum:]])' END, '|' ORDER BY length(w) DESC)
  FROM unnest(words) w, LATERAL (SELECT regexp_replace(w, '[][(){}.*+?^$|\\]', '\\\&', 'g') AS e) x
$$;

CREATE FUNCTION erasable_likes(words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg('%' || regexp_replace(lower(w), '[%_\\]', '\\\&', 'g') || '%') FROM unnest(words) w
$$;

-- An address that is the whole value of `email` or `phone` goes with its name: `[…]` would be no address any more.
CREATE FUNCTION erased_json(value jsonb, pattern text, words text[]) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  member text := '"(?:email|phone|replyTo)": "(?:' || (SELECT string_agg(regexp_replace(w, '[][(){}.*+?^$|\\]', '\\\&', 'g'), '|') FROM unnest(words) w) || ')"';
  words_gone text := value::text;
BEGIN
  words_gone := regexp_replace(words_gone, ', ' || member, '', 'gi');
  words_gone := regexp_replace(words_gone, member || '(?:, )?', '', 'gi');
  RETURN regexp_replace(words_gone, pattern, '[…]', 'gi')::jsonb;
END $$;

-- Rows that hold one of these words. `record` is the record a row is about, as far as it says.
CREATE FUNCTION find_words(words text[]) RETURNS TABLE (of_table text, id text, record_kind text, record_id text, at text)
LANGUAGE plpgsql STABLE AS $$
DECLARE c record;
BEGIN
  IF cardinality(words) = 0 THEN RETURN; END IF;
  FOR c IN SELECT * FROM erasable_columns()
    UNION ALL SELECT 'actor_name', 't.value, t.folded', '', 't.actor_id'
  LOOP
    RETURN QUERY EXECUTE format(
      'SELECT %L::text, j->>''id'', j->>''record_kind'', coalesce(j->>''record_id'', j->>''actor_id'', j->>''relation_id'', j->>''id''), j->>''created_at''
       FROM %I t CROSS JOIN LATERAL (SELECT to_jsonb(t) AS j) x
       WHERE lower(concat_ws(chr(10), %s)) LIKE ANY($1) AND concat_ws(chr(10), %s) ~* $2',
      c.of_table, c.of_table, c.columns, c.columns)
    USING erasable_likes(words), erasable_pattern(words);
  END LOOP;
END $$;

-- Takes these words out of every text, or of the tables and records named. Returns the number of rows that changed.
CREATE FUNCTION erase_words(words text[], tables text[], records uuid[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE c record; total bigint := 0; changed bigint;
BEGIN
  IF cardinality(words) = 0 THEN RETURN 0; END IF;
  FOR c IN SELECT * FROM erasable_columns() e
    WHERE (tables IS NULL OR e.of_table = ANY(tables)) AND (records IS NULL OR e.ids IS NOT NULL)
  LOOP
    EXECUTE format(
      'UPDATE %I t SET %s%s WHERE lower(concat_ws(chr(10), %s)) LIKE ANY($1) AND ($4 IS NULL OR ARRAY[%s]::uuid[] && $4)',
      c.of_table, c.assignments,
      -- A form that was opened before does not bring the words back unseen.
      CASE WHEN c.of_table IN ('actor', 'relation', 'practice', 'plan', 'activity', 'territory') THEN ', version = t.version + 1' ELSE '' END,
      c.columns, coalesce(c.ids, 'NULL'))
    USING erasable_likes(words), erasable_pattern(words), ARRAY(SELECT lower(w) FROM unnest(words) w), records;
    GET DIAGNOSTICS changed = ROW_COUNT;
    total := total + changed;
  END LOOP;
  RETURN total;
END $$;
