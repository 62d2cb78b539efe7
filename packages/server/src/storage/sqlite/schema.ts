/**
 * One entry per schema version, never changed once published. Objects are stored as their wire JSON; columns are
 * what queries need. `position` is the insertion order, which breaks ties of `created_at`.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE assistants (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX assistants_by_owner ON assistants (owner, created_at, position);

  CREATE TABLE threads (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX threads_by_owner ON threads (owner, created_at, position);

  CREATE TABLE runs (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    status TEXT NOT NULL,
    expires_at INTEGER,
    ended_at INTEGER,
    last_seq INTEGER NOT NULL DEFAULT 0,
    dropped_seq INTEGER NOT NULL DEFAULT 0,
    pending_usage TEXT,
    worker_id TEXT,
    lease_until INTEGER NOT NULL DEFAULT 0,
    attempt INTEGER NOT NULL DEFAULT 0,
    recoveries INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX runs_by_thread ON runs (thread_id, created_at, position);
  -- The thread's lock: at most one active run, whichever process starts it.
  CREATE UNIQUE INDEX one_active_run ON runs (thread_id)
    WHERE status IN ('queued', 'in_progress', 'requires_action', 'cancelling');
  CREATE INDEX active_runs ON runs (position)
    WHERE status IN ('queued', 'in_progress', 'requires_action', 'cancelling');
  CREATE INDEX ended_runs ON runs (ended_at) WHERE ended_at IS NOT NULL AND dropped_seq < last_seq;

  CREATE TABLE messages (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    run_id TEXT,
    created_at INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX messages_by_thread ON messages (thread_id, created_at, position);
  CREATE INDEX messages_by_run ON messages (run_id, created_at, position) WHERE run_id IS NOT NULL;

  CREATE TABLE steps (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    run_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX steps_by_run ON steps (run_id, created_at, position);
  CREATE INDEX steps_by_thread ON steps (thread_id);

  CREATE TABLE events (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (run_id, seq)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE answers (
    owner TEXT NOT NULL,
    key TEXT NOT NULL,
    thread_id TEXT REFERENCES threads (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (owner, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX answers_by_thread ON answers (thread_id) WHERE thread_id IS NOT NULL;
  DROP INDEX steps_by_thread;
  CREATE INDEX steps_by_thread ON steps (thread_id, created_at, position);
  CREATE INDEX answers_by_time ON answers (created_at);
  CREATE INDEX active_runs_by_owner ON runs (owner)
    WHERE status IN ('queued', 'in_progress', 'requires_action', 'cancelling');
  `,
  `
  CREATE TABLE files (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX files_by_owner ON files (owner, created_at, position);
  -- Apart, so that reading a name does not read megabytes.
  CREATE TABLE file_contents (
    file_id TEXT PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    bytes BLOB NOT NULL
  ) STRICT;
  `,
  `
  -- Of the engine that wrote the step, for its provider alone; beside the body, which travels.
  ALTER TABLE steps ADD COLUMN private TEXT;
  `,
  `
  -- The number of the run's last event that a body includes. Later deltas continue an open message or step.
  ALTER TABLE messages ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE steps ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
  UPDATE messages SET seq = coalesce((SELECT last_seq FROM runs WHERE runs.id = run_id), 0) WHERE run_id IS NOT NULL;
  UPDATE steps SET seq = coalesce((SELECT last_seq FROM runs WHERE runs.id = run_id), 0);
  -- The order within a thread is that of insertion: a clock that is set back must not reorder a conversation.
  DROP INDEX messages_by_thread;
  DROP INDEX messages_by_run;
  DROP INDEX steps_by_run;
  DROP INDEX steps_by_thread;
  DROP INDEX runs_by_thread;
  CREATE INDEX messages_by_thread ON messages (thread_id, position);
  CREATE INDEX messages_by_run ON messages (run_id, position) WHERE run_id IS NOT NULL;
  CREATE INDEX steps_by_run ON steps (run_id, position);
  CREATE INDEX steps_by_thread ON steps (thread_id, position);
  CREATE INDEX runs_by_thread ON runs (thread_id, position);
  `,
  `
  -- In chunks, which are written and read one at a time. Stored before the row of their file, so without a reference to it.
  CREATE TABLE file_chunks (
    file_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (file_id, position)
  ) STRICT;
  WITH RECURSIVE parts (file_id, position) AS (
    SELECT file_id, 0 FROM file_contents
    UNION ALL
    SELECT file_id, position + 1 FROM parts JOIN file_contents USING (file_id)
    WHERE (position + 1) * 262144 < length(bytes)
  )
  INSERT INTO file_chunks
    SELECT file_id, position, substr(bytes, position * 262144 + 1, 262144) FROM parts JOIN file_contents USING (file_id);
  DROP TABLE file_contents;
  CREATE TRIGGER delete_file_chunks AFTER DELETE ON files BEGIN
    DELETE FROM file_chunks WHERE file_id = OLD.id;
  END;
  `,
  `
  -- The events of a commit in one row, as lines: a row per event cost more. Appended to the table, whichever run they are of.
  CREATE TABLE event_batches (
    run_position INTEGER NOT NULL REFERENCES runs (position) ON DELETE CASCADE,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    lines TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX event_batches_by_run ON event_batches (run_position, last_seq);
  INSERT INTO event_batches
    SELECT runs.position, seq, seq, event || char(9) || data FROM events JOIN runs ON runs.id = run_id
    ORDER BY runs.position, seq;
  DROP TABLE events;
  `,
  `
  -- To add up by index what an owner stores. 0 for a body that cannot be read.
  ALTER TABLE files ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
  UPDATE files SET bytes = CAST(coalesce(json_extract(body, '$.bytes'), 0) AS INTEGER) WHERE json_valid(body);
  CREATE INDEX file_bytes_by_owner ON files (owner, bytes);
  `,
  `
  -- Who started the run, as JSON, for the tools that the server executes on their behalf.
  ALTER TABLE runs ADD COLUMN principal TEXT;
  `,
  `
  -- To list the files of a purpose, and to find those that have expired. Empty for a body that cannot be read.
  ALTER TABLE files ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
  ALTER TABLE files ADD COLUMN expires_at INTEGER;
  UPDATE files SET purpose = coalesce(json_extract(body, '$.purpose'), '') WHERE json_valid(body);
  CREATE INDEX files_by_expiry ON files (expires_at) WHERE expires_at IS NOT NULL;
  `,
  `
  -- The numbers of files by status and their bytes are kept by triggers: there may be 10,000 files.
  CREATE TABLE vector_stores (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    expires_at INTEGER,
    has_expired INTEGER NOT NULL DEFAULT 0,
    in_progress INTEGER NOT NULL DEFAULT 0,
    completed INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    cancelled INTEGER NOT NULL DEFAULT 0,
    usage_bytes INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX vector_stores_by_owner ON vector_stores (owner, created_at, position);
  CREATE INDEX vector_store_bytes_by_owner ON vector_stores (owner, usage_bytes) WHERE has_expired = 0;
  CREATE INDEX vector_stores_by_expiry ON vector_stores (expires_at) WHERE has_expired = 0 AND expires_at IS NOT NULL;

  CREATE TABLE vector_store_batches (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    store_position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    is_cancelled INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX vector_store_batches_by_store ON vector_store_batches (store_position);

  -- Without a reference to their vector store: when it is deleted, they are deleted later, some at a time.
  CREATE TABLE vector_store_files (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    store_position INTEGER NOT NULL,
    file_id TEXT NOT NULL,
    batch_position INTEGER,
    created_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'in_progress',
    last_error TEXT,
    usage_bytes INTEGER NOT NULL DEFAULT 0,
    segments INTEGER NOT NULL DEFAULT 0,
    -- '' for a content without vectors, and null for a file without content.
    embedding_model TEXT,
    worker_id TEXT,
    lease_until INTEGER NOT NULL DEFAULT 0,
    attempt INTEGER NOT NULL DEFAULT 0,
    UNIQUE (file_id, store_position)
  ) STRICT;
  CREATE INDEX vector_store_files_by_store ON vector_store_files (store_position, created_at, position, status);
  CREATE INDEX vector_store_files_by_batch ON vector_store_files (batch_position, status)
    WHERE batch_position IS NOT NULL;
  CREATE INDEX vector_store_files_by_model ON vector_store_files (embedding_model) WHERE embedding_model IS NOT NULL;
  CREATE INDEX waiting_vector_store_files ON vector_store_files (position) WHERE status = 'in_progress';

  -- What an attempt to process a file has stored. That of the last attempt can be read once the file is completed.
  CREATE TABLE vector_segments (
    file_position INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (file_position, attempt, number)
  ) STRICT;
  CREATE TABLE vector_chunks (
    file_position INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (file_position, attempt, number)
  ) STRICT;

  -- What is left to delete: the files and batches of deleted vector stores, and contents that no file has any more.
  CREATE TABLE dropped_vector_stores (store_position INTEGER PRIMARY KEY) STRICT;
  CREATE TABLE dropped_vector_contents (
    file_position INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    PRIMARY KEY (file_position, attempt)
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER count_added_store_file AFTER INSERT ON vector_store_files BEGIN
    UPDATE vector_stores SET in_progress = in_progress + 1 WHERE position = NEW.store_position;
  END;
  CREATE TRIGGER count_changed_store_file AFTER UPDATE OF status ON vector_store_files BEGIN
    UPDATE vector_stores SET
      in_progress = in_progress + (NEW.status = 'in_progress') - (OLD.status = 'in_progress'),
      completed = completed + (NEW.status = 'completed') - (OLD.status = 'completed'),
      failed = failed + (NEW.status = 'failed') - (OLD.status = 'failed'),
      cancelled = cancelled + (NEW.status = 'cancelled') - (OLD.status = 'cancelled'),
      usage_bytes = usage_bytes + NEW.usage_bytes - OLD.usage_bytes
    WHERE position = NEW.store_position;
  END;
  CREATE TRIGGER count_removed_store_file AFTER DELETE ON vector_store_files BEGIN
    UPDATE vector_stores SET
      in_progress = in_progress - (OLD.status = 'in_progress'),
      completed = completed - (OLD.status = 'completed'),
      failed = failed - (OLD.status = 'failed'),
      cancelled = cancelled - (OLD.status = 'cancelled'),
      usage_bytes = usage_bytes - OLD.usage_bytes
    WHERE position = OLD.store_position;
  END;

  CREATE TRIGGER drop_content_of_removed_file AFTER DELETE ON vector_store_files WHEN OLD.attempt > 0 BEGIN
    INSERT OR IGNORE INTO dropped_vector_contents VALUES (OLD.position, OLD.attempt);
  END;
  CREATE TRIGGER drop_content_of_attempt AFTER UPDATE OF attempt ON vector_store_files WHEN OLD.attempt > 0 BEGIN
    INSERT OR IGNORE INTO dropped_vector_contents VALUES (OLD.position, OLD.attempt);
  END;
  CREATE TRIGGER drop_content_of_ended_file AFTER UPDATE OF status ON vector_store_files
    WHEN NEW.status IN ('failed', 'cancelled') AND NEW.attempt > 0 BEGIN
    INSERT OR IGNORE INTO dropped_vector_contents VALUES (NEW.position, NEW.attempt);
  END;

  CREATE TRIGGER remove_file_from_vector_stores AFTER DELETE ON files BEGIN
    DELETE FROM vector_store_files WHERE file_id = OLD.id;
  END;
  `,
];
