CREATE TRIGGER cite_delete BEFORE DELETE ON cite WHEN EXISTS (SELECT 1 FROM interview WHERE num = OLD.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER cite_insert BEFORE INSERT ON cite WHEN EXISTS (SELECT 1 FROM interview WHERE num = NEW.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER cite_update BEFORE UPDATE ON cite WHEN EXISTS (SELECT 1 FROM interview WHERE num IN (OLD.interview, NEW.interview) AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER interview_delete BEFORE DELETE ON interview WHEN OLD.phase = 'finalised' AND OLD.sample = 0 BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER interview_identity BEFORE UPDATE OF num, id ON interview WHEN NEW.num <> OLD.num OR NEW.id <> OLD.id BEGIN SELECT RAISE(ABORT, 'an interview keeps its id'); END;

CREATE TRIGGER interview_insert BEFORE INSERT ON interview WHEN EXISTS (SELECT 1 FROM interview WHERE (id = NEW.id OR num = NEW.num OR slot = NEW.slot) AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER interview_slot BEFORE UPDATE OF slot ON interview WHEN EXISTS (SELECT 1 FROM interview WHERE slot = NEW.slot AND num <> OLD.num) BEGIN SELECT RAISE(ABORT, 'this slot is taken'); END;

CREATE TRIGGER interview_update BEFORE UPDATE ON interview WHEN OLD.phase = 'finalised' BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER kit_delete BEFORE DELETE ON kit WHEN EXISTS (SELECT 1 FROM interview WHERE kit = OLD.num) BEGIN SELECT RAISE(ABORT, 'an interview needs this kit'); END;

CREATE TRIGGER kit_insert BEFORE INSERT ON kit WHEN EXISTS (SELECT 1 FROM kit WHERE (num = NEW.num OR hash = NEW.hash)) BEGIN SELECT RAISE(ABORT, 'this kit is here already'); END;

CREATE TRIGGER kit_update BEFORE UPDATE ON kit WHEN TRUE BEGIN SELECT RAISE(ABORT, 'a frozen kit cannot be changed'); END;

CREATE TRIGGER mark_delete BEFORE DELETE ON mark WHEN EXISTS (SELECT 1 FROM interview WHERE num = OLD.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER mark_insert BEFORE INSERT ON mark WHEN EXISTS (SELECT 1 FROM interview WHERE num = NEW.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER mark_remove BEFORE DELETE ON mark WHEN EXISTS (SELECT 1 FROM interview WHERE num = OLD.interview) BEGIN SELECT RAISE(ABORT, 'marks can only be added'); END;

CREATE TRIGGER mark_replace BEFORE INSERT ON mark WHEN EXISTS (SELECT 1 FROM mark WHERE interview = NEW.interview AND seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'marks can only be added'); END;

CREATE TRIGGER mark_rewrite BEFORE UPDATE ON mark WHEN TRUE BEGIN SELECT RAISE(ABORT, 'marks can only be added'); END;

CREATE TRIGGER mark_update BEFORE UPDATE ON mark WHEN EXISTS (SELECT 1 FROM interview WHERE num IN (OLD.interview, NEW.interview) AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER note_delete BEFORE DELETE ON note WHEN EXISTS (SELECT 1 FROM interview WHERE num = OLD.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER note_insert BEFORE INSERT ON note WHEN EXISTS (SELECT 1 FROM interview WHERE num = NEW.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER note_update BEFORE UPDATE ON note WHEN EXISTS (SELECT 1 FROM interview WHERE num IN (OLD.interview, NEW.interview) AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER place_delete BEFORE DELETE ON place WHEN EXISTS (SELECT 1 FROM interview WHERE num = OLD.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER place_insert BEFORE INSERT ON place WHEN EXISTS (SELECT 1 FROM interview WHERE num = NEW.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER place_update BEFORE UPDATE ON place WHEN EXISTS (SELECT 1 FROM interview WHERE num IN (OLD.interview, NEW.interview) AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER point_delete BEFORE DELETE ON point WHEN EXISTS (SELECT 1 FROM interview WHERE num = OLD.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER point_insert BEFORE INSERT ON point WHEN EXISTS (SELECT 1 FROM interview WHERE num = NEW.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER point_update BEFORE UPDATE ON point WHEN EXISTS (SELECT 1 FROM interview WHERE num IN (OLD.interview, NEW.interview) AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER score_delete BEFORE DELETE ON score WHEN EXISTS (SELECT 1 FROM interview WHERE num = OLD.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER score_insert BEFORE INSERT ON score WHEN EXISTS (SELECT 1 FROM interview WHERE num = NEW.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER score_update BEFORE UPDATE ON score WHEN EXISTS (SELECT 1 FROM interview WHERE num IN (OLD.interview, NEW.interview) AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER tick_delete BEFORE DELETE ON tick WHEN EXISTS (SELECT 1 FROM interview WHERE num = OLD.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER tick_insert BEFORE INSERT ON tick WHEN EXISTS (SELECT 1 FROM interview WHERE num = NEW.interview AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TRIGGER tick_update BEFORE UPDATE ON tick WHEN EXISTS (SELECT 1 FROM interview WHERE num IN (OLD.interview, NEW.interview) AND phase = 'finalised') BEGIN SELECT RAISE(ABORT, 'this interview is finalised; nothing in it can be changed'); END;

CREATE TABLE cite (
      interview INTEGER NOT NULL,
      letter TEXT NOT NULL,
      pos INTEGER NOT NULL CHECK (pos >= 0),
      note TEXT NOT NULL,
      PRIMARY KEY (interview, letter, pos),
      FOREIGN KEY (interview, letter) REFERENCES score ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID
;

CREATE TABLE export (
      num INTEGER PRIMARY KEY,
      interview INTEGER NOT NULL REFERENCES interview ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      at TEXT NOT NULL,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
    ) STRICT
;

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
    , opening_sheet TEXT NOT NULL DEFAULT '') STRICT
;

CREATE TABLE kit (
      num INTEGER PRIMARY KEY,
      hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      title TEXT NOT NULL,
      scored TEXT NOT NULL,
      body TEXT NOT NULL CHECK (body LIKE '{%}')
    ) STRICT
;

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
;

CREATE TABLE note (
      interview INTEGER NOT NULL REFERENCES interview ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      id TEXT NOT NULL CHECK (id <> ''),
      step TEXT NOT NULL,
      rank REAL NOT NULL,
      text TEXT NOT NULL,
      t REAL NOT NULL,
      begun TEXT NOT NULL, stamped INTEGER NOT NULL DEFAULT 0 CHECK (stamped IN (0, 1)),
      PRIMARY KEY (interview, id)
    ) STRICT, WITHOUT ROWID
;

CREATE TABLE opening (
      id TEXT NOT NULL PRIMARY KEY,
      title TEXT NOT NULL,
      role TEXT NOT NULL,
      level TEXT NOT NULL,
      genai INTEGER NOT NULL CHECK (genai IN (0, 1))
    , sheet TEXT NOT NULL DEFAULT '', kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1))) STRICT
;

CREATE TABLE place (
      interview INTEGER PRIMARY KEY
        REFERENCES interview ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      step TEXT NOT NULL,
      cursor INTEGER NOT NULL CHECK (cursor >= 0),
      at TEXT NOT NULL
    ) STRICT
;

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
;

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
;

CREATE VIRTUAL TABLE search USING fts5 (
      words, content='interview', content_rowid='slot', tokenize='ascii',
      prefix='1 2 3 4 5 6 7 8 9 10 11 12', detail=none, columnsize=0
    );

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
) STRICT, WITHOUT ROWID;

CREATE INDEX export_interview ON export (interview);

CREATE INDEX interview_adjusted ON interview (opening) WHERE factor <> 100;

CREATE INDEX interview_candidate ON interview (by_candidate, slot DESC, phase, words);

CREATE INDEX interview_kit ON interview (kit);

CREATE INDEX interview_kit_title ON interview (by_kit, slot DESC, phase, words);

CREATE INDEX interview_opening ON interview (opening, sample, slot);

CREATE INDEX interview_opening_title ON interview (by_opening, slot DESC, phase, words);

CREATE INDEX interview_urgency ON interview (urgency, slot DESC);
