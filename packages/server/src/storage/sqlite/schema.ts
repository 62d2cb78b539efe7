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
];
