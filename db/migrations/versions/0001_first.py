"""The first case file."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """CREATE TABLE claims (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    text TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    priority TEXT DEFAULT '' NOT NULL,
    event_date TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    basis TEXT,
    denied_by TEXT DEFAULT '' NOT NULL,
    denied_on TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    override_reason TEXT DEFAULT '' NOT NULL,
    would_change TEXT DEFAULT '' NOT NULL,
    as_of TEXT DEFAULT '' NOT NULL,
    review_on TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL
)
 STRICT""",
    """CREATE TABLE info (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT DEFAULT '' NOT NULL,
    reference TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    question TEXT DEFAULT '' NOT NULL,
    as_of TEXT DEFAULT '' NOT NULL,
    handling TEXT DEFAULT '' NOT NULL,
    standard_of_proof TEXT DEFAULT '' NOT NULL,
    analyst TEXT DEFAULT '' NOT NULL,
    checker TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    memo_to TEXT DEFAULT '' NOT NULL,
    memo_from TEXT DEFAULT '' NOT NULL,
    bottom_line TEXT DEFAULT '' NOT NULL,
    safe_wording TEXT DEFAULT '' NOT NULL,
    created_at TEXT DEFAULT '' NOT NULL
)
 STRICT""",
    """CREATE TABLE journal (
    seq INTEGER NOT NULL,
    at TEXT DEFAULT '' NOT NULL,
    who TEXT DEFAULT '' NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    target INTEGER,
    reason TEXT DEFAULT '' NOT NULL,
    edits TEXT DEFAULT '' NOT NULL,
    previous TEXT DEFAULT '' NOT NULL,
    hash TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (seq)
)
 STRICT""",
    """CREATE TABLE originals (
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sha256)
)
 STRICT""",
    """CREATE TABLE origins (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    reliability TEXT DEFAULT '' NOT NULL,
    interest TEXT DEFAULT '' NOT NULL,
    anonymous INTEGER DEFAULT '0' NOT NULL,
    derives_from INTEGER,
    FOREIGN KEY(derives_from) REFERENCES origins (id) ON DELETE SET NULL
)
 STRICT""",
    """CREATE TABLE texts (
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (sha256)
)
 STRICT""",
    """CREATE TABLE articles (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT DEFAULT '' NOT NULL,
    location TEXT DEFAULT '' NOT NULL,
    method TEXT DEFAULT '' NOT NULL,
    media_type TEXT DEFAULT '' NOT NULL,
    encoding TEXT DEFAULT '' NOT NULL,
    encoding_basis TEXT DEFAULT '' NOT NULL,
    original_sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    reader TEXT DEFAULT '' NOT NULL,
    imported_at TEXT DEFAULT '' NOT NULL,
    imported_by TEXT DEFAULT '' NOT NULL,
    grade TEXT DEFAULT '' NOT NULL,
    warnings TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(original_sha256) REFERENCES originals (sha256),
    FOREIGN KEY(text_sha256) REFERENCES texts (sha256)
)
 STRICT""",
    """CREATE TABLE assessments (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    claim_id INTEGER NOT NULL,
    credibility TEXT,
    likelihood TEXT,
    confidence TEXT,
    UNIQUE (claim_id),
    FOREIGN KEY(claim_id) REFERENCES claims (id) ON DELETE CASCADE
)
 STRICT""",
    """CREATE TABLE checked (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT""",
    """CREATE TABLE metadata_fields (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    field TEXT DEFAULT '' NOT NULL,
    value TEXT,
    confidence TEXT,
    basis TEXT DEFAULT '' NOT NULL,
    set_by TEXT DEFAULT '' NOT NULL,
    UNIQUE (article_id, field),
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT""",
    """CREATE TABLE passages (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT DEFAULT '' NOT NULL,
    prefix TEXT DEFAULT '' NOT NULL,
    suffix TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT""",
    """CREATE TABLE zones (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    set_by TEXT DEFAULT '' NOT NULL,
    basis TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT""",
    """CREATE TABLE appearances (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    claim_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    passage_id INTEGER,
    stance TEXT DEFAULT '' NOT NULL,
    attributed_to TEXT DEFAULT '' NOT NULL,
    verb TEXT DEFAULT '' NOT NULL,
    hedge TEXT DEFAULT '' NOT NULL,
    via TEXT DEFAULT '' NOT NULL,
    origin_id INTEGER,
    origin_basis TEXT,
    FOREIGN KEY(claim_id) REFERENCES claims (id) ON DELETE CASCADE,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    FOREIGN KEY(origin_id) REFERENCES origins (id) ON DELETE SET NULL
)
 STRICT""",
    """CREATE TABLE evidence (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    claim_id INTEGER NOT NULL,
    relation TEXT DEFAULT '' NOT NULL,
    passage_id INTEGER,
    article_id INTEGER,
    url TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    origin_id INTEGER,
    independent INTEGER,
    independent_reason TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(claim_id) REFERENCES claims (id) ON DELETE CASCADE,
    FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    FOREIGN KEY(origin_id) REFERENCES origins (id) ON DELETE SET NULL
)
 STRICT""",
    "CREATE INDEX ix_articles_original_sha256 ON articles (original_sha256)",
    "CREATE INDEX ix_checked_article_id ON checked (article_id)",
    "CREATE INDEX ix_passages_article_id ON passages (article_id)",
    "CREATE INDEX ix_zones_article_id ON zones (article_id)",
    "CREATE INDEX ix_appearances_article_id ON appearances (article_id)",
    "CREATE INDEX ix_appearances_claim_id ON appearances (claim_id)",
    "CREATE INDEX ix_appearances_origin_id ON appearances (origin_id)",
    "CREATE INDEX ix_appearances_passage_id ON appearances (passage_id)",
    "CREATE INDEX ix_evidence_claim_id ON evidence (claim_id)",
    "CREATE INDEX ix_evidence_passage_id ON evidence (passage_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
