-- What is long is compressed several times faster by LZ4, where the server has it; what is there already stays as it is.
DO $$
DECLARE long record;
BEGIN
  IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
    FOR long IN
      SELECT attrelid::regclass AS owner, attname FROM pg_attribute
      WHERE attrelid IN ('papers'::regclass, 'reviews'::regclass, 'review_drafts'::regclass, 'review_revisions'::regclass,
          'paper_search'::regclass, 'review_search'::regclass, 'idempotency_keys'::regclass)
        AND attnum > 0 AND NOT attisdropped AND attstorage = 'x'
    LOOP
      EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET COMPRESSION lz4', long.owner, long.attname);
    END LOOP;
  END IF;
END $$;
