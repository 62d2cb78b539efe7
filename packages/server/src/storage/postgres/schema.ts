/**
 * The statements of each schema version, never changed once published; `s` is the quoted name of the schema. A version only
 * adds to the one before, so that servers of both versions work side by side during an upgrade.
 *
 * Objects are stored as their wire JSON in `text`: `jsonb` has neither U+0000 nor lone surrogates. Rows of a thread are ordered by
 * `(position, part)`. `position` is counted per thread, under the lock of the thread's row. A run takes a position, and its
 * messages and steps are counted in `part`, under the lock of the run's row: no other transaction can write to the thread
 * meanwhile. So no row becomes visible before one that is ordered before it, as those of a sequence do.
 *
 * Where rows are counted by tenant, the collation "C" makes the owners with a prefix a range of the index.
 */
export const MIGRATIONS: readonly ((s: string) => readonly string[])[] = [
  (s) => [
    // The clock of all servers: leases and deadlines are measured with it. Unix milliseconds.
    `CREATE FUNCTION ${s}.clock_ms() RETURNS bigint LANGUAGE sql VOLATILE AS
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint'`,
    `CREATE TABLE ${s}.assistants (
      id text PRIMARY KEY,
      position bigint GENERATED ALWAYS AS IDENTITY,
      owner text NOT NULL,
      created_at bigint NOT NULL,
      body text NOT NULL
    )`,
    `CREATE INDEX assistants_by_owner ON ${s}.assistants (owner, created_at, position)`,
    `CREATE TABLE ${s}.threads (
      id text PRIMARY KEY,
      position bigint GENERATED ALWAYS AS IDENTITY,
      owner text COLLATE "C" NOT NULL,
      created_at bigint NOT NULL,
      body text NOT NULL,
      last_position bigint NOT NULL DEFAULT 0
    ) WITH (fillfactor = 80)`,
    `CREATE INDEX threads_by_owner ON ${s}.threads (owner, created_at, position)`,
    `CREATE TABLE ${s}.runs (
      id text PRIMARY KEY,
      number bigint GENERATED ALWAYS AS IDENTITY,
      owner text COLLATE "C" NOT NULL,
      thread_id text NOT NULL REFERENCES ${s}.threads ON DELETE CASCADE,
      position bigint NOT NULL,
      part integer NOT NULL DEFAULT 0,
      last_part integer NOT NULL DEFAULT 0,
      created_at bigint NOT NULL,
      body text NOT NULL,
      status text NOT NULL,
      expires_at bigint,
      ended_at bigint,
      last_seq integer NOT NULL DEFAULT 0,
      dropped_seq integer NOT NULL DEFAULT 0,
      pending_usage text,
      worker_id text,
      lease_until bigint NOT NULL DEFAULT 0,
      attempt integer NOT NULL DEFAULT 0,
      recoveries integer NOT NULL DEFAULT 0,
      -- Who started the run, as JSON.
      principal text
    -- Every commit of a run updates its row: the body is kept out of it, and pages have room for the new version.
    ) WITH (fillfactor = 70, toast_tuple_target = 128)`,
    `CREATE INDEX runs_by_thread ON ${s}.runs (thread_id, position)`,
    // The thread's lock: at most one active run, whichever server starts it.
    `CREATE UNIQUE INDEX one_active_run ON ${s}.runs (thread_id)
      WHERE status IN ('queued', 'in_progress', 'requires_action', 'cancelling')`,
    `CREATE INDEX active_runs ON ${s}.runs (number)
      WHERE status IN ('queued', 'in_progress', 'requires_action', 'cancelling')`,
    `CREATE INDEX active_runs_by_owner ON ${s}.runs (owner)
      WHERE status IN ('queued', 'in_progress', 'requires_action', 'cancelling')`,
    `CREATE INDEX ended_runs ON ${s}.runs (ended_at) WHERE ended_at IS NOT NULL AND dropped_seq = 0`,
    `CREATE TABLE ${s}.messages (
      id text PRIMARY KEY,
      owner text NOT NULL,
      thread_id text NOT NULL REFERENCES ${s}.threads ON DELETE CASCADE,
      run_id text,
      position bigint NOT NULL,
      part integer NOT NULL DEFAULT 0,
      seq integer NOT NULL DEFAULT 0,
      created_at bigint NOT NULL,
      body text NOT NULL
    )`,
    `CREATE INDEX messages_by_thread ON ${s}.messages (thread_id, position, part)`,
    `CREATE INDEX messages_by_run ON ${s}.messages (run_id, position, part) WHERE run_id IS NOT NULL`,
    `CREATE TABLE ${s}.steps (
      id text PRIMARY KEY,
      owner text NOT NULL,
      thread_id text NOT NULL REFERENCES ${s}.threads ON DELETE CASCADE,
      run_id text NOT NULL,
      position bigint NOT NULL,
      part integer NOT NULL DEFAULT 0,
      seq integer NOT NULL DEFAULT 0,
      created_at bigint NOT NULL,
      body text NOT NULL
    )`,
    `CREATE INDEX steps_by_thread ON ${s}.steps (thread_id, position, part)`,
    `CREATE INDEX steps_by_run ON ${s}.steps (run_id, position, part)`,
    // Of the engine that wrote the step, for its provider alone. That of a model call is dropped when its run ends.
    `CREATE TABLE ${s}.step_privates (
      step_id text PRIMARY KEY REFERENCES ${s}.steps ON DELETE CASCADE,
      run_id text NOT NULL,
      engine text NOT NULL,
      model text NOT NULL,
      model_call text,
      calls text,
      executions text
    )`,
    `CREATE INDEX step_privates_by_run ON ${s}.step_privates (run_id)`,
    // One row per commit, with the numbers of its first and last event. Event names and data are in lines.
    `CREATE TABLE ${s}.events (
      run_id text NOT NULL REFERENCES ${s}.runs ON DELETE CASCADE,
      seq integer NOT NULL,
      last_seq integer NOT NULL,
      lines text NOT NULL,
      PRIMARY KEY (run_id, seq)
    )`,
    `CREATE TABLE ${s}.idempotency_records (
      owner text NOT NULL,
      key text NOT NULL,
      thread_id text REFERENCES ${s}.threads ON DELETE CASCADE,
      created_at bigint NOT NULL,
      body text NOT NULL,
      PRIMARY KEY (owner, key)
    )`,
    `CREATE INDEX idempotency_records_by_thread ON ${s}.idempotency_records (thread_id) WHERE thread_id IS NOT NULL`,
    `CREATE INDEX idempotency_records_by_time ON ${s}.idempotency_records (created_at)`,
    // Exists while a file is uploaded and as long as it is stored; deleting it deletes everything of the file.
    `CREATE TABLE ${s}.file_contents (
      id text PRIMARY KEY,
      upload text NOT NULL,
      started_at bigint NOT NULL DEFAULT ${s}.clock_ms()
    )`,
    `CREATE TABLE ${s}.files (
      id text PRIMARY KEY REFERENCES ${s}.file_contents ON DELETE CASCADE,
      position bigint GENERATED ALWAYS AS IDENTITY,
      owner text COLLATE "C" NOT NULL,
      created_at bigint NOT NULL,
      bytes bigint NOT NULL,
      purpose text NOT NULL,
      expires_at bigint,
      body text NOT NULL
    )`,
    `CREATE INDEX files_by_expiry ON ${s}.files (expires_at) WHERE expires_at IS NOT NULL`,
    `CREATE INDEX files_by_owner ON ${s}.files (owner, created_at, position) INCLUDE (bytes)`,
    `CREATE TABLE ${s}.file_chunks (
      file_id text NOT NULL REFERENCES ${s}.file_contents ON DELETE CASCADE,
      position integer NOT NULL,
      bytes bytea NOT NULL,
      PRIMARY KEY (file_id, position)
    )`,
    `ALTER TABLE ${s}.file_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL`,
    `CREATE TABLE ${s}.vector_stores (
      id text PRIMARY KEY,
      position bigint GENERATED ALWAYS AS IDENTITY,
      owner text COLLATE "C" NOT NULL,
      created_at bigint NOT NULL,
      body text NOT NULL,
      expires_at bigint,
      has_expired boolean NOT NULL DEFAULT false
    )`,
    `CREATE INDEX vector_stores_by_owner ON ${s}.vector_stores (owner, created_at, position)`,
    `CREATE INDEX vector_stores_by_expiry ON ${s}.vector_stores (expires_at)
      WHERE expires_at IS NOT NULL AND NOT has_expired`,
    `CREATE TABLE ${s}.vector_store_batches (
      id text PRIMARY KEY,
      store_id text NOT NULL REFERENCES ${s}.vector_stores ON DELETE CASCADE,
      created_at bigint NOT NULL,
      is_cancelled boolean NOT NULL DEFAULT false
    )`,
    `CREATE INDEX vector_store_batches_by_store ON ${s}.vector_store_batches (store_id)`,
    // A file of the storage may be in many vector stores, and is there once each.
    `CREATE TABLE ${s}.vector_store_files (
      position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      store_id text NOT NULL REFERENCES ${s}.vector_stores ON DELETE CASCADE,
      file_id text NOT NULL,
      owner text COLLATE "C" NOT NULL,
      batch_id text,
      created_at bigint NOT NULL,
      body text NOT NULL,
      status text NOT NULL DEFAULT 'in_progress',
      last_error text,
      usage_bytes bigint NOT NULL DEFAULT 0,
      segments integer NOT NULL DEFAULT 0,
      embedding_model text COLLATE "C",
      worker_id text,
      lease_until bigint NOT NULL DEFAULT 0,
      attempt integer NOT NULL DEFAULT 0,
      UNIQUE (file_id, store_id)
    ) WITH (fillfactor = 70)`,
    `CREATE INDEX vector_store_files_by_store ON ${s}.vector_store_files (store_id, created_at, position)
      INCLUDE (status, usage_bytes)`,
    `CREATE INDEX vector_store_files_by_batch ON ${s}.vector_store_files (batch_id) WHERE batch_id IS NOT NULL`,
    `CREATE INDEX vector_store_files_by_owner ON ${s}.vector_store_files (owner) INCLUDE (usage_bytes)`,
    `CREATE INDEX vector_store_files_to_process ON ${s}.vector_store_files (position) WHERE status = 'in_progress'`,
    // '' for a content without vectors, and null for a file without content.
    `CREATE INDEX vector_store_files_by_model ON ${s}.vector_store_files (embedding_model) WHERE embedding_model IS NOT NULL`,
    // What one attempt to process a file has stored. Without a file, it is deleted in slices. Ids are random, so that servers that
    // keep contents in memory see no other content by an id, even after a backup was restored.
    `CREATE TABLE ${s}.vector_contents (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      file_position bigint REFERENCES ${s}.vector_store_files ON DELETE SET NULL,
      is_completed boolean NOT NULL DEFAULT false
    )`,
    `CREATE INDEX vector_contents_by_file ON ${s}.vector_contents (file_position)`,
    `CREATE INDEX dropped_vector_contents ON ${s}.vector_contents (id) WHERE file_position IS NULL`,
    `CREATE TABLE ${s}.vector_segments (
      content_id uuid NOT NULL REFERENCES ${s}.vector_contents ON DELETE CASCADE,
      number integer NOT NULL,
      bytes bytea NOT NULL,
      PRIMARY KEY (content_id, number)
    )`,
    `ALTER TABLE ${s}.vector_segments ALTER COLUMN bytes SET STORAGE EXTERNAL`,
    // Texts as JSON.
    `CREATE TABLE ${s}.vector_chunks (
      content_id uuid NOT NULL REFERENCES ${s}.vector_contents ON DELETE CASCADE,
      number integer NOT NULL,
      start bigint NOT NULL,
      body text NOT NULL,
      PRIMARY KEY (content_id, number)
    )`,
    // The last commit of each server, and what it wrote: looked up when its answer was lost.
    `CREATE TABLE ${s}.writers (
      id text PRIMARY KEY,
      last_commit bigint NOT NULL DEFAULT 0,
      written text,
      committed_at bigint NOT NULL DEFAULT ${s}.clock_ms()
    ) WITH (fillfactor = 50)`,
  ],
];
