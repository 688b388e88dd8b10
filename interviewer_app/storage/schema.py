"""The tables of migration 1, and the rules the database itself keeps. For storage.migrations alone.

A moment is text: `UTC-instant offset-minutes monotonic-seconds boot`, so `substr(at, 1, 19)` is its
date and time for any SQLite tool. A datetime is the instant alone. Steps, kinds and reasons are the domain's
own words.

interview  one row each; opening_* is the opening as it was then; `slot` rises with the time of the interview
           (start, else planned start, else creation) and is unique; `words` is what the filter looks in
kit        frozen copies as canonical JSON; the hash is the SHA-256 of `body`
opening    the openings in use, as last written
mark       what happened, append-only        note   one line of notes (migration 2 adds `stamped`)
score      one per category                  cite   notes a score rests on, in order
point      the lists of page 1               place  step, cursor and moment the program was last alive
tick       lines of checklists and flags (migration 3)
sheet      of an opening, as canonical JSON, empty for one from before there were sheets; opening_sheet is the
           one that held when the call began; `kept` openings stay without an interview (migration 4)
export     packets written                   search full-text index over interview.words; kept by apply.py and
           bulk.py, because SQLite trusts no trigger with a virtual table
"""

FINALISED = "this interview is finalised; nothing in it can be changed"
APPEND_ONLY = "marks can only be added"

TABLES = (
    """
    CREATE TABLE opening (
      id TEXT NOT NULL PRIMARY KEY,
      title TEXT NOT NULL,
      role TEXT NOT NULL,
      level TEXT NOT NULL,
      genai INTEGER NOT NULL CHECK (genai IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE kit (
      num INTEGER PRIMARY KEY,
      hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      title TEXT NOT NULL,
      scored TEXT NOT NULL,
      body TEXT NOT NULL CHECK (body LIKE '{%}')
    ) STRICT
    """,
    """
    CREATE TABLE interview (
      num INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (id <> ''),
      slot INTEGER NOT NULL UNIQUE,
      phase TEXT NOT NULL CHECK (phase IN ('prepared', 'live', 'to_review', 'finalised')),
      urgency INTEGER NOT NULL GENERATED ALWAYS AS
        (CASE phase WHEN 'live' THEN 0 WHEN 'to_review' THEN 1 WHEN 'prepared' THEN 2 ELSE 3 END) VIRTUAL,
      candidate TEXT NOT NULL,
      opening TEXT NOT NULL REFERENCES opening (id) DEFERRABLE INITIALLY DEFERRED,
      opening_title TEXT NOT NULL,
      opening_role TEXT NOT NULL,
      opening_level TEXT NOT NULL,
      opening_genai INTEGER NOT NULL CHECK (opening_genai IN (0, 1)),
      kit INTEGER NOT NULL REFERENCES kit (num) DEFERRABLE INITIALLY DEFERRED,
      interviewer TEXT NOT NULL,
      factor INTEGER NOT NULL CHECK (factor BETWEEN 100 AND 400),
      scheduled TEXT,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      created TEXT NOT NULL,
      started TEXT,
      ended TEXT,
      finalised TEXT CHECK (phase <> 'finalised' OR finalised IS NOT NULL),
      strongest TEXT NOT NULL,
      recommendation TEXT
        CHECK (recommendation IN ('strong_no', 'no', 'yes', 'strong_yes', 'no_decision')),
      reason TEXT NOT NULL,
      words TEXT NOT NULL,
      by_candidate TEXT NOT NULL,
      by_opening TEXT NOT NULL,
      by_kit TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE mark (
      interview INTEGER NOT NULL REFERENCES interview ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      seq INTEGER NOT NULL CHECK (seq > 0),
      kind TEXT NOT NULL CHECK (kind <> ''),
      at TEXT NOT NULL,
      t REAL NOT NULL,
      step TEXT NOT NULL,
      ref TEXT NOT NULL,
      old TEXT NOT NULL,
      new TEXT NOT NULL,
      reason TEXT NOT NULL,
      span REAL NOT NULL,
      PRIMARY KEY (interview, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE note (
      interview INTEGER NOT NULL REFERENCES interview ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      id TEXT NOT NULL CHECK (id <> ''),
      step TEXT NOT NULL,
      rank REAL NOT NULL,
      text TEXT NOT NULL,
      t REAL NOT NULL,
      begun TEXT NOT NULL,
      PRIMARY KEY (interview, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE score (
      interview INTEGER NOT NULL REFERENCES interview ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      letter TEXT NOT NULL CHECK (letter <> ''),
      state TEXT NOT NULL CHECK (state IN ('open', 'scored', 'not_observed')),
      value INTEGER CHECK (value BETWEEN 0 AND 5),
      reason TEXT,
      missing TEXT NOT NULL,
      settled INTEGER NOT NULL CHECK (settled IN (0, 1)),
      t REAL,
      set_at TEXT,
      PRIMARY KEY (interview, letter),
      CHECK ((state = 'scored') = (value IS NOT NULL))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE cite (
      interview INTEGER NOT NULL,
      letter TEXT NOT NULL,
      pos INTEGER NOT NULL CHECK (pos >= 0),
      note TEXT NOT NULL,
      PRIMARY KEY (interview, letter, pos),
      FOREIGN KEY (interview, letter) REFERENCES score ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE point (
      interview INTEGER NOT NULL REFERENCES interview ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      pos INTEGER NOT NULL CHECK (pos >= 0),
      id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('strength', 'concern', 'unknown')),
      letter TEXT NOT NULL,
      text TEXT NOT NULL,
      note TEXT NOT NULL,
      PRIMARY KEY (interview, pos)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE place (
      interview INTEGER PRIMARY KEY
        REFERENCES interview ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      step TEXT NOT NULL,
      cursor INTEGER NOT NULL CHECK (cursor >= 0),
      at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE export (
      num INTEGER PRIMARY KEY,
      interview INTEGER NOT NULL REFERENCES interview ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      at TEXT NOT NULL,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE search USING fts5 (
      words, content='interview', content_rowid='slot', tokenize='ascii',
      prefix='1 2 3 4 5 6 7 8 9 10 11 12', detail=none, columnsize=0
    )
    """,
)

