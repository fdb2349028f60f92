-- Records outlive their writers. Every column that says who wrote, changed or decided something is named `…_by_id` or
-- `author_id` (of a deed on many records `user_id`) and has no foreign key; whoever deletes their account is forgotten
-- in all of them. The audit log keeps ids, which then lead to nobody.
CREATE FUNCTION forget_authorship(who uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  place record;
BEGIN
  FOR place IN
    SELECT c.table_name, c.column_name
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.data_type = 'uuid'
      AND c.is_nullable = 'YES' AND (c.column_name LIKE '%\_by\_id' OR c.column_name = 'author_id'
        OR (c.table_name = 'bulk_deed' AND c.column_name = 'user_id'))
  LOOP
    EXECUTE format('UPDATE %I SET %I = NULL WHERE %I = $1', place.table_name, place.column_name, place.column_name)
      USING who;
  END LOOP;
END $$;