TICK = """
CREATE TABLE tick (
  interview INTEGER NOT NULL REFERENCES interview ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  step TEXT NOT NULL,
  list TEXT NOT NULL CHECK (list <> ''),
  line TEXT NOT NULL CHECK (line <> ''),
  state TEXT NOT NULL,
  cells TEXT NOT NULL,
  t REAL NOT NULL,
  set_at TEXT NOT NULL,
  PRIMARY KEY (interview, step, list, line)
) STRICT, WITHOUT ROWID
"""
"""Of migration 3. `step` is empty for the interview as a whole; `cells` are texts, one per line."""

OPENINGS = (
    "ALTER TABLE opening ADD COLUMN sheet TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE opening ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1))",
    "ALTER TABLE interview ADD COLUMN opening_sheet TEXT NOT NULL DEFAULT ''",
)
"""Of migration 4."""

# With the words in them, an index of an order can be walked and looked through without touching the table.
INDEXES = (
    "CREATE INDEX interview_urgency ON interview (urgency, slot DESC)",
    "CREATE INDEX interview_candidate ON interview (by_candidate, slot DESC, phase, words)",
    "CREATE INDEX interview_opening_title ON interview (by_opening, slot DESC, phase, words)",
    "CREATE INDEX interview_kit_title ON interview (by_kit, slot DESC, phase, words)",
    "CREATE INDEX interview_opening ON interview (opening, sample, slot)",
    "CREATE INDEX interview_adjusted ON interview (opening) WHERE factor <> 100",
    "CREATE INDEX interview_kit ON interview (kit)",
    "CREATE INDEX export_interview ON export (interview)",
)

_CONTENT = ("mark", "note", "score", "cite", "point", "place")
"""Tables whose rows belong to one interview and are shut with it; `export` stays open."""


def triggers() -> tuple[str, ...]:
    """Statements that make the database refuse what the domain forbids, whoever asks."""
    out = [*_interview_rules(), *_kit_rules(), *_mark_rules()]
    for table in _CONTENT:
        out.extend(shut(table))
    return tuple(out)


def _refuse(name: str, event: str, when: str, sentence: str) -> str:
    return f"CREATE TRIGGER {name} BEFORE {event} WHEN {when} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"


def shut(table: str) -> tuple[str, ...]:
    """No row of a finalised interview is added, changed or taken away.

    When a sample is deleted whole its own row has gone first, so that its other rows find nothing finalised.
    """
    # The text is made of our own table names alone.
    closed = "EXISTS (SELECT 1 FROM interview WHERE num {nums} AND phase = 'finalised')"
    events = {
        "insert": "= NEW.interview",
        "update": "IN (OLD.interview, NEW.interview)",
        "delete": "= OLD.interview",
    }
    return tuple(
        _refuse(f"{table}_{event}", f"{event.upper()} ON {table}", closed.format(nums=nums), FINALISED)
        for event, nums in events.items()
    )


def _interview_rules() -> tuple[str, ...]:
    # REPLACE deletes rows without asking their delete triggers, so what it could hit is refused beforehand.
    hit = (
        "EXISTS (SELECT 1 FROM interview WHERE (id = NEW.id OR num = NEW.num OR slot = NEW.slot)"
        " AND phase = 'finalised')"
    )
    moved = "NEW.num <> OLD.num OR NEW.id <> OLD.id"
    taken = "EXISTS (SELECT 1 FROM interview WHERE slot = NEW.slot AND num <> OLD.num)"
    return (
        _refuse("interview_insert", "INSERT ON interview", hit, FINALISED),
        _refuse("interview_update", "UPDATE ON interview", "OLD.phase = 'finalised'", FINALISED),
        _refuse("interview_identity", "UPDATE OF num, id ON interview", moved, "an interview keeps its id"),
        _refuse("interview_slot", "UPDATE OF slot ON interview", taken, "this slot is taken"),
        _refuse(
            "interview_delete", "DELETE ON interview", "OLD.phase = 'finalised' AND OLD.sample = 0", FINALISED
        ),
    )


def _kit_rules() -> tuple[str, ...]:
    hit = "EXISTS (SELECT 1 FROM kit WHERE (num = NEW.num OR hash = NEW.hash))"
    used = "EXISTS (SELECT 1 FROM interview WHERE kit = OLD.num)"
    return (
        _refuse("kit_insert", "INSERT ON kit", hit, "this kit is here already"),
        _refuse("kit_update", "UPDATE ON kit", "TRUE", "a frozen kit cannot be changed"),
        _refuse("kit_delete", "DELETE ON kit", used, "an interview needs this kit"),
    )


def _mark_rules() -> tuple[str, ...]:
    there = "EXISTS (SELECT 1 FROM mark WHERE interview = NEW.interview AND seq = NEW.seq)"
    kept = "EXISTS (SELECT 1 FROM interview WHERE num = OLD.interview)"
    return (
        _refuse("mark_replace", "INSERT ON mark", there, APPEND_ONLY),
        _refuse("mark_rewrite", "UPDATE ON mark", "TRUE", APPEND_ONLY),
        _refuse("mark_remove", "DELETE ON mark", kept, APPEND_ONLY),
    )
